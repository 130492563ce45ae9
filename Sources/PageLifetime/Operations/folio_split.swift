import Interleaving

extension LargePageMap {
  /// `__folio_split()`, `mm/huge_memory.c`, into single pages, of a folio that its holder alone
  /// refers to: from where `folio_ref_freeze()` was the caller's last access. `split` notes each
  /// page that the holder gets.
  package func split(_ first: Int, _ order: Int, into split: @escaping @Sendable (Int) -> Void)
    async
  {
    let pages = pages
    let tails = first + 1..<first + 1 << order
    for tail in tails {
      await pages.step("split: clear_compound_head") {
        pages.byte[tail].value = 0
        pages.word[tail].value = pages.null
        return 0
      }
    }
    await pages.store(0, pages.head[first], "split: ClearPageCompound")
    for tail in tails {
      await pages.step("split: new_folio->pgmap = pgmap") {
        pages.word[tail].value = pages.word[first].value
        return 0
      }
      await pages.step("split: folio_ref_unfreeze") {
        pages.count[tail].value = 1
        split(tail)
        if tail == tails.last { pages.count[first].value = 1 }
        return 0
      }
    }
  }
}
