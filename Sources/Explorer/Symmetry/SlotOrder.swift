import Model

/// Where the multisets of a state lie, to sort their elements after members were renamed.
struct SlotOrder: Sendable {
  private let multisets: [StateLayout.Multiset]
  private let cells: [StateLayout.Cell]

  init(_ system: TransitionSystem) {
    cells = system.layout.cells
    multisets = zip(system.variables, system.layout.firstCell).flatMap {
      StateLayout.multisets(of: $0.type, at: $1)
    }
  }

  var isEmpty: Bool { multisets.isEmpty }

  /// Sorts the slots of every multiset, as `ValueType.multiset(size:of:)` says.
  func sort(_ state: UnsafeMutablePointer<UInt64>) {
    for multiset in multisets {
      for last in 1..<max(1, multiset.slotCount) {
        var slot = last
        while slot > 0, isLess(slot - 1, slot, of: multiset, state) {
          exchange(slot - 1, slot, of: multiset, state)
          slot -= 1
        }
      }
    }
  }

  private func isLess(
    _ left: Int, _ right: Int, of multiset: StateLayout.Multiset, _ state: UnsafePointer<UInt64>
  ) -> Bool {
    for position in 0..<multiset.cellsPerSlot {
      let first = raw(left, position, of: multiset, state)
      let second = raw(right, position, of: multiset, state)
      if first != second { return first < second }
    }
    return false
  }

  private func exchange(
    _ left: Int, _ right: Int, of multiset: StateLayout.Multiset,
    _ state: UnsafeMutablePointer<UInt64>
  ) {
    for position in 0..<multiset.cellsPerSlot {
      let change =
        raw(left, position, of: multiset, state) ^ raw(right, position, of: multiset, state)
      for slot in [left, right] {
        let cell = cells[multiset.firstCell + slot * multiset.cellsPerSlot + position]
        state[cell.word] ^= change << UInt64(cell.shift)
      }
    }
  }

  private func raw(
    _ slot: Int, _ position: Int, of multiset: StateLayout.Multiset,
    _ state: UnsafePointer<UInt64>
  ) -> UInt64 {
    let cell = cells[multiset.firstCell + slot * multiset.cellsPerSlot + position]
    return (state[cell.word] >> UInt64(cell.shift)) & cell.mask
  }
}
