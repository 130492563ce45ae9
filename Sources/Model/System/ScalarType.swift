package import Polynomials

/// How the bounds of a type depend on the symbolic constants of a system.
package struct SymbolicBounds: Hashable, Sendable {
  /// The least value.
  package let lower: Polynomial
  /// The greatest value.
  package let upper: Polynomial

  package init(lower: Polynomial, upper: Polynomial) {
    self.lower = lower
    self.upper = upper
  }
}

/// The type of a value that fits in one cell of a state: an integer between two bounds,
/// shown as a truth value, an enumeration member, a number or a scalarset member.
package struct ScalarType: Hashable, Sendable {
  /// How the values of a scalar type are written and compared.
  package enum Kind: Hashable, Sendable {
    case boolean
    /// The member names, in order; member `i` has the value `i`.
    case enumeration(members: [String])
    case range
    /// Members without order; member `i` has the value `i`.
    case scalarset
    /// Any 64-bit value: what arithmetic yields, and what ranged loops bind. Never a state cell.
    case integer
    /// The values of several types laid end to end from 0: those of the first, then those of the
    /// second, and so on. A value stands for the member that it comes from.
    case union(members: [ScalarType])
    /// A position in a multiset; which one an element is at tells nothing.
    case slot
    /// Of the single value 0, which is defined in the slots of a multiset that hold an element.
    case presence
  }

  /// The name that the specification gives this type, if it has one.
  package let name: String?
  package let kind: Kind
  /// The least value.
  package let lower: Int64
  /// The greatest value.
  package let upper: Int64
  /// What the bounds are in every instance, when they depend on symbolic constants; `lower` and
  /// `upper` are those of the instance at hand.
  package let symbolicBounds: SymbolicBounds?

  package init(
    name: String?, kind: Kind, lower: Int64, upper: Int64, symbolicBounds: SymbolicBounds? = nil
  ) {
    self.name = name
    self.kind = kind
    self.lower = lower
    self.upper = upper
    self.symbolicBounds = symbolicBounds
  }

  /// The truth values; false is 0, true is 1.
  package static let boolean = ScalarType(name: "boolean", kind: .boolean, lower: 0, upper: 1)

  /// Every 64-bit value.
  package static let integer = ScalarType(name: nil, kind: .integer, lower: .min, upper: .max)

  /// A subrange `lower..upper`.
  package static func range(
    _ lower: Int64, _ upper: Int64, name: String? = nil, symbolicBounds: SymbolicBounds? = nil
  ) -> ScalarType {
    ScalarType(
      name: name, kind: .range, lower: lower, upper: upper, symbolicBounds: symbolicBounds)
  }

  /// The single value of a number that depends on symbolic constants, and is `value` here.
  package static func number(_ form: Polynomial, value: Int64) -> ScalarType {
    .range(value, value, symbolicBounds: SymbolicBounds(lower: form, upper: form))
  }

  /// A scalarset of `size` members.
  package static func scalarset(
    _ name: String?, size: Int64, symbolicBounds: SymbolicBounds? = nil
  ) -> ScalarType {
    ScalarType(
      name: name, kind: .scalarset, lower: 0, upper: size - 1, symbolicBounds: symbolicBounds)
  }

  /// An enumeration of the given members.
  package static func enumeration(_ name: String?, members: [String]) -> ScalarType {
    ScalarType(
      name: name, kind: .enumeration(members: members), lower: 0, upper: Int64(members.count) - 1)
  }

  /// The values of all `members`, which do not start at different values than 0.
  package static func union(_ name: String?, members: [ScalarType]) -> ScalarType {
    let count = members.reduce(Int64(0)) { $0 + $1.upper + 1 }
    return ScalarType(name: name, kind: .union(members: members), lower: 0, upper: count - 1)
  }

  /// The positions in a multiset of at most `size` elements.
  package static func slot(size: Int64) -> ScalarType {
    ScalarType(name: nil, kind: .slot, lower: 0, upper: size - 1)
  }

  /// The mark of a slot that holds an element.
  package static let presence = ScalarType(name: nil, kind: .presence, lower: 0, upper: 0)

  /// The least value in every instance.
  package var lowerForm: Polynomial { symbolicBounds?.lower ?? Polynomial(lower) }

  /// The greatest value in every instance.
  package var upperForm: Polynomial { symbolicBounds?.upper ?? Polynomial(upper) }

  /// Whether `value` belongs to this type.
  package func contains(_ value: Int64) -> Bool { lower <= value && value <= upper }

  /// The number of values, or nil when there are 2^63 or more.
  package var count: Int? {
    guard lower <= upper else { return 0 }
    let (span, overflow) = upper.subtractingReportingOverflow(lower)
    return overflow || span == .max ? nil : Int(span) + 1
  }

  /// The type that a value comes from and the value there: of a union, those of its member; of any
  /// other type, itself.
  package func origin(of value: Int64) -> (type: ScalarType, value: Int64) {
    guard case .union(let members) = kind, contains(value) else { return (self, value) }
    var rest = value
    for member in members {
      if rest <= member.upper { return member.origin(of: rest) }
      rest -= member.upper + 1
    }
    return (self, value)
  }

  /// A value as a person reads it: a number, a member's name, `Task_1` for a scalarset member.
  package func text(of value: Int64) -> String {
    switch kind {
    case .union where contains(value):
      let (type, value) = origin(of: value)
      return type.text(of: value)
    case .presence: return "true"
    case .boolean where contains(value): return value == 1 ? "true" : "false"
    case .enumeration(let members) where contains(value): return members[Int(value)]
    case .scalarset: return "\(name ?? "member")_\(value + 1)"
    default: return String(value)
    }
  }
}

/// The type of a variable, parameter or function result.
package indirect enum ValueType: Hashable, Sendable {
  case scalar(ScalarType)
  case array(index: ScalarType, element: ValueType)
  case record([Field])

  /// A named part of a record.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let type: ValueType

    package init(name: String, type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  /// At most `size` elements in any order: slots, each a record of whether it is in use and of the
  /// element, which is undefined when it is not.
  ///
  /// Between steps the slots in use come first and the elements are sorted: as rows of packed
  /// cells (undefined 0, else `value - lower + 1`), compared from the first cell on, they descend.
  /// So equal multisets are equal states. What a specification means sees to that; whoever
  /// changes the cells of a state in another way, as a renaming of members does, must sort again.
  package static func multiset(size: Int64, of element: ValueType) -> ValueType {
    .array(
      index: .slot(size: size),
      element: .record([
        Field(name: "present", type: .scalar(.presence)), Field(name: "element", type: element),
      ]))
  }

  /// The type of the elements, when this is a multiset.
  package var multisetElement: ValueType? {
    guard case .array(let index, .record(let fields)) = self, index.kind == .slot else {
      return nil
    }
    return fields[1].type
  }

  /// The scalar type, when this is one.
  package var scalar: ScalarType? {
    if case .scalar(let type) = self { type } else { nil }
  }
}
