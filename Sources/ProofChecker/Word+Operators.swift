import Model
import Z3

// What operators make of words.
extension Word {
  /// The result of an operator, and when there is none.
  typealias Result = (value: Word, fails: Term)

  /// What a unary operator makes of a word.
  static func apply(_ op: UnaryOperator, _ word: Word, in encoding: Encoding) -> Result {
    if case .constant(let value) = word {
      return computed(in: encoding) { () throws(FailureKind) in try Arithmetic.apply(op, value) }
    }
    let never = encoding.context.truth(false)
    switch op {
    case .not: return (.truth(!word.isTrue(in: encoding)), never)
    case .negate: return apply(.subtract, .constant(0), word, in: encoding)
    case .complement:
      if encoding.anySize == nil { return (.bits(~word.value(in: encoding)), never) }
      return apply(.subtract, .constant(-1), word, in: encoding)
    }
  }

  /// What a binary operator makes of two words, both of which are there.
  static func apply(_ op: BinaryOperator, _ left: Word, _ right: Word, in encoding: Encoding)
    -> Result
  {
    if case .constant(let first) = left, case .constant(let second) = right {
      return computed(in: encoding) { () throws(FailureKind) in
        try Arithmetic.apply(op, first, second)
      }
    }
    guard op.mayFail else {
      return (plain(op, left, right, in: encoding), encoding.context.truth(false))
    }
    return encoding.anySize == nil
      ? ofBits(op, left, right, in: encoding) : ofIntegers(op, left, right, in: encoding)
  }

  private static func ofBits(
    _ op: BinaryOperator, _ left: Word, _ right: Word, in encoding: Encoding
  )
    -> Result
  {
    let (first, second) = (left.value(in: encoding), right.value(in: encoding))
    let isByZero = right.equals(.constant(0), in: encoding)
    switch op {
    case .add: return (.bits(first + second), !first.addsExactly(second, signed: true))
    case .subtract: return (.bits(first - second), !first.subtractsExactly(second, signed: true))
    case .multiply: return (.bits(first * second), !first.multipliesExactly(second, signed: true))
    case .divide:
      let least = left.equals(.constant(.min), in: encoding)
      return (
        .bits(first.signedQuotient(second)),
        isByZero || (least && right.equals(.constant(-1), in: encoding))
      )
    case .remainder: return (.bits(first.signedRemainder(second)), isByZero)
    default: preconditionFailure("the others always have a result")
    }
  }

  /// Results that a word cannot hold are failures, so that integers are as good as words.
  private static func ofIntegers(
    _ op: BinaryOperator, _ left: Word, _ right: Word, in encoding: Encoding
  ) -> Result {
    let (first, second) = (left.value(in: encoding), right.value(in: encoding))
    func fitting(_ term: Term) -> Result { (.number(term), !encoding.fits(term)) }
    switch op {
    case .add: return fitting(first.adding(second))
    case .subtract: return fitting(first.subtracting(second))
    case .multiply: return fitting(first.multiplied(by: second))
    case .divide, .remainder:
      let zero = encoding.constant(0)
      let isByZero = second.equals(zero)
      func magnitude(_ term: Term) -> Term {
        term.less(zero).then(zero.subtracting(term), else: term)
      }
      let rounded = magnitude(first).quotient(rounded: magnitude(second))
      let quotient = first.less(zero).equals(second.less(zero)).then(
        rounded, else: zero.subtracting(rounded))
      if op == .remainder {
        return (.number(first.subtracting(second.multiplied(by: quotient))), isByZero)
      }
      return (.number(quotient), isByZero || !encoding.fits(quotient))
    default: preconditionFailure("the others always have a result")
    }
  }

  /// The operators that always have a result.
  private static func plain(
    _ op: BinaryOperator, _ left: Word, _ right: Word, in encoding: Encoding
  )
    -> Word
  {
    func bits(_ combine: (Term, Term) -> Term) -> Word {
      .bits(combine(left.value(in: encoding), right.value(in: encoding)))
    }
    switch op {
    case .bitAnd: return bits { $0 & $1 }
    case .bitOr: return bits { $0 | $1 }
    case .bitXor: return bits { $0 ^ $1 }
    case .shiftLeft: return shift(left, by: right, leftwards: true, in: encoding)
    case .shiftRight: return shift(left, by: right, leftwards: false, in: encoding)
    case .less: return .truth(left.isLess(than: right, in: encoding))
    case .lessOrEqual: return .truth(!right.isLess(than: left, in: encoding))
    case .greater: return .truth(right.isLess(than: left, in: encoding))
    case .greaterOrEqual: return .truth(!left.isLess(than: right, in: encoding))
    case .equal: return .truth(left.equals(right, in: encoding))
    case .notEqual: return .truth(!left.equals(right, in: encoding))
    case .and: return .truth(left.isTrue(in: encoding) && right.isTrue(in: encoding))
    case .or: return .truth(left.isTrue(in: encoding) || right.isTrue(in: encoding))
    case .implies: return .truth(left.isTrue(in: encoding).implies(right.isTrue(in: encoding)))
    case .add, .subtract, .multiply, .divide, .remainder:
      preconditionFailure("these may fail")
    }
  }

  /// Shifts the other way where the count is negative, and gives 0 where it is 64 or more.
  private static func shift(
    _ word: Word, by count: Word, leftwards: Bool, in encoding: Encoding
  ) -> Word {
    let (value, amount) = (word.value(in: encoding), count.value(in: encoding))
    let zero = encoding.constant(0)
    let isFar =
      Word.constant(Int64(width) - 1).isLess(than: count, in: encoding)
      || count.isLess(than: .constant(1 - Int64(width)), in: encoding)
    func shifted(_ amount: Term, leftwards: Bool) -> Term {
      leftwards ? value.shiftedLeft(amount) : value.arithmeticallyShiftedRight(amount)
    }
    let near = count.isLess(than: .constant(0), in: encoding).then(
      shifted(-amount, leftwards: !leftwards), else: shifted(amount, leftwards: leftwards))
    return .bits(isFar.then(zero, else: near))
  }

  private static func computed(
    in encoding: Encoding, _ compute: () throws(FailureKind) -> Int64
  ) -> Result {
    do { return (.constant(try compute()), encoding.context.truth(false)) } catch {
      return (.constant(0), encoding.context.truth(true))
    }
  }
}

extension BinaryOperator {
  /// Whether it has no result for some words.
  fileprivate var mayFail: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .remainder: true
    default: false
    }
  }

  /// Whether it computes with the bits of words.
  var isBitwise: Bool {
    switch self {
    case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight: true
    default: false
    }
  }
}
