import Model
import Polynomials
import Z3

/// How values are said to a solver: as words of 64 bits, or as integers where types may have any
/// size.
struct Encoding {
  let context: Context
  /// What is said about sizes that are not known, and about loops of such a length; nil where
  /// every size is known.
  let anySize: AnySize?

  init(in context: Context, anySize: AnySize? = nil) {
    self.context = context
    self.anySize = anySize
  }

  /// The least and the greatest value of a type.
  func bounds(of type: ScalarType) -> (lower: Word, upper: Word) {
    guard let anySize, let bounds = type.symbolicBounds else {
      return (.constant(type.lower), .constant(type.upper))
    }
    return (.number(anySize.number(bounds.lower)), .number(anySize.number(bounds.upper)))
  }

  /// A number that a specification states.
  func number(_ value: Int64, of type: ScalarType) -> Word {
    guard let anySize, let bounds = type.symbolicBounds, bounds.lower == bounds.upper else {
      return .constant(value)
    }
    return .number(anySize.number(bounds.lower))
  }

  /// Whether both truth values belong to a type.
  func isTruthType(_ type: ScalarType) -> Bool {
    (anySize == nil || type.symbolicBounds == nil) && type.contains(0) && type.contains(1)
  }

  // MARK: Values

  /// A number as the solver computes with it.
  func constant(_ value: Int64) -> Term {
    anySize == nil ? context.bits(Int128(value), width: Word.width) : context.integer(value)
  }

  /// What the solver computed as a word.
  func word(_ term: Term) -> Word { anySize == nil ? .bits(term) : .number(term) }

  /// That one value is less than another.
  func isLess(_ left: Term, _ right: Term) -> Term {
    anySize == nil ? left.signedLess(right) : left.less(right)
  }

  /// That a word is neither less than one nor greater than another.
  func isBetween(_ word: Word, _ lower: Word, _ upper: Word) -> Term {
    !word.isLess(than: lower, in: self) && !upper.isLess(than: word, in: self)
  }

  /// That a word can hold an integer.
  func fits(_ integer: Term) -> Term {
    constant(.min).atMost(integer) && integer.atMost(constant(.max))
  }

  // MARK: Unknowns

  /// A value of which nothing is known but what it depends on.
  func unknown(_ name: String, _ arguments: [Term], _ type: ScalarType) -> Word {
    type.kind == .boolean
      ? .truth(context.application(name, arguments, .boolean))
      : .number(context.application(name, arguments, .integer))
  }

  /// That a condition holds for some values of these types; without types, that it holds.
  func exists(_ types: [ScalarType], _ condition: ([Word]) -> Term) -> Term {
    if types.isEmpty { return condition([]) }
    let anySize = anySize!
    let members = types.map { _ in anySize.generic("any") }
    let bounds = types.map { self.bounds(of: $0) }
    for (member, (lower, upper)) in zip(members, bounds) {
      anySize.restrict(member, lower, upper)
    }
    let areInside = zip(members, bounds).map { isBetween(.number($0), $1.lower, $1.upper) }
    return anySize.exists(
      members, condition(members.map(Word.number)), where: context.all(areInside))
  }

  /// That all slots of a type hold the same.
  func areSame(_ first: [Slot], _ second: [Slot], of type: ValueType) -> Term {
    context.all(
      zip(zip(first, second), leaves(of: type)).map { slots, leaf in
        !exists(leaf.indices) { !slots.0[$0].isSame(as: slots.1[$0], in: self) }
      })
  }
}
