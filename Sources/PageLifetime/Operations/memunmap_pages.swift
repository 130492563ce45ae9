import Interleaving

extension PageMap {
  /// `memunmap_pages()`, `mm/memremap.c`: kill, drop the pins taken in bulk, wait for the last
  /// reference, drop the struct pages. The callers' promises say when it may start and when it may
  /// drop them.
  package func unmap(
    killWhen mayKill: @escaping @Sendable () -> Bool,
    unmapWhen mayUnmap: @escaping @Sendable () -> Bool
  ) async {
    await ref.kill(when: mayKill)
    if bulk.value == 1 { await putBulk() }
    let (completions, unmapped) = (ref.completions, unmapped)
    let waits = fault != .unmapBeforeWait
    _ = await memory.section(
      "unmap", when: { (!waits || completions.value > 0) && mayUnmap() }
    ) {
      unmapped.value = 1
      return 0
    }
  }

  /// `percpu_ref_put_many(&pgmap->ref, pfn_len(pgmap, i))` for each range.
  private func putBulk() async {
    let pages = fault == .bulkMismatch ? folios.count - 1 : folios.count
    let isLast = await ref.count.addAndTest(-pages, "percpu_ref_put_many(pages)")
    bulk.value = 0
    if isLast { ref.release() }
  }
}
