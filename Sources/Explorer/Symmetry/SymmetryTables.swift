import CNative
import Model

/// Which cells of a packed state hold members of scalarsets or belong to some, and where they go
/// when members are permuted: what `symmetry.h` works with.
final class SymmetryTables: @unchecked Sendable {
  // @unchecked: nothing changes after `init`.
  let scalarsets: Scalarsets
  let memberCount: Int
  /// Members, and the slots of multisets.
  let participantCount: Int
  let wordCount: Int
  let entries: UnsafeMutableBufferPointer<symmetry_entry>
  let owners: UnsafeMutableBufferPointer<symmetry_owner>
  let memberOfRaw: UnsafeMutableBufferPointer<Int32>
  let classStarts: UnsafeMutableBufferPointer<Int32>
  let ownedStarts: UnsafeMutableBufferPointer<Int32>
  let owned: UnsafeMutableBufferPointer<Int32>
  let multisets: UnsafeMutableBufferPointer<symmetry_multiset>
  let fixedBits: UnsafeMutableBufferPointer<UInt64>
  private let cells: UnsafeMutableBufferPointer<cell>
  /// All of it as C takes it.
  let contents: UnsafeMutablePointer<symmetry>

  init(_ system: TransitionSystem, _ scalarsets: Scalarsets) {
    let walk = CellWalk(system, scalarsets)
    let sorted = (0...2).flatMap { rank in walk.entries.filter { $0.rank == rank } }
    let ownedBy = Self.owned(by: scalarsets.memberCount, sorted, walk.owners)
    let starts = scalarsets.classes.map { Int32($0.first) } + [Int32(scalarsets.memberCount)]
    self.scalarsets = scalarsets
    memberCount = scalarsets.memberCount
    participantCount = walk.participantCount
    wordCount = system.layout.wordCount
    entries = Self.copy(sorted)
    owners = Self.copy(walk.owners)
    memberOfRaw = Self.copy(walk.memberOfRaw)
    classStarts = Self.copy(starts)
    ownedStarts = Self.copy(ownedBy.reduce(into: [0]) { $0.append($0.last! + Int32($1.count)) })
    owned = Self.copy(ownedBy.flatMap { $0 })
    multisets = Self.copy(Self.multisets(of: system))
    fixedBits = Self.copy(Self.unmovedBits(system.layout, sorted))
    cells = Self.copy(system.layout.cells.map(cell.init))
    contents = .allocate(capacity: 1)
    contents.initialize(
      to: symmetry(
        members: Int32(memberCount), participants: Int32(participantCount),
        classes: Int32(scalarsets.classes.count), entry_count: Int32(entries.count),
        first_link: Int32(sorted.count { $0.rank < 1 }),
        first_holding: Int32(sorted.count { $0.rank < 2 }), words: Int32(wordCount),
        places: 1 + (sorted.map(\.owner_count).max() ?? 0),
        multiset_count: Int32(multisets.count), cells: cells.baseAddress,
        entries: entries.baseAddress, owners: owners.baseAddress,
        member_of_raw: memberOfRaw.baseAddress, class_starts: classStarts.baseAddress,
        owned_starts: ownedStarts.baseAddress, owned: owned.baseAddress,
        multisets: multisets.baseAddress, fixed_bits: fixedBits.baseAddress))
  }

  deinit {
    entries.deallocate()
    owners.deallocate()
    memberOfRaw.deallocate()
    classStarts.deallocate()
    ownedStarts.deallocate()
    owned.deallocate()
    multisets.deallocate()
    fixedBits.deallocate()
    cells.deallocate()
    contents.deallocate()
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    return memory
  }

  /// For each member the entries that it owns, as far as they never hold one.
  private static func owned(
    by members: Int, _ entries: [symmetry_entry], _ owners: [symmetry_owner]
  ) -> [[Int32]] {
    var owned = [[Int32]](repeating: [], count: members)
    for (position, entry) in entries.enumerated() where entry.rank < 2 {
      for owner in Set(owners[entry.owners].map { Int($0.member) }) where owner < members {
        owned[owner].append(Int32(position))
      }
    }
    return owned
  }

  /// The bits that no permutation moves.
  private static func unmovedBits(_ layout: StateLayout, _ entries: [symmetry_entry]) -> [UInt64] {
    entries.reduce(into: Array(repeating: UInt64.max, count: layout.wordCount)) { fixed, entry in
      let cell = layout.cells[Int(entry.cell)]
      fixed[cell.word] &= ~(cell.mask << UInt64(cell.shift))
    }
  }

  private static func multisets(of system: TransitionSystem) -> [symmetry_multiset] {
    zip(system.variables, system.layout.firstCell).flatMap {
      StateLayout.multisets(of: $0.type, at: $1)
    }.map {
      symmetry_multiset(
        first_cell: Int32($0.firstCell), slots: Int32($0.slotCount),
        cells_per_slot: Int32($0.cellsPerSlot))
    }
  }

  /// Writes the permuted state to `result`, which must not be `state`.
  func permute(
    _ state: UnsafePointer<UInt64>, by permutation: UnsafePointer<Int32>,
    into result: UnsafeMutablePointer<UInt64>
  ) {
    symmetry_permute(contents, state, permutation, result)
  }
}

extension symmetry_entry {
  fileprivate var owners: Range<Int> { Int(first_owner)..<Int(first_owner + owner_count) }

  /// 0 for what belongs to one member and never holds one, 1 for what never holds one, else 2.
  fileprivate var rank: Int { values >= 0 ? 2 : owner_count == 1 ? 0 : 1 }
}

extension cell {
  fileprivate init(_ cell: StateLayout.Cell) {
    self.init(
      word: UInt32(cell.word), shift: UInt32(cell.shift), mask: cell.mask, base: cell.base)
  }
}
