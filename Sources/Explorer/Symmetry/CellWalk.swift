import CNative
import Model

/// Walks over the cells of a state in the order of the layout.
struct CellWalk {
  private let scalarsets: Scalarsets
  private(set) var entries: [symmetry_entry] = []
  private(set) var owners: [symmetry_owner] = []
  private(set) var memberOfRaw: [Int32] = []
  /// Members, and the slots of multisets.
  private(set) var participantCount: Int
  private var cell: Int32 = 0
  private var valuesOf: [ScalarType: Int32] = [:]

  init(_ system: TransitionSystem, _ scalarsets: Scalarsets) {
    self.scalarsets = scalarsets
    participantCount = scalarsets.memberCount
    for (position, variable) in system.variables.enumerated() {
      visit(variable.type, owners: [], seed: symmetry_mixed(0, UInt64(position)))
    }
  }

  private mutating func visit(_ type: ValueType, owners: [symmetry_owner], seed: UInt64) {
    switch type {
    case .scalar(let scalar): place(scalar, owners, seed)
    case .record(let fields):
      for (position, field) in fields.enumerated() {
        visit(field.type, owners: owners, seed: symmetry_mixed(seed, UInt64(position)))
      }
    case .array(let index, let element):
      let stride = Int32(StateLayout.cellCount(of: element))
      for (position, participant) in participants(for: index).enumerated() {
        guard let participant else {
          visit(element, owners: owners, seed: symmetry_mixed(seed, UInt64(position)))
          continue
        }
        let owner = symmetry_owner(member: Int32(participant), stride: stride)
        let kind = scalarsets.classes.firstIndex { $0.members.contains(participant) } ?? -1
        visit(
          element, owners: owners + [owner],
          seed: symmetry_mixed(seed, UInt64(bitPattern: Int64(kind)) | 1 << 63))
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

  private mutating func place(_ type: ScalarType, _ owners: [symmetry_owner], _ seed: UInt64) {
    defer { cell += 1 }
    let values = values(of: type)
    guard values >= 0 || !owners.isEmpty else { return }
    entries.append(
      symmetry_entry(
        seed: Self.distinguishing(owners, seed), cell: cell,
        origin: owners.reduce(cell) { $0 - $1.member * $1.stride },
        first_owner: Int32(self.owners.count), owner_count: Int32(owners.count), values: values))
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
  private static func distinguishing(_ owners: [symmetry_owner], _ seed: UInt64) -> UInt64 {
    owners.indices.reduce(seed) { seed, position in
      let earlier = owners[..<position].firstIndex { $0.member == owners[position].member }
      return earlier.map { symmetry_mixed(seed, UInt64(position * 64 + $0)) } ?? seed
    }
  }
}
