import Model
import Z3

/// A mathematical integer with bounds that are known to hold; a constant has equal ones.
struct SymbolicInteger {
  let term: Term
  let interval: Interval

  var lower: Int128 { interval.lower }
  var upper: Int128 { interval.upper }

  init(_ term: Term, _ lower: Int128, _ upper: Int128) {
    self.init(term, Interval(lower, upper))
  }

  init(_ term: Term, _ interval: Interval) {
    self.term = term
    self.interval = interval
  }

  /// A number that is known.
  init(_ value: Int128, in context: Context) {
    self.init(context.integer(exactly: value), value, value)
  }

  /// The value when it is known.
  var known: Int128? { lower == upper ? lower : nil }

  /// The same number, known to lie between narrower bounds; the bounds of an empty interval, which
  /// only a run that has failed can meet, stay.
  func narrowed(_ least: Int128, _ greatest: Int128) -> SymbolicInteger {
    let (low, high) = (max(lower, least), min(upper, greatest))
    if low > high { return self }
    return low == high
      ? SymbolicInteger(low, in: term.context) : SymbolicInteger(term, low, high)
  }

  static func + (left: Self, right: Self) -> Self {
    if left.known == 0 { return right }
    if right.known == 0 { return left }
    return Self(left.term.adding(right.term), left.interval + right.interval).settled
  }

  static func - (left: Self, right: Self) -> Self {
    if right.known == 0 { return left }
    return Self(left.term.subtracting(right.term), left.interval - right.interval).settled
  }

  static func * (left: Self, right: Self) -> Self {
    if left.known == 1 { return right }
    if right.known == 1 { return left }
    return Self(left.term.multiplied(by: right.term), left.interval * right.interval).settled
  }

  /// This number with the other sign.
  var negated: Self { Self(Self.negated(term), interval.negated).settled }

  /// An alternative stays one of numbers as simple as before.
  private static func negated(_ term: Term) -> Term {
    if case .choice(let condition, let yes, let no) = term.shape {
      return condition.then(negated(yes), else: negated(no))
    }
    let context = term.context
    return term.numeral.map { context.integer(exactly: -Int128($0)) }
      ?? context.integer(0).subtracting(term)
  }

  /// A numeral where the bounds leave one value.
  private var settled: Self { known.map { Self($0, in: term.context) } ?? self }

  /// That this number is less than another, settled by the bounds where these are apart.
  func isLess(than other: Self) -> Term {
    if upper < other.lower { return term.context.truth(true) }
    if lower >= other.upper { return term.context.truth(false) }
    return term.less(other.term)
  }

  /// That two numbers are equal.
  func isEqual(to other: Self) -> Term {
    if upper < other.lower || other.upper < lower { return term.context.truth(false) }
    return term.equals(other.term)
  }

  static func choose(_ condition: Term, _ yes: Self, _ no: Self) -> Self {
    if let truth = condition.truth { return truth ? yes : no }
    return Self(
      condition.then(yes.term, else: no.term), min(yes.lower, no.lower), max(yes.upper, no.upper))
  }
}

/// What evaluating an expression yields over unbounded index types.
enum SymbolicValue: SymbolicOperand {
  case truth(Term)
  case number(SymbolicInteger)
  /// A member of a type of unknown size.
  case member(Term)

  var term: Term {
    switch self {
    case .truth(let term), .member(let term): term
    case .number(let number): number.term
    }
  }

  /// That the value is not zero.
  var isTrue: Term {
    switch self {
    case .truth(let term): term
    case .number(let number):
      !number.isEqual(to: SymbolicInteger(0, in: number.term.context))
    case .member: preconditionFailure("a scalarset member is no truth value")
    }
  }

  /// The value as a number; truth values are 0 and 1.
  var number: SymbolicInteger {
    switch self {
    case .number(let number): return number
    case .truth(let term):
      let context = term.context
      if let truth = term.truth { return SymbolicInteger(truth ? 1 : 0, in: context) }
      return SymbolicInteger(term.then(context.integer(1), else: context.integer(0)), 0, 1)
    case .member: preconditionFailure("a scalarset member is no number")
    }
  }

  /// That two values are equal.
  func isEqual(to other: SymbolicValue) -> Term {
    switch (self, other) {
    case (.truth(let left), .truth(let right)), (.member(let left), .member(let right)):
      left.equals(right)
    default: number.isEqual(to: other.number)
    }
  }

  static func choose(_ condition: Term, _ yes: SymbolicValue, _ no: SymbolicValue) -> SymbolicValue
  {
    switch (yes, no) {
    case (.truth(let left), .truth(let right)): .truth(condition.then(left, else: right))
    case (.member(let left), .member(let right)): .member(condition.then(left, else: right))
    default: .number(.choose(condition, yes.number, no.number))
    }
  }

  /// This value with constants replaced.
  func replacing(_ constants: [Term], by terms: [Term]) -> SymbolicValue {
    switch self {
    case .truth(let term): .truth(term.replacing(constants, by: terms))
    case .member(let term): .member(term.replacing(constants, by: terms))
    case .number(let number):
      .number(
        SymbolicInteger(
          number.term.replacing(constants, by: terms), number.lower, number.upper))
    }
  }
}

/// A value that may be missing.
struct Entry: Choosable {
  let isDefined: Term
  let value: SymbolicValue

  static func choose(_ condition: Term, _ yes: Entry, _ no: Entry) -> Entry {
    if let truth = condition.truth { return truth ? yes : no }
    // The value of an undefined entry is never read.
    if yes.isDefined.truth == false { return no.defined(where: !condition && no.isDefined) }
    if no.isDefined.truth == false { return yes.defined(where: condition && yes.isDefined) }
    return Entry(
      isDefined: condition.then(yes.isDefined, else: no.isDefined),
      value: .choose(condition, yes.value, no.value))
  }

  private func defined(where condition: Term) -> Entry {
    Entry(isDefined: condition, value: value)
  }

  func replacing(_ constants: [Term], by terms: [Term]) -> Entry {
    Entry(
      isDefined: isDefined.replacing(constants, by: terms),
      value: value.replacing(constants, by: terms))
  }

  /// That two entries of one type hold the same value, or none.
  func isSame(as other: Entry) -> Term {
    let bothUndefined = !isDefined && !other.isDefined
    return bothUndefined || (isDefined && other.isDefined && value.isEqual(to: other.value))
  }
}
