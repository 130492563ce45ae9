import Model
import SourceText
import Z3

extension Machine {
  func constant(_ value: Int64, _ expression: Expression) -> Value {
    constant(value, of: expression.type)
  }

  /// A constant of a scalar type.
  func constant(_ value: Int64, of type: ScalarType) -> Value {
    type.kind == .boolean
      ? .truth(context.truth(value != 0)) : .number(.constant(Int128(value), in: context))
  }

  mutating func isSame(_ left: Target, _ right: Target) -> Term {
    context.all(zip(allCells(of: left), allCells(of: right)).map { $0.isSame(as: $1) })
  }

  func scalar(_ returned: Returned?, of function: Function) -> (value: Value, isDefined: Term) {
    switch returned {
    case .scalar(let value, let isDefined): (value, isDefined)
    case .cells(let cells): (cells[0].value, cells[0].isDefined)
    case nil: (.number(.constant(0, in: context)), context.truth(true))
    }
  }

  /// Stops, as evaluation does, at the first value that decides.
  mutating func evaluate(
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
  mutating func apply(_ op: UnaryOperator, _ value: Value, at range: SourceRange) -> Value {
    switch op {
    case .not: .truth(!value.isTrue)
    case .negate: fit(.constant(0, in: context) - value.scalar, at: range)
    case .complement: .number(value.scalar.complement)
    }
  }

  mutating func apply(
    _ op: BinaryOperator, _ left: Value, _ right: Value, at range: SourceRange
  ) -> Value {
    let (left, right) = (left.scalar, right.scalar)
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
