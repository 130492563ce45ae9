import Model
import Z3

/// What an expression yields: 64 bits in two's complement, as the evaluator computes with them, or
/// an integer where types may have any size.
///
/// Nothing is known of a word but its value; there are no intervals, and no width is saved. What is
/// constant is computed by the arithmetic of the evaluator itself.
enum Word: Equatable {
  case constant(Int64)
  /// 1 where a condition holds, and 0 elsewhere.
  case truth(Term)
  case bits(Term)
  /// An integer that a word can hold.
  case number(Term)

  /// How many bits a word has.
  static let width = 64

  /// The word as the solver computes with it: as 64 bits or as an integer.
  func value(in encoding: Encoding) -> Term {
    switch self {
    case .constant(let value): encoding.constant(value)
    case .truth(let term): term.then(encoding.constant(1), else: encoding.constant(0))
    case .bits(let term), .number(let term): term
    }
  }

  /// That the word is not zero.
  func isTrue(in encoding: Encoding) -> Term {
    switch self {
    case .constant(let value): encoding.context.truth(value != 0)
    case .truth(let term): term
    case .bits(let term), .number(let term): !term.equals(encoding.constant(0))
    }
  }

  /// One of two words.
  static func choose(_ condition: Term, _ yes: Word, _ no: Word, in encoding: Encoding) -> Word {
    if let truth = condition.truth { return truth ? yes : no }
    if yes == no { return yes }
    if yes.isTruthValue, no.isTruthValue {
      return .truth(condition.then(yes.isTrue(in: encoding), else: no.isTrue(in: encoding)))
    }
    return encoding.word(
      condition.then(yes.value(in: encoding), else: no.value(in: encoding)))
  }

  /// That two words are the same.
  func equals(_ other: Word, in encoding: Encoding) -> Term {
    if case .constant(let left) = self, case .constant(let right) = other {
      return encoding.context.truth(left == right)
    }
    if isTruthValue, other.isTruthValue {
      let (left, right) = (isTrue(in: encoding), other.isTrue(in: encoding))
      if let truth = left.truth { return truth ? right : !right }
      if let truth = right.truth { return truth ? left : !left }
      return left.equals(right)
    }
    return value(in: encoding).equals(other.value(in: encoding))
  }

  /// That this word is less than another.
  func isLess(than other: Word, in encoding: Encoding) -> Term {
    if case .constant(let left) = self, case .constant(let right) = other {
      return encoding.context.truth(left < right)
    }
    return encoding.isLess(value(in: encoding), other.value(in: encoding))
  }

  /// That a type has this value.
  func belongs(to type: ScalarType, in encoding: Encoding) -> Term {
    if isTruthValue, encoding.isTruthType(type) { return encoding.context.truth(true) }
    let (lower, upper) = encoding.bounds(of: type)
    if case .number(let term) = self, encoding.anySize!.isRestricted(term, lower, upper) {
      return encoding.context.truth(true)
    }
    return encoding.isBetween(self, lower, upper)
  }

  private var isTruthValue: Bool {
    switch self {
    case .constant(let value): value == 0 || value == 1
    case .truth: true
    case .bits, .number: false
    }
  }
}
