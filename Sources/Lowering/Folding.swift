import Model
import SourceText

/// Computing what depends on constants alone, so that a program with switches costs no more than
/// one written for a single choice of them. Whatever could fail is left for the run.

/// `op operand`, computed if the operand is constant.
func folded(_ op: UnaryOperator, _ operand: Expression, at range: SourceRange) -> Expression {
  let type = op == .not ? ScalarType.boolean : .integer
  if let value = operand.constant {
    switch op {
    case .not: return Expression(.constant(value == 0 ? 1 : 0), type: type, range: range)
    case .complement: return Expression(.constant(~value), type: type, range: range)
    case .negate where value != .min:
      return Expression(.constant(-value), type: type, range: range)
    case .negate: break
    }
  }
  return Expression(.unary(op, operand), type: type, range: range)
}

/// `left op right`, computed if both are constant, and shortened if one does not matter.
///
/// An implication whose left side alone is constant stays: that it holds for want of a premise is
/// worth telling.
func folded(
  _ op: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange
) -> Expression {
  let type = op.yieldsTruth ? ScalarType.boolean : .integer
  switch (op, left.constant, right.constant) {
  case (_, let first?, let second?):
    if let value = try? Arithmetic.apply(op, first, second) {
      return Expression(.constant(value), type: type, range: range)
    }
  case (.and, 0?, _): return Expression(.constant(0), type: type, range: range)
  case (.and, _?, _), (.or, 0?, _): return right
  case (.or, _?, _): return Expression(.constant(1), type: type, range: range)
  case (.and, nil, 1?), (.or, nil, 0?): return left
  default: break
  }
  return Expression(.binary(op, left, right), type: type, range: range)
}

extension Expression {
  /// The value, when this is a constant.
  var constant: Int64? {
    if case .constant(let value) = kind { value } else { nil }
  }
}

extension BinaryOperator {
  fileprivate var yieldsTruth: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .and, .or, .implies:
      true
    default: false
    }
  }
}
