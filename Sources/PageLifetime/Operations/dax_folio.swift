import Interleaving

extension CompoundPages {
  /// `memremap_pages()` over memory that was a compound page before: `mm_zero_struct_page()`, and
  /// then the page map goes where `page_folio()` says.
  package func initialise() async {
    let pages = self
    await step("memremap_pages") {
      for page in pages.word.indices {
        pages.word[page].value = pages.null
        pages.word[pages.folio(page)].value = pages.pageMap
      }
      return 0
    }
  }

  /// `dax_folio_init()`, `fs/dax.c`, and the reference of the page table: of pages that have just
  /// been given to an entry.
  package func daxFolioInit(_ first: Int, _ order: Int) async {
    if order > 0 { await prepare(first, order) }
    let count = count[first]
    await count.add(1, "folio_ref_inc")
  }

  /// `dax_folio_put()`, `fs/dax.c`: takes a folio apart that nobody uses.
  package func daxFolioPut(_ first: Int, _ order: Int) async {
    if fault != .orderKept { await store(0, byte[first + 1], "folio_reset_order") }
    for page in first..<first + 1 << order {
      let headWord = word[first]
      let pageMap = await step("pgmap = page_pgmap(head)") { headWord.value }
      await store(0, head[page], "ClearPageHead")
      await store(null, word[page], "clear_compound_head")
      await store(pageMap, word[page], "new_folio->pgmap = pgmap")
    }
  }
}
