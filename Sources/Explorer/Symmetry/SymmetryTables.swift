import Model

/// Which cells of a packed state hold members of scalarsets or belong to some, and where they go
/// when members are permuted.
///
/// The elements of an array indexed by a scalarset belong to its members: they are the cell's
/// *owners*. A cell that holds a member has that member as one more *participant*. Cells without
/// participants, whatever the state, have no entry.
///
/// A permutation moves a cell by the sum over its owners of `(image - member) * stride`, because
/// members of a class have consecutive numbers and lie `stride` cells apart.
///
/// The slots of a multiset take part too, with numbers after those of the members, so that
/// members are known by the elements that mention them. No permutation moves them, but the
/// elements are sorted again afterwards.
final class SymmetryTables: @unchecked Sendable {
  // @unchecked: nothing changes after `init`.

  /// One cell.
  struct Entry: BitwiseCopyable {
    let cell: Int32
    let word: Int32
    let shift: UInt64
    let mask: UInt64
    /// Its owners are `owners[firstOwner..<firstOwner + ownerCount]`.
    let firstOwner: Int32
    let ownerCount: Int32
    /// Where its part of `memberOfRaw` begins; -1 when it never holds a member.
    let values: Int32
    /// The same for cells that some permutation may take to each other, in general not for
    /// others.
    let seed: UInt64
  }

  struct Owner: BitwiseCopyable {
    let member: Int32
    /// The distance in cells to the next member's.
    let stride: Int32
  }

  let scalarsets: Scalarsets
  let memberCount: Int
  /// Members and slots.
  let participantCount: Int
  let wordCount: Int
  let entryCount: Int
  /// The entries before it have one owner and never hold a member.
  let firstLink: Int
  let entries: UnsafeMutablePointer<Entry>
  let owners: UnsafeMutablePointer<Owner>
  let memberOfRaw: UnsafeMutablePointer<Int32>
  /// For each cell of the layout its entry, -1 without.
  let entryOfCell: UnsafeMutablePointer<Int32>
  /// The bits that no permutation moves.
  let fixedBits: UnsafeMutablePointer<UInt64>
  /// The first member of each class, and the number of all members.
  let classStarts: UnsafeMutablePointer<Int32>
  private let slots: SlotOrder

  init(_ system: TransitionSystem, _ scalarsets: Scalarsets) {
    self.scalarsets = scalarsets
    memberCount = scalarsets.memberCount
    wordCount = system.layout.wordCount
    var walk = CellWalk(scalarsets: scalarsets, layout: system.layout)
    for (position, variable) in system.variables.enumerated() {
      walk.visit(variable.type, owners: [], seed: Mixing.scramble(UInt64(position) &+ 1))
    }
    participantCount = walk.participantCount
    slots = SlotOrder(system)
    let sorted = walk.entries.filter(\.isUnary) + walk.entries.filter { !$0.isUnary }
    entryCount = sorted.count
    firstLink = sorted.firstIndex { !$0.isUnary } ?? sorted.count
    entries = Self.copy(sorted)
    owners = Self.copy(walk.owners)
    memberOfRaw = Self.copy(walk.memberOfRaw)
    classStarts = Self.copy(
      scalarsets.classes.map { Int32($0.first) } + [Int32(scalarsets.memberCount)])
    var entryOfCell = [Int32](repeating: -1, count: system.layout.cells.count)
    var fixed = [UInt64](repeating: .max, count: system.layout.wordCount)
    for (position, entry) in sorted.enumerated() {
      entryOfCell[Int(entry.cell)] = Int32(position)
      fixed[Int(entry.word)] &= ~(entry.mask << entry.shift)
    }
    self.entryOfCell = Self.copy(entryOfCell)
    fixedBits = Self.copy(fixed)
  }

  deinit {
    entries.deallocate()
    owners.deallocate()
    memberOfRaw.deallocate()
    entryOfCell.deallocate()
    fixedBits.deallocate()
    classStarts.deallocate()
  }

  var hasMultisets: Bool { !slots.isEmpty }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for (position, element) in elements.enumerated() {
      (memory + position).initialize(to: element)
    }
    return memory
  }

  /// The entry that a permutation takes this one to.
  @inline(__always)
  func image(of entry: Entry, under permutation: UnsafePointer<Int32>) -> Int {
    var cell = entry.cell
    for position in 0..<Int(entry.ownerCount) {
      let owner = owners[Int(entry.firstOwner) &+ position]
      cell &+= (permutation[Int(owner.member)] &- owner.member) &* owner.stride
    }
    return Int(entryOfCell[Int(cell)])
  }

  /// The raw value that a permutation makes of a cell's.
  @inline(__always)
  func image(ofRaw raw: UInt64, in entry: Entry, under permutation: UnsafePointer<Int32>)
    -> UInt64
  {
    guard entry.values >= 0 else { return raw }
    let member = memberOfRaw[Int(entry.values) &+ Int(truncatingIfNeeded: raw)]
    guard member >= 0 else { return raw }
    return raw &+ UInt64(bitPattern: Int64(permutation[Int(member)] &- member))
  }

  /// Writes the permuted state to `result`, which must not be `state`.
  func permute(
    _ state: UnsafePointer<UInt64>, by permutation: UnsafePointer<Int32>,
    into result: UnsafeMutablePointer<UInt64>
  ) {
    for word in 0..<wordCount { result[word] = state[word] & fixedBits[word] }
    for position in 0..<entryCount {
      let entry = entries[position]
      let raw = state[Int(entry.word)] &>> entry.shift & entry.mask
      let target = entries[image(of: entry, under: permutation)]
      result[Int(target.word)] |= image(ofRaw: raw, in: entry, under: permutation) &<< target.shift
    }
    if hasMultisets { slots.sort(result) }
  }
}

extension SymmetryTables.Entry {
  fileprivate var isUnary: Bool { values < 0 && ownerCount == 1 }
}

/// Walks over the cells of a state in the order of the layout.
private struct CellWalk {
  let scalarsets: Scalarsets
  let layout: StateLayout
  var entries: [SymmetryTables.Entry] = []
  var owners: [SymmetryTables.Owner] = []
  var memberOfRaw: [Int32] = []
  private(set) var participantCount: Int
  private var cell = 0
  private var valuesOf: [ScalarType: Int32] = [:]

  init(scalarsets: Scalarsets, layout: StateLayout) {
    self.scalarsets = scalarsets
    self.layout = layout
    participantCount = scalarsets.memberCount
  }

  mutating func visit(_ type: ValueType, owners: [SymmetryTables.Owner], seed: UInt64) {
    switch type {
    case .scalar(let scalar): place(scalar, owners, seed)
    case .record(let fields):
      for (position, field) in fields.enumerated() {
        visit(field.type, owners: owners, seed: Mixing.mix(seed, UInt64(position)))
      }
    case .array(let index, let element):
      let stride = Int32(StateLayout.cellCount(of: element))
      for (position, participant) in participants(for: index).enumerated() {
        guard let participant else {
          visit(element, owners: owners, seed: Mixing.mix(seed, UInt64(position)))
          continue
        }
        let owner = SymmetryTables.Owner(member: Int32(participant), stride: stride)
        let kind = scalarsets.classes.firstIndex { $0.members.contains(participant) } ?? -1
        visit(
          element, owners: owners + [owner],
          seed: Mixing.mix(seed, UInt64(bitPattern: Int64(kind)) | 1 << 63))
      }
    }
  }

  /// For each of an array's indices its number as a participant, nil where it is none.
  private mutating func participants(for index: ScalarType) -> [Int?] {
    let count = index.count ?? 0
    if index.kind == .slot {
      participantCount += count
      return Array(participantCount - count..<participantCount)
    }
    guard let members = scalarsets.members(ofRaw: index) else {
      return Array(repeating: nil, count: count)
    }
    return members.dropFirst().map { $0 < 0 ? nil : Int($0) }
  }

  private mutating func place(_ type: ScalarType, _ owners: [SymmetryTables.Owner], _ seed: UInt64)
  {
    defer { cell += 1 }
    let values = values(of: type)
    guard values >= 0 || !owners.isEmpty else { return }
    let bits = layout.cells[cell]
    entries.append(
      SymmetryTables.Entry(
        cell: Int32(cell), word: Int32(bits.word), shift: UInt64(bits.shift), mask: bits.mask,
        firstOwner: Int32(self.owners.count), ownerCount: Int32(owners.count), values: values,
        seed: Self.distinguishing(owners, seed)))
    self.owners += owners
  }

  private mutating func values(of type: ScalarType) -> Int32 {
    if let known = valuesOf[type] { return known }
    var position: Int32 = -1
    if let table = scalarsets.members(ofRaw: type) {
      position = Int32(memberOfRaw.count)
      memberOfRaw += table
    }
    valuesOf[type] = position
    return position
  }

  /// A seed that also tells which owners are the same member, such as on a diagonal.
  private static func distinguishing(_ owners: [SymmetryTables.Owner], _ seed: UInt64) -> UInt64 {
    owners.indices.reduce(seed) { seed, position in
      let earlier = owners[..<position].firstIndex { $0.member == owners[position].member }
      return earlier.map { Mixing.mix(seed, UInt64(position * 64 + $0)) } ?? seed
    }
  }
}

/// Mixing of bits, the same on every machine.
///
/// The finalizer is that of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
/// generators, OOPSLA 2014).
enum Mixing {
  @inline(__always)
  static func scramble(_ value: UInt64) -> UInt64 {
    var mixed = value &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ (mixed &>> 29)
  }

  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    scramble(left &* 5 &+ right &+ 1)
  }
}
