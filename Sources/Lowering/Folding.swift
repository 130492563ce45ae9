import Model
import Murphi
import Polynomials
import SourceText

/// Computing what depends on constants alone, so that a program with switches costs no more than
/// one written for a single choice of them. Whatever could fail is left for the run.
///
/// Of what depends on symbolic constants, only polynomials are computed, and the result says
/// how it depends on them. The rest is left as it is written, since it may turn out otherwise in
/// another instance.

/// `op operand`, computed if the operand is constant.
func folded(_ op: UnaryOperator, _ operand: Expression, at range: SourceRange) -> Expression {
  let type = op == .not ? ScalarType.boolean : .integer
  if op == .negate, operand.symbolicValue != nil {
    let zero = Expression(.constant(0), type: .integer, range: range)
    if let number = polynomial(.subtract, zero, operand, at: range) { return number }
  }
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
  if let number = polynomial(op, left, right, at: range) { return number }
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

/// `left op right` when at least one is symbolic and the result is a polynomial.
private func polynomial(
  _ op: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange
) -> Expression? {
  guard left.symbolicValue != nil || right.symbolicValue != nil,
    case .constant(let leftValue) = left.kind, case .constant(let rightValue) = right.kind,
    let first = left.polynomial, let second = right.polynomial,
    let form = op.applied(to: first, second),
    let value = try? Arithmetic.apply(op, leftValue, rightValue)
  else { return nil }
  return number(Quantity(value: value, form: form), at: range)
}

/// A number that may depend on symbolic constants.
func number(_ quantity: Quantity, at range: SourceRange) -> Expression {
  quantity.isSymbolic
    ? .symbolic(quantity.form, value: quantity.value, range: range)
    : Expression(.constant(quantity.value), type: .integer, range: range)
}

extension Expression {
  /// The value, when this is a constant with the same value in every instance.
  var constant: Int64? {
    if case .constant(let value) = kind, symbolicValue == nil { value } else { nil }
  }

  /// Whether this is at most `other`, when both are constant and it is so in every instance or in
  /// none.
  func isAtMost(_ other: Expression) -> Bool? {
    guard let form = polynomial, let otherForm = other.polynomial else { return nil }
    if otherForm.isAlwaysAtLeast(form) { return true }
    let isGreater = (form - Polynomial(1))?.isAlwaysAtLeast(otherForm) ?? false
    return isGreater ? false : nil
  }

  /// What a constant number is in every instance.
  fileprivate var polynomial: Polynomial? { symbolicValue ?? constant.map { Polynomial($0) } }
}

extension BinaryOperator {
  /// The result for two numbers, when it is a polynomial.
  fileprivate func applied(to left: Polynomial, _ right: Polynomial) -> Polynomial? {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    default: nil
    }
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
