import Model
import Z3

/// What an expression yields: 64 bits in two's complement, as the evaluator computes with them.
///
/// Nothing is known of a word but its bits; there are no intervals, and no width is saved. What is
/// constant is computed by the arithmetic of the evaluator itself.
enum Word: Equatable {
  case constant(Int64)
  /// 1 where a condition holds, and 0 elsewhere.
  case truth(Term)
  case bits(Term)

  /// How many bits a word has.
  static let width = 64

  /// The word as 64 bits.
  func bits(in context: Context) -> Term {
    switch self {
    case .constant(let value): context.bits(Int128(value), width: Word.width)
    case .truth(let term):
      term.then(
        context.bits(1 as Int128, width: Word.width),
        else: context.bits(0 as Int128, width: Word.width))
    case .bits(let term): term
    }
  }

  /// That the word is not zero.
  func isTrue(in context: Context) -> Term {
    switch self {
    case .constant(let value): context.truth(value != 0)
    case .truth(let term): term
    case .bits(let term): !term.equals(context.bits(0 as Int128, width: Word.width))
    }
  }

  /// One of two words.
  static func choose(_ condition: Term, _ yes: Word, _ no: Word) -> Word {
    if let truth = condition.truth { return truth ? yes : no }
    if yes == no { return yes }
    let context = condition.context
    if yes.isTruthValue, no.isTruthValue {
      return .truth(condition.then(yes.isTrue(in: context), else: no.isTrue(in: context)))
    }
    return .bits(condition.then(yes.bits(in: context), else: no.bits(in: context)))
  }

  /// That two words are the same.
  func equals(_ other: Word, in context: Context) -> Term {
    if case .constant(let left) = self, case .constant(let right) = other {
      return context.truth(left == right)
    }
    if isTruthValue, other.isTruthValue {
      let (left, right) = (isTrue(in: context), other.isTrue(in: context))
      if let truth = left.truth { return truth ? right : !right }
      if let truth = right.truth { return truth ? left : !left }
      return left.equals(right)
    }
    return bits(in: context).equals(other.bits(in: context))
  }

  /// That this word is less than another.
  func isLess(than other: Word, in context: Context) -> Term {
    if case .constant(let left) = self, case .constant(let right) = other {
      return context.truth(left < right)
    }
    return bits(in: context).signedLess(other.bits(in: context))
  }

  /// That a type has this value.
  func belongs(to type: ScalarType, in context: Context) -> Term {
    if isTruthValue, type.contains(0), type.contains(1) { return context.truth(true) }
    return !isLess(than: .constant(type.lower), in: context)
      && !Word.constant(type.upper).isLess(than: self, in: context)
  }

  private var isTruthValue: Bool {
    switch self {
    case .constant(let value): value == 0 || value == 1
    case .truth: true
    case .bits: false
    }
  }
}

// MARK: Operators

extension Word {
  /// The result of an operator, and when there is none.
  typealias Result = (value: Word, fails: Term)

  /// What a unary operator makes of a word.
  static func apply(_ op: UnaryOperator, _ word: Word, in context: Context) -> Result {
    if case .constant(let value) = word {
      return computed(in: context) { () throws(FailureKind) in try Arithmetic.apply(op, value) }
    }
    let never = context.truth(false)
    switch op {
    case .not: return (.truth(!word.isTrue(in: context)), never)
    case .negate: return apply(.subtract, .constant(0), word, in: context)
    case .complement: return (.bits(~word.bits(in: context)), never)
    }
  }

  /// What a binary operator makes of two words, both of which are there.
  static func apply(_ op: BinaryOperator, _ left: Word, _ right: Word, in context: Context)
    -> Result
  {
    if case .constant(let first) = left, case .constant(let second) = right {
      return computed(in: context) { () throws(FailureKind) in
        try Arithmetic.apply(op, first, second)
      }
    }
    let (first, second) = (left.bits(in: context), right.bits(in: context))
    switch op {
    case .add: return (.bits(first + second), !first.addsExactly(second, signed: true))
    case .subtract: return (.bits(first - second), !first.subtractsExactly(second, signed: true))
    case .multiply: return (.bits(first * second), !first.multipliesExactly(second, signed: true))
    case .divide:
      let least = left.equals(.constant(.min), in: context)
      let fails =
        right.equals(.constant(0), in: context)
        || (least && right.equals(.constant(-1), in: context))
      return (.bits(first.signedQuotient(second)), fails)
    case .remainder:
      return (.bits(first.signedRemainder(second)), right.equals(.constant(0), in: context))
    default: return (plain(op, left, right, in: context), context.truth(false))
    }
  }

  /// The operators that always have a result.
  private static func plain(_ op: BinaryOperator, _ left: Word, _ right: Word, in context: Context)
    -> Word
  {
    func bits(_ combine: (Term, Term) -> Term) -> Word {
      .bits(combine(left.bits(in: context), right.bits(in: context)))
    }
    switch op {
    case .bitAnd: return bits { $0 & $1 }
    case .bitOr: return bits { $0 | $1 }
    case .bitXor: return bits { $0 ^ $1 }
    case .shiftLeft: return shift(left, by: right, leftwards: true, in: context)
    case .shiftRight: return shift(left, by: right, leftwards: false, in: context)
    case .less: return .truth(left.isLess(than: right, in: context))
    case .lessOrEqual: return .truth(!right.isLess(than: left, in: context))
    case .greater: return .truth(right.isLess(than: left, in: context))
    case .greaterOrEqual: return .truth(!left.isLess(than: right, in: context))
    case .equal: return .truth(left.equals(right, in: context))
    case .notEqual: return .truth(!left.equals(right, in: context))
    case .and: return .truth(left.isTrue(in: context) && right.isTrue(in: context))
    case .or: return .truth(left.isTrue(in: context) || right.isTrue(in: context))
    case .implies: return .truth(left.isTrue(in: context).implies(right.isTrue(in: context)))
    case .add, .subtract, .multiply, .divide, .remainder:
      preconditionFailure("these may fail")
    }
  }

  /// Shifts the other way where the count is negative, and gives 0 where it is 64 or more.
  private static func shift(
    _ word: Word, by count: Word, leftwards: Bool, in context: Context
  ) -> Word {
    let (value, amount) = (word.bits(in: context), count.bits(in: context))
    let zero = context.bits(0 as Int128, width: width)
    let isFar =
      Word.constant(Int64(width) - 1).isLess(than: count, in: context)
      || count.isLess(than: .constant(1 - Int64(width)), in: context)
    func shifted(_ amount: Term, leftwards: Bool) -> Term {
      leftwards ? value.shiftedLeft(amount) : value.arithmeticallyShiftedRight(amount)
    }
    let near = count.isLess(than: .constant(0), in: context).then(
      shifted(-amount, leftwards: !leftwards), else: shifted(amount, leftwards: leftwards))
    return .bits(isFar.then(zero, else: near))
  }

  private static func computed(
    in context: Context, _ compute: () throws(FailureKind) -> Int64
  ) -> Result {
    do { return (.constant(try compute()), context.truth(false)) } catch {
      return (.constant(0), context.truth(true))
    }
  }
}
