import Model
import SourceText
import Z3

extension ParametricMachine {
  mutating func constant(_ value: Int64, _ expression: Expression) -> SymbolicValue {
    if let form = expression.symbolicValue {
      return fit(universe.number(form), at: expression.range)
    }
    return constant(value, of: expression.type)
  }

  /// A constant of a scalar type.
  func constant(_ value: Int64, of type: ScalarType) -> SymbolicValue {
    type.kind == .boolean
      ? .truth(context.truth(value != 0)) : .number(SymbolicInteger(Int128(value), in: context))
  }

  mutating func isSame(_ first: ParametricPlace, _ second: ParametricPlace) -> Term {
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

  func scalar(_ returned: Entry?, of function: Function)
    -> (value: SymbolicValue, isDefined: Term)
  {
    if let returned { return (returned.value, returned.isDefined) }
    guard let type = function.result?.scalar else { preconditionFailure("a scalar is returned") }
    return (universe.nothing(of: type), context.truth(true))
  }
}

// Operators.
extension ParametricMachine {
  mutating func apply(_ op: UnaryOperator, _ value: SymbolicValue, at range: SourceRange)
    -> SymbolicValue
  {
    switch op {
    case .not: .truth(!value.isTrue)
    case .negate: fit(SymbolicInteger(0, in: context) - value.number, at: range)
    case .complement: fit(SymbolicInteger(-1, in: context) - value.number, at: range)
    }
  }

  mutating func apply(
    _ op: BinaryOperator, _ left: SymbolicValue, _ right: SymbolicValue, at range: SourceRange
  ) throws(Unencodable) -> SymbolicValue {
    let (left, right) = (left.number, right.number)
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
    let greatest = (right.interval - Interval(1, 1)).upper
    return .number(SymbolicInteger(rest.term, 0, max(0, min(left.upper, greatest))))
  }

  /// A result that must fit in 64 bits.
  private mutating func fit(_ exact: SymbolicInteger, at range: SourceRange) -> SymbolicValue {
    let least = SymbolicInteger(Int128(Int64.min), in: context)
    let greatest = SymbolicInteger(Int128(Int64.max), in: context)
    fail(when: exact.isLess(than: least) || greatest.isLess(than: exact), at: range)
    return .number(exact.narrowed(Int128(Int64.min), Int128(Int64.max)))
  }
}
