import Model
import SourceText
import Z3

extension ParametricMachine {
  /// The value of an expression; failures are recorded on the way.
  mutating func evaluate(_ expression: Expression) throws(Unencodable) -> SymbolicValue {
    switch expression.kind {
    case .constant(let value): return constant(value, expression)
    case .read(let place): return try read(place)
    case .unary(let op, let operand): return try apply(op, operand, at: expression.range)
    case .binary(let op, let left, let right):
      return try apply(op, left, right, at: expression.range)
    case .conditional(let condition, let yes, let no):
      return try choose(try evaluate(condition).isTrue, yes, no)
    case .quantified(let quantifier, let binding, let body):
      return try evaluate(quantifier, binding, body, at: expression.range)
    case .isUndefined(let place):
      let found = try locate(place)
      return .truth(!read(found).isDefined)
    case .same(let left, let right): return .truth(try isSame(left, right))
    case .call(let function, let arguments):
      return try value(of: function, arguments, at: expression.range)
    }
  }

  /// Evaluates an expression where a condition holds.
  mutating func evaluate(_ expression: Expression, when condition: Term)
    throws(Unencodable) -> SymbolicValue
  {
    try run(when: condition) { machine throws(Unencodable) in try machine.evaluate(expression) }
  }

  private func constant(_ value: Int64, _ expression: Expression) -> SymbolicValue {
    if let form = expression.symbolicValue { return .number(universe.number(form)) }
    return constant(value, of: expression.type)
  }

  /// A constant of a scalar type.
  func constant(_ value: Int64, of type: ScalarType) -> SymbolicValue {
    type.kind == .boolean
      ? .truth(context.truth(value != 0)) : .number(SymbolicInteger(Int128(value), in: context))
  }

  private mutating func read(_ place: Place) throws(Unencodable) -> SymbolicValue {
    if case .local(let local) = place.root, case .bound(let value) = frame.slots[local.position] {
      return value
    }
    let found = try locate(place)
    let entry = read(found)
    fail(when: !entry.isDefined, at: place.range)
    return entry.value
  }

  private mutating func isSame(_ left: Place, _ right: Place) throws(Unencodable) -> Term {
    let (first, second) = (try locate(left), try locate(right))
    var parts: [Term] = []
    for offset in 0..<Leaf.count(in: first.type) {
      let below = contents[first.first + offset].leaf.indices[first.indices.count...].map {
        (universe.generic("each", of: $0), $0)
      }
      let isInside = context.all(below.map { universe.members(of: $1).contains($0.term) })
      let terms = below.map(\.0.term)
      let same = look(at: first.first + offset, first.indices + terms)
        .isSame(as: look(at: second.first + offset, second.indices + terms))
      parts.append(context.forAll(terms, isInside.implies(same)))
    }
    return context.all(parts)
  }

  private mutating func value(
    of function: FunctionIndex, _ arguments: [Argument], at range: SourceRange
  ) throws(Unencodable) -> SymbolicValue {
    switch try call(function, arguments) {
    case .scalar(let entry):
      fail(when: !entry.isDefined, at: range)
      return entry.value
    case .none:
      guard let type = system[function].result?.scalar else {
        preconditionFailure("a scalar is returned")
      }
      return universe.nothing(of: type)
    }
  }

  private mutating func choose(_ condition: Term, _ yes: Expression, _ no: Expression)
    throws(Unencodable) -> SymbolicValue
  {
    if let truth = condition.truth { return try evaluate(truth ? yes : no) }
    let first = try evaluate(yes, when: condition)
    return .choose(condition, first, try evaluate(no, when: !condition))
  }
}

// Operators.
extension ParametricMachine {
  private mutating func apply(_ op: UnaryOperator, _ operand: Expression, at range: SourceRange)
    throws(Unencodable) -> SymbolicValue
  {
    let value = try evaluate(operand)
    switch op {
    case .not: return .truth(!value.isTrue)
    case .negate: return fit(SymbolicInteger(0, in: context) - value.number, at: range)
    case .complement: return fit(SymbolicInteger(-1, in: context) - value.number, at: range)
    }
  }

  private mutating func apply(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(Unencodable) -> SymbolicValue {
    let first = try evaluate(left)
    switch op {
    case .and: return .truth(try evaluate(right, after: first.isTrue) { $0 && $1 })
    case .or: return .truth(!(try evaluate(right, after: !first.isTrue) { $0 && !$1 }))
    case .implies: return .truth(!(try evaluate(right, after: first.isTrue) { $0 && !$1 }))
    case .equal: return .truth(first.isEqual(to: try evaluate(right)))
    case .notEqual: return .truth(!first.isEqual(to: try evaluate(right)))
    default:
      return try apply(op, first.number, try evaluate(right).number, at: range)
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
    _ op: BinaryOperator, _ left: SymbolicInteger, _ right: SymbolicInteger, at range: SourceRange
  ) throws(Unencodable) -> SymbolicValue {
    switch op {
    case .add: return fit(left + right, at: range)
    case .subtract: return fit(left - right, at: range)
    case .multiply: return fit(left * right, at: range)
    case .divide, .remainder: return try divide(op, left, right, at: range)
    case .less: return .truth(left.isLess(than: right))
    case .lessOrEqual: return .truth(!right.isLess(than: left))
    case .greater: return .truth(right.isLess(than: left))
    case .greaterOrEqual: return .truth(!left.isLess(than: right))
    case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight:
      guard let first = left.known.flatMap(Int64.init(exactly:)),
        let second = right.known.flatMap(Int64.init(exactly:)),
        let value = try? Arithmetic.apply(op, first, second)
      else { throw Unencodable("'\(op.rawValue)' of values that are not constant", range) }
      return .number(SymbolicInteger(Int128(value), in: context))
    case .equal, .notEqual, .and, .or, .implies: preconditionFailure("not strict arithmetic")
    }
  }

  /// Division rounds towards zero; where neither operand can be negative, that is rounding down.
  private mutating func divide(
    _ op: BinaryOperator, _ left: SymbolicInteger, _ right: SymbolicInteger, at range: SourceRange
  ) throws(Unencodable) -> SymbolicValue {
    guard left.lower >= 0, right.lower >= 0 else {
      throw Unencodable("a division of numbers that may be negative", range)
    }
    fail(when: right.isEqual(to: SymbolicInteger(0, in: context)), at: range)
    let term = left.term.quotient(rounded: right.term)
    let quotient = SymbolicInteger(term, 0, left.upper)
    if op == .divide { return .number(quotient) }
    let rest = left - right * quotient
    return .number(SymbolicInteger(rest.term, 0, max(0, min(left.upper, right.upper - 1))))
  }

  /// A result that must fit in 64 bits.
  private mutating func fit(_ exact: SymbolicInteger, at range: SourceRange) -> SymbolicValue {
    let least = SymbolicInteger(Int128(Int64.min), in: context)
    let greatest = SymbolicInteger(Int128(Int64.max), in: context)
    fail(when: exact.isLess(than: least) || greatest.isLess(than: exact), at: range)
    return .number(exact.narrowed(Int128(Int64.min), Int128(Int64.max)))
  }
}
