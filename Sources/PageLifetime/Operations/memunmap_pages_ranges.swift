import Interleaving

extension PfnSpace {
  /// `memunmap_pages()`, over the ranges that are done; also the unwind of `memremap_pages()`.
  package func memunmapPages(_ number: Int) async {
    let map = maps[number]
    let done = map.ranges.prefix(map.nrRange.value)
    await step("percpu_ref_kill") { map.ref.value = RefState.dead }
    let pages = done.reduce(0) { $0 + $1.count } - (fault == .bulkMismatch && !done.isEmpty ? 1 : 0)
    await step("percpu_ref_put_many") { map.pins.adjust(-pages) }
    let waits = fault != .unmapBeforeWait
    _ = await memory.section(
      "wait_for_completion", when: { !waits || map.pins.value == 0 }
    ) { 0 }
    for index in done.indices { await unmapRange(index, of: map) }
    await step("percpu_ref_exit") {
      map.ref.value = RefState.none
      map.nrRange.value = map.ranges.count
    }
  }

  /// `pageunmap_range()`.
  private func unmapRange(_ index: Int, of map: Map) async {
    let (pages, owners, entries) = (pages, owners, entries)
    let (range, tracked) = (map.ranges[index], map.tracked[index])
    await step("drop struct pages") {
      for pfn in range {
        pages[pfn].value = StructPage.absent
        owners[pfn].value = -1
      }
    }
    await step("pfnmap_untrack") { tracked.value = 0 }
    await step("array delete") { for pfn in range { entries[pfn].value = -1 } }
  }
}
