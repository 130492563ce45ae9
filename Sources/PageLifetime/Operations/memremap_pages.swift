import Interleaving

extension PfnSpace {
  /// `devm_memremap_pages()` over `memremap_pages()`, `mm/memremap.c` of v6.18, of a type that is
  /// pinned in bulk, from where `percpu_ref_init()` is done; whether the pages are mapped. Whatever
  /// can fail may fail. A failure gives everything back.
  package func memremapPages(_ number: Int) async -> Bool {
    let map = maps[number]
    map.ref.value = RefState.live
    map.nrRange.value = 0
    for index in map.ranges.indices {
      guard await mapRange(index, of: number) else {
        await memunmapPages(number)
        return false
      }
      map.nrRange.adjust(1)
    }
    guard await succeeds("devm_add_action", or: "devm_add_action fails") else {
      if fault != .noReset { await memunmapPages(number) }
      return false
    }
    return true
  }

  /// `pagemap_range()`.
  private func mapRange(_ index: Int, of number: Int) async -> Bool {
    let map = maps[number]
    let range = map.ranges[index]
    guard await !conflicts(range.lowerBound, "conflict with the first page?"),
      await !conflicts(range.upperBound, "conflict with the last page?"),
      await succeeds("System RAM? no", or: "System RAM? yes"),
      await succeeds("xa_store_range", or: "xa_store_range fails")
    else { return false }
    for pfn in range { entries[pfn].value = number }
    guard await succeeds("pfnmap_track", or: "pfnmap_track fails") else {
      await deleteEntries(range)
      return false
    }
    map.tracked[index].value = 1
    guard await succeeds("add_pages", or: "add_pages fails"), addPages(range) else {
      let tracked = map.tracked[index]
      await step("undo: pfnmap_untrack") { tracked.value = 0 }
      await deleteEntries(range)
      return false
    }
    await initialise(range, of: number)
    await step("percpu_ref_get_many") { map.pins.adjust(range.count) }
    return true
  }

  /// `get_dev_pagemap()` of the conflict detection: an entry that is not dying.
  private func conflicts(_ pfn: Int, _ label: String) async -> Bool {
    let (entry, maps) = (entries[pfn], maps)
    let found = await memory.section(label, when: { true }) {
      entry.value >= 0 && maps[entry.value].ref.value == RefState.live ? 1 : 0
    }
    return found == 1
  }

  /// `add_pages()` or `arch_add_memory()`: `-EEXIST` where pages are already.
  private func addPages(_ range: ClosedRange<Int>) -> Bool {
    guard range.allSatisfy({ pages[$0].value == StructPage.absent }) else { return false }
    for pfn in range { pages[pfn].value = StructPage.added }
    return true
  }

  /// `memmap_init_zone_device()`.
  private func initialise(_ range: ClosedRange<Int>, of number: Int) async {
    let (pages, owners) = (pages, owners)
    await step("memmap_init_zone_device") {
      for pfn in range {
        pages[pfn].value = StructPage.initialised
        owners[pfn].value = number
      }
    }
  }

  /// `err_pfn_remap: pgmap_array_delete(range)`.
  private func deleteEntries(_ range: ClosedRange<Int>) async {
    guard fault != .entriesKept else { return }
    let entries = entries
    await step("undo: array delete") { for pfn in range { entries[pfn].value = -1 } }
  }

  /// Something that the environment lets succeed or fail; what it does is up to the caller, as part
  /// of the same access.
  private func succeeds(_ success: String, or failure: String) async -> Bool {
    await memory.choose([Alternative(success), Alternative(failure)]) == 0
  }
}
