import Model
import SourceText
import Z3

extension Machine {
  /// The value of an expression; failures are recorded on the way.
  mutating func evaluate(_ expression: Expression) throws(Unencodable) -> Value {
    switch expression.kind {
    case .constant(let value):
      if expression.type.kind == .boolean { return .truth(context.truth(value != 0)) }
      return .number(.constant(Int128(value), in: context))
    case .read(let place): return try read(place)
    case .unary(let op, let operand): return try apply(op, operand, at: expression.range)
    case .binary(let op, let left, let right):
      return try apply(op, left, right, at: expression.range)
    case .conditional(let condition, let yes, let no):
      return try choose(try evaluate(condition).isTrue, yes, no)
    case .quantified(let quantifier, let binding, let body):
      return try evaluate(quantifier, binding, body, at: expression.range)
    case .isUndefined(let place):
      let target = try locate(place)
      return .truth(!read(target)[0].isDefined)
    case .same(let left, let right):
      let (left, right) = (try locate(left), try locate(right))
      return .truth(context.all(zip(read(left), read(right)).map { $0.isSame(as: $1) }))
    case .call(let function, let arguments):
      return try value(of: function, arguments, at: expression.range)
    }
  }

  private mutating func read(_ place: Place) throws(Unencodable) -> Value {
    if case .local(let local) = place.root, case .bound(let value) = frame.slots[local.position] {
      return value
    }
    let target = try locate(place)
    let cell = read(target)[0]
    fail(when: !cell.isDefined, at: place.range)
    return cell.value
  }

  private mutating func value(
    of function: FunctionIndex, _ arguments: [Argument], at range: SourceRange
  ) throws(Unencodable) -> Value {
    switch try call(function, arguments) {
    case .scalar(let value, let isDefined):
      fail(when: !isDefined, at: range)
      return value
    case .cells(let cells):
      fail(when: !cells[0].isDefined, at: range)
      return cells[0].value
    case .none: return .number(.constant(0, in: context))
    }
  }

  private mutating func choose(_ condition: Term, _ yes: Expression, _ no: Expression)
    throws(Unencodable) -> Value
  {
    if let truth = condition.truth { return try evaluate(truth ? yes : no) }
    let first = try evaluate(yes, when: condition)
    return .choose(condition, first, try evaluate(no, when: !condition))
  }

  /// Stops, as evaluation does, at the first value that decides.
  private mutating func evaluate(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, at range: SourceRange
  ) throws(Unencodable) -> Value {
    var undecided = context.truth(true)
    for round in try rounds(of: binding.domain, at: range) {
      let going = undecided && round.happens
      if going.truth == false { continue }
      frame.slots[binding.local.position] = .bound(round.value)
      let decided = try evaluate(body, when: going).isTrue
      let goesOn = quantifier == .forall ? decided : !decided
      undecided = undecided && round.happens.implies(goesOn)
    }
    return .truth(quantifier == .forall ? undecided : !undecided)
  }
}

// Operators.
extension Machine {
  private mutating func apply(_ op: UnaryOperator, _ operand: Expression, at range: SourceRange)
    throws(Unencodable) -> Value
  {
    let value = try evaluate(operand)
    switch op {
    case .not: return .truth(!value.isTrue)
    case .negate: return fit(.constant(0, in: context) - value.scalar, at: range)
    case .complement: return .number(value.scalar.complement)
    }
  }

  private mutating func apply(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(Unencodable) -> Value {
    let first = try evaluate(left)
    switch op {
    case .and: return .truth(try evaluate(right, after: first.isTrue) { $0 && $1 })
    case .or: return .truth(!(try evaluate(right, after: !first.isTrue) { $0 && !$1 }))
    case .implies: return .truth(!(try evaluate(right, after: first.isTrue) { $0 && !$1 }))
    case .equal: return .truth(first.isEqual(to: try evaluate(right)))
    case .notEqual: return .truth(!first.isEqual(to: try evaluate(right)))
    default: return apply(op, first.scalar, try evaluate(right).scalar, at: range)
    }
  }

  /// A combination with a second operand that is only evaluated where a condition holds.
  private mutating func evaluate(
    _ right: Expression, after condition: Term, _ combine: (Term, Term) -> Term
  ) throws(Unencodable) -> Term {
    if condition.truth == false { return condition }
    return combine(condition, try evaluate(right, when: condition).isTrue)
  }

  private mutating func apply(
    _ op: BinaryOperator, _ left: Scalar, _ right: Scalar, at range: SourceRange
  ) -> Value {
    switch op {
    case .add: return fit(left + right, at: range)
    case .subtract: return fit(left - right, at: range)
    case .multiply: return fit(left * right, at: range)
    case .divide:
      fail(when: right.isEqual(to: .constant(0, in: context)), at: range)
      return fit(left.quotient(right), at: range)
    case .remainder:
      fail(when: right.isEqual(to: .constant(0, in: context)), at: range)
      return .number(left.remainder(right))
    case .bitAnd: return .number(left.bitwiseAnd(right))
    case .bitOr: return .number(left.bitwise(right, |))
    case .bitXor: return .number(left.bitwise(right, ^))
    case .shiftLeft: return .number(left.shifted(left: right))
    case .shiftRight: return .number(left.shifted(right: right))
    case .less: return .truth(left.isLess(than: right))
    case .lessOrEqual: return .truth(!right.isLess(than: left))
    case .greater: return .truth(right.isLess(than: left))
    case .greaterOrEqual: return .truth(!left.isLess(than: right))
    case .equal, .notEqual, .and, .or, .implies: preconditionFailure("not strict arithmetic")
    }
  }

  /// A result that must fit in 64 bits.
  private mutating func fit(_ exact: Scalar, at range: SourceRange) -> Value {
    let least = Int128(Int64.min)
    let greatest = Int128(Int64.max)
    fail(when: exact.isLess(than: least) || exact.isGreater(than: greatest), at: range)
    return .number(exact.narrowed(least, greatest))
  }
}
