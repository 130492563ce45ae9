import Model

/// The scalarsets of a system whose members are interchangeable, and all their members numbered
/// in one row.
///
/// Types that exchange members with each other must be permuted alike, so they form one class.
/// A class of one member has nothing to permute and is left out.
struct Scalarsets: Sendable {
  struct Class: Sendable, Hashable {
    /// The names of its types, for messages.
    let name: String
    /// The number of its first member.
    let first: Int
    let size: Int
    var members: Range<Int> { first..<first + size }
  }

  let classes: [Class]
  private let positions: [ScalarType: Int]

  /// - Parameter groups: types that belong together, all scalarsets of one size.
  init(_ groups: [[ScalarType]]) {
    var classes: [Class] = []
    var positions: [ScalarType: Int] = [:]
    for types in groups {
      guard let size = types[0].count, size > 1 else { continue }
      for type in types { positions[type] = classes.count }
      let first = classes.last.map { $0.first + $0.size } ?? 0
      let name = types.compactMap(\.name).joined(separator: "/")
      classes.append(Class(name: name, first: first, size: size))
    }
    self.classes = classes
    self.positions = positions
  }

  var memberCount: Int { classes.last.map { $0.first + $0.size } ?? 0 }

  /// The class of a type; nil when its values are not permuted.
  func position(of type: ScalarType) -> Int? { positions[type] }

  /// For each raw value of a cell of this type the number of the member that it is, -1 for those
  /// that are none; nil when no value of the type is a member.
  func members(ofRaw type: ScalarType) -> [Int32]? {
    guard isPermuted(type), type.lower <= type.upper else { return nil }
    return [-1]
      + (type.lower...type.upper).map { value in
        let (origin, value) = type.origin(of: value)
        return position(of: origin).map { Int32(classes[$0].first + Int(value)) } ?? -1
      }
  }

  /// Whether some value of the type is a member of a class.
  func isPermuted(_ type: ScalarType) -> Bool {
    if case .union(let parts) = type.kind { return parts.contains(where: isPermuted) }
    return position(of: type) != nil
  }

  /// The value of a parameter or cell of this type after the members were permuted.
  func image(of value: Int64, _ type: ScalarType, under permutation: [Int32]) -> Int64 {
    guard let table = members(ofRaw: type) else { return value }
    let member = table[Int(value - type.lower) + 1]
    return member < 0 ? value : value + Int64(permutation[Int(member)] - member)
  }
}
