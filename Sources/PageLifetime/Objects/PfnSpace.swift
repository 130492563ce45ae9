package import Interleaving

/// What becomes of a struct page.
package enum StructPage {
  package static let absent = 0
  package static let added = 1
  package static let initialised = 2
}

/// What becomes of `pgmap->ref`: none or exited, live, killed.
package enum RefState {
  package static let none = 0
  package static let live = 1
  package static let dead = 2
}

/// A few page frames, `pgmap_array` over them, and page maps that want some of them.
package final class PfnSpace<Memory: SharedMemory>: Sendable {
  /// One page map, as its caller fills it in.
  package struct Map: Sendable {
    /// The ranges that are wanted, each from its first to its last page frame.
    package let ranges: [ClosedRange<Int>]
    /// Of ``RefState``.
    package let ref: Memory.Cell
    /// References but the initial one.
    package let pins: Memory.Cell
    /// How many ranges are done.
    package let nrRange: Memory.Cell
    package let tracked: [Memory.Cell]
    /// Whether its caller has it mapped, or is on the way there or back.
    package let isBusy: Memory.Cell
  }

  package let memory: Memory
  /// The number of the page map that `pgmap_array` has for a page frame; -1 is none.
  package let entries: [Memory.Cell]
  /// Of ``StructPage``.
  package let pages: [Memory.Cell]
  /// `page->pgmap`; -1 until it is initialised.
  package let owners: [Memory.Cell]
  package let maps: [Map]
  /// The page map that somebody looked up, and the page frame; -1 is none.
  package let held: Memory.Cell
  package let heldPfn: Memory.Cell
  let fault: Fault?

  package init(_ memory: Memory, pfns: Int, _ wanted: [[ClosedRange<Int>]], fault: Fault? = nil) {
    func cells(_ name: String, _ value: Int) -> [Memory.Cell] {
      (0..<pfns).map { memory.cell("\(name) \($0)", value) }
    }
    self.memory = memory
    self.fault = fault
    entries = cells("entry", -1)
    pages = cells("page", StructPage.absent)
    owners = cells("owner", -1)
    maps = wanted.enumerated().map { number, ranges in
      Map(
        ranges: ranges, ref: memory.cell("ref \(number)", RefState.none),
        pins: memory.cell("pins \(number)", 0),
        nrRange: memory.cell("nr_range \(number)", ranges.count),
        tracked: ranges.indices.map { memory.cell("tracked \(number) \($0)", 0) },
        isBusy: memory.cell("busy \(number)", 0))
    }
    held = memory.cell("held", -1)
    heldPfn = memory.cell("held pfn", -1)
  }

  /// A step that is one access, to whatever the effect touches.
  func step(_ label: String, _ effect: @escaping @Sendable () -> Void) async {
    _ = await memory.section(label, when: { true }) {
      effect()
      return 0
    }
  }
}
