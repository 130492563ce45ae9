package import Interleaving

/// Callers that map and unmap their page maps again and again, and somebody who looks up pages.
package final class Mappers<Memory: SharedMemory>: Sendable {
  package let space: PfnSpace<Memory>

  /// Ranges are reserved before they are mapped: two page maps that overlap are never busy at once.
  package init(_ space: PfnSpace<Memory>) { self.space = space }

  package func caller(_ number: Int) async {
    let (space, map) = (space, space.maps[number])
    let start = Alternative("percpu_ref_init") { [self] in isReserved(number) }
    await space.memory.checkpoint("unmapped")
    while await space.memory.choose([start]) != nil {
      map.isBusy.value = 1
      if await space.memremapPages(number) {
        guard await space.memory.choose([Alternative("memunmap_pages")]) != nil else { return }
        await space.memunmapPages(number)
      }
      map.isBusy.value = 0
      await space.memory.checkpoint("unmapped")
    }
  }

  private func isReserved(_ number: Int) -> Bool {
    space.maps.indices.allSatisfy {
      $0 == number || space.maps[$0].isBusy.value == 0 || !overlap($0, number)
    }
  }

  private func overlap(_ one: Int, _ other: Int) -> Bool {
    space.maps[one].ranges.contains { range in
      space.maps[other].ranges.contains { $0.overlaps(range) }
    }
  }

  /// `get_dev_pagemap()` and `put_dev_pagemap()`, by somebody who asks for any page frame.
  package func lookups() async {
    let space = space
    let gets = space.entries.indices.map { pfn in
      Alternative("get_dev_pagemap", [pfn]) {
        space.held.value < 0 && space.entries[pfn].value >= 0
      }
    }
    let put = Alternative("put_dev_pagemap") { space.held.value >= 0 }
    await space.memory.checkpoint("lookups")
    while let choice = await space.memory.choose(gets + [put]) {
      if choice == gets.count { putHeld() } else { get(choice) }
      await space.memory.checkpoint("lookups")
    }
  }

  private func get(_ pfn: Int) {
    let number = space.entries[pfn].value
    guard space.maps[number].ref.value == RefState.live else { return }
    space.held.value = number
    space.heldPfn.value = pfn
    space.maps[number].pins.adjust(1)
  }

  private func putHeld() {
    space.maps[space.held.value].pins.adjust(-1)
    space.held.value = -1
    space.heldPfn.value = -1
  }
}
