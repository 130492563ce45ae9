import Model
import SourceText
import Z3

extension SymbolicExecution {
  /// The value of an expression; failures are recorded on the way.
  mutating func evaluate(_ expression: Expression) throws(Unencodable) -> Operand {
    let range = expression.range
    switch expression.kind {
    case .constant(let value): return constant(value, expression)
    case .read(let place): return try evaluate(place)
    case .unary(let op, let operand): return apply(op, try evaluate(operand), at: range)
    case .binary(let op, let left, let right): return try apply(op, left, right, at: range)
    case .conditional(let condition, let yes, let no):
      return try choose(try evaluate(condition).isTrue, yes, no)
    case .quantified(let quantifier, let binding, let body):
      return try evaluate(quantifier, binding, body, at: range)
    case .isUndefined(let place): return .truth(!read(try locate(place)).isDefined)
    case .same(let left, let right):
      let (first, second) = (try locate(left), try locate(right))
      return .truth(isSame(first, second))
    case .call(let function, let arguments):
      let result = scalar(try call(function, arguments), of: system[function])
      fail(when: !result.isDefined, at: range)
      return result.value
    }
  }

  /// Evaluates an expression where a condition holds, and forgets what it put into the store.
  mutating func evaluate(_ expression: Expression, when condition: Term)
    throws(Unencodable) -> Operand
  {
    try run(when: condition) { inner throws(Unencodable) in try inner.evaluate(expression) }
  }

  private mutating func evaluate(_ place: Place) throws(Unencodable) -> Operand {
    if case .local(let local) = place.root, case .bound(let value) = frame.slots[local.position] {
      return value
    }
    let found = read(try locate(place))
    fail(when: !found.isDefined, at: place.range)
    return found.value
  }

  private mutating func choose(_ condition: Term, _ yes: Expression, _ no: Expression)
    throws(Unencodable) -> Operand
  {
    if let truth = condition.truth { return try evaluate(truth ? yes : no) }
    let first = try evaluate(yes, when: condition)
    return .choose(condition, first, try evaluate(no, when: !condition))
  }

  private mutating func apply(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(Unencodable) -> Operand {
    let first = try evaluate(left)
    switch op {
    case .and: return .truth(try evaluate(right, after: first.isTrue) { $0 && $1 })
    case .or: return .truth(!(try evaluate(right, after: !first.isTrue) { $0 && !$1 }))
    case .implies: return .truth(!(try evaluate(right, after: first.isTrue) { $0 && !$1 }))
    case .equal: return .truth(first.isEqual(to: try evaluate(right)))
    case .notEqual: return .truth(!first.isEqual(to: try evaluate(right)))
    default: return try apply(op, first, try evaluate(right), at: range)
    }
  }

  /// A combination with a second operand that is only evaluated where a condition holds.
  private mutating func evaluate(
    _ right: Expression, after condition: Term, _ combine: (Term, Term) -> Term
  ) throws(Unencodable) -> Term {
    if condition.truth == false { return condition }
    return combine(condition, try evaluate(right, when: condition).isTrue)
  }
}
