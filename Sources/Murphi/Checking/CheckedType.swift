/// A type with its bounds worked out.
///
/// Bounds that depend on symbolic constants are compared by how they do: types that only happen to
/// agree in the instance at hand differ.
package indirect enum CheckedType: Sendable, Hashable {
  case boolean
  /// Any 64-bit number: what arithmetic yields.
  case integer
  /// Numbers from `lower` to `upper`; named when the program gives it a name.
  case range(lower: Quantity, upper: Quantity, name: String?)
  /// Ordered members; member `i` has the value `i`.
  case enumeration(members: [String], name: String?)
  /// `size` members without order, with the values from 0.
  case scalarset(size: Quantity, name: String?)
  /// The values of the members laid end to end from 0: each an enumeration, a scalarset or
  /// `boolean`, and none twice.
  case union(members: [CheckedType], name: String?)
  case record([Field])
  /// At most `size` elements in any order.
  case multiset(size: Int64, element: CheckedType)
  /// Where an element is in a multiset of this type.
  case slot(of: CheckedType)
  /// The index type is always simple.
  case array(index: CheckedType, element: CheckedType)
  /// What something wrong has; fits everywhere, so that one mistake is reported once.
  case invalid

  /// A named part of a record.
  package struct Field: Sendable, Hashable {
    /// Its name, unique in the record.
    package let name: String
    /// Its type.
    package let type: CheckedType
  }

  /// Whether values fit in one cell: neither a record nor an array nor a multiset.
  package var isSimple: Bool {
    switch self {
    case .record, .array, .multiset: false
    default: true
    }
  }

  /// Whether values are numbers.
  package var isNumeric: Bool {
    switch self {
    case .integer, .range, .invalid: true
    default: false
    }
  }

  /// Whether values are true or false.
  package var isBoolean: Bool { self == .boolean || self == .invalid }

  /// The least and greatest value of a simple type in the instance at hand.
  package var bounds: ClosedRange<Int64>? { limits.map { $0.lower.value...$0.upper.value } }

  /// The least and greatest value of a simple type.
  package var limits: (lower: Quantity, upper: Quantity)? {
    switch self {
    case .boolean: (0, 1)
    case .integer: (Quantity(.min), Quantity(.max))
    case .range(let lower, let upper, _): (lower, upper)
    case .enumeration(let members, _): (0, Quantity(Int64(members.count) - 1))
    case .scalarset(let size, _): size.predecessor.map { (0, $0) }
    case .union(let members, _): (0, Quantity(members.reduce(-1) { $0 + $1.valueCount }))
    case .slot(of: .multiset(let size, _)): (0, Quantity(size - 1))
    case .record, .array, .multiset, .slot, .invalid: nil
    }
  }

  /// The symbolic constants that the bounds of a simple type depend on, in alphabetical order.
  var symbolicNames: [String] {
    limits.map { Set($0.lower.names + $0.upper.names).sorted() } ?? []
  }

  /// The symbolic constants that the sizes of arrays in this type depend on.
  var namesOfArraySizes: [String] {
    switch self {
    case .array(let index, let element): index.symbolicNames + element.namesOfArraySizes
    case .record(let fields): fields.flatMap { $0.type.namesOfArraySizes }
    default: []
    }
  }

  /// The name that the program gives it, if any.
  package var name: String? {
    switch self {
    case .range(_, _, let name), .enumeration(_, let name), .scalarset(_, let name),
      .union(_, let name):
      name
    case .boolean: "boolean"
    case .integer, .record, .array, .multiset, .slot, .invalid: nil
    }
  }

  /// This type under a name, unless it has one already.
  func named(_ name: String) -> CheckedType {
    switch self {
    case .range(let lower, let upper, nil): .range(lower: lower, upper: upper, name: name)
    case .enumeration(let members, nil): .enumeration(members: members, name: name)
    case .scalarset(let size, nil): .scalarset(size: size, name: name)
    case .union(let members, nil): .union(members: members, name: name)
    default: self
    }
  }

  /// How many cells a value takes, at most `limit + 1`.
  func cellCount(limit: Int) -> Int {
    switch self {
    case .record(let fields):
      fields.reduce(0) { min(limit + 1, $0 + $1.type.cellCount(limit: limit)) }
    case .array(let index, let element):
      count(of: index, times: element.cellCount(limit: limit), limit: limit)
    case .multiset(let size, let element):
      count(
        of: .range(lower: 1, upper: Quantity(size), name: nil),
        times: 1 + element.cellCount(limit: limit), limit: limit)
    default: 1
    }
  }

  /// Whether a value holds a multiset, or is one.
  var holdsMultiset: Bool {
    switch self {
    case .multiset: true
    case .record(let fields): fields.contains { $0.type.holdsMultiset }
    case .array(_, let element): element.holdsMultiset
    default: false
    }
  }

  /// The number of values of an enumeration, scalarset or `boolean`.
  private var valueCount: Int64 { (bounds?.upperBound ?? -1) + 1 }

  /// The values of `member` in this union; nil when it is no member or this is no union.
  func values(of member: CheckedType) -> ClosedRange<Int64>? {
    guard case .union(let members, _) = self, let position = members.firstIndex(of: member) else {
      return nil
    }
    let first = members[..<position].reduce(0) { $0 + $1.valueCount }
    return first...first + member.valueCount - 1
  }

  /// The least and greatest of the values of `type` as values of this type.
  func limits(of type: CheckedType) -> (lower: Quantity, upper: Quantity)? {
    values(of: type).map { (Quantity($0.lowerBound), Quantity($0.upperBound)) } ?? type.limits
  }

  /// What to add to a value of this type to have it in `other`, when one is a union and the other
  /// a member of it; a value that is none of the member's comes to lie outside its bounds.
  func offset(in other: CheckedType) -> Int64? {
    if let values = other.values(of: self) { return values.lowerBound }
    return values(of: other).map { -$0.lowerBound }
  }

  private func count(of index: CheckedType, times size: Int, limit: Int) -> Int {
    guard let bounds = index.bounds else { return size }
    let (span, spanOverflow) = bounds.upperBound.subtractingReportingOverflow(bounds.lowerBound)
    guard !spanOverflow, span < Int64(limit) else { return size == 0 ? 0 : limit + 1 }
    let (total, overflow) = (Int(span) + 1).multipliedReportingOverflow(by: size)
    return overflow ? limit + 1 : min(limit + 1, total)
  }
}

extension CheckedType {
  /// Whether a value of this type may stand where one of `other` is wanted: numbers always mix,
  /// and so do unions and their members; everything else must have the same structure.
  func fits(_ other: CheckedType) -> Bool {
    isNumeric && other.isNumeric || isSame(as: other) || offset(in: other) != nil
  }

  /// Whether both have the same structure: names of types do not count, names of members and
  /// fields do.
  func isSame(as other: CheckedType) -> Bool {
    switch (self, other) {
    case (.invalid, _), (_, .invalid), (.boolean, .boolean), (.integer, .integer): true
    case (.range(let lower, let upper, _), .range(let otherLower, let otherUpper, _)):
      lower == otherLower && upper == otherUpper
    case (.enumeration(let members, _), .enumeration(let others, _)): members == others
    case (.scalarset(let size, _), .scalarset(let other, _)): size == other
    case (.union(let members, _), .union(let others, _)): members == others
    case (.multiset(let size, let element), .multiset(let otherSize, let other)):
      size == otherSize && element.isSame(as: other)
    case (.slot(of: let multiset), .slot(of: let other)): multiset.isSame(as: other)
    case (.record(let fields), .record(let others)):
      fields.count == others.count
        && zip(fields, others).allSatisfy { $0.name == $1.name && $0.type.isSame(as: $1.type) }
    case (.array(let index, let element), .array(let otherIndex, let otherElement)):
      index.isSame(as: otherIndex) && element.isSame(as: otherElement)
    default: false
    }
  }
}

extension CheckedType: CustomStringConvertible {
  /// A value of this type as a person would say it, with its article.
  package var description: String {
    switch self {
    case .boolean: "a truth value"
    case .integer: "a number"
    case .range(let lower, let upper, _): "a number in \(lower)..\(upper)"
    case .enumeration(_, let name?): "a value of '\(name)'"
    case .enumeration(let members, nil): "one of \(shortList(members))"
    case .scalarset(let size, let name):
      "a member of \(name.map { "'\($0)'" } ?? "scalarset(\(size))")"
    case .union(_, let name?): "a value of '\(name)'"
    case .union(let members, nil): "a value of a union of \(shortList(members.map(\.spelling)))"
    case .multiset: "a multiset"
    case .slot: "the position of an element in a multiset"
    case .record(let fields): "a record of \(shortList(fields.map(\.name)))"
    case .array: "an array"
    case .invalid: "something unknown"
    }
  }
}

extension CheckedType {
  /// The name, or what stands for it in a list.
  private var spelling: String {
    switch self {
    case .enumeration(let members, nil): "enum { \(shortList(members)) }"
    case .scalarset(let size, nil): "scalarset(\(size))"
    default: name ?? "\(self)"
    }
  }

  /// What to change when a value of `other` does not fit although it looks alike.
  func remedy(against other: CheckedType) -> String? {
    guard !isSimple, !other.isSimple else { return nil }
    return "both must have the same fields, index types and bounds"
  }
}

private func shortList(_ names: [String]) -> String {
  names.isEmpty
    ? "nothing" : names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", ..." : "")
}
