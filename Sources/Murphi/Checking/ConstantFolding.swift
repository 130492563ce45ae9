import Polynomials
import SourceText

/// What an expression comes to before the program runs.
enum Folded: Equatable {
  case value(Quantity)
  /// It depends on the state; the range is of the part that does.
  case variable(SourceRange)
  /// It depends on these symbolic constants, and not as a polynomial.
  case noPolynomial([String], SourceRange)
  /// It is constant but has no value.
  case failure(String, SourceRange)
}

extension TypedExpression {
  /// The value of this expression if it is the same in every state.
  ///
  /// An operand that decides the result alone, such as 0 in a product, makes the other one
  /// irrelevant, even when that is not constant. A division by zero or a result beyond 64 bits is
  /// a failure.
  func folded(_ aliases: [CheckedAlias]) -> Folded {
    switch kind {
    case .constant(let value): .value(value)
    case .alias(let id): aliases[id.position].value.folded(aliases)
    case .unary(let op, let operand): fold(op, operand.folded(aliases))
    case .binary(let op, let left, let right):
      fold(op, left.folded(aliases), right.folded(aliases))
    case .conditional(let condition, let yes, let no):
      switch condition.folded(aliases) {
      case .value(let value): (value.value != 0 ? yes : no).folded(aliases)
      case let other: other
      }
    case .variable, .field, .element, .call, .quantified, .isUndefined, .isMember, .count,
      .undefined:
      .variable(range)
    case .converted(let operand, let offset):
      switch operand.folded(aliases) {
      case .value(let value): .value(Quantity(value.value + offset))
      case let other: other
      }
    case .invalid: .value(0)
    }
  }

  private func fold(_ op: PrefixOperator, _ operand: Folded) -> Folded {
    guard case .value(let value) = operand else { return operand }
    switch op {
    case .negate: return fold(.subtract, .value(0), operand)
    case .complement where value.isSymbolic:
      return .noPolynomial(value.names, range)
    case .not: return .value(value == 0 ? 1 : 0)
    case .complement: return .value(Quantity(~value.value))
    }
  }

  private func fold(_ op: TypedOperator, _ left: Folded, _ right: Folded) -> Folded {
    if left.decides(op, onTheLeft: true) || right.decides(op, onTheLeft: false) {
      return .value(op == .or || op == .implies ? 1 : 0)
    }
    guard case .value(let leftValue) = left else { return left }
    guard case .value(let rightValue) = right else { return right }
    if rightValue == 0, op == .divide || op == .remainder {
      return .failure("division by zero", range)
    }
    guard op.isPolynomial(leftValue, rightValue) else {
      return .noPolynomial(Set(leftValue.names + rightValue.names).sorted(), range)
    }
    guard let result = op.apply(leftValue, rightValue) else {
      return .failure("this does not fit in 64 bits", range)
    }
    return .value(result)
  }
}

extension Folded {
  /// Whether this operand alone decides the result of `op`.
  fileprivate func decides(_ op: TypedOperator, onTheLeft isLeft: Bool) -> Bool {
    guard case .value(let value) = self, !value.isSymbolic else { return false }
    switch op {
    case .and, .bitAnd, .multiply: return value == 0
    case .or: return value != 0
    case .implies: return isLeft ? value == 0 : value != 0
    case .divide, .remainder, .shiftLeft, .shiftRight: return isLeft && value == 0
    default: return false
    }
  }
}

extension TypedOperator {
  /// Whether the result depends on symbolic constants as a polynomial, if at all.
  fileprivate func isPolynomial(_ left: Quantity, _ right: Quantity) -> Bool {
    switch self {
    case .add, .subtract: true
    case .multiply: left.form.degree + right.form.degree <= Polynomial.greatestDegree
    default: !left.isSymbolic && !right.isSymbolic
    }
  }

  /// The result for two numbers; nil when it does not fit in 64 bits. The divisor is not
  /// zero.
  fileprivate func apply(_ left: Quantity, _ right: Quantity) -> Quantity? {
    guard let value = apply(left.value, right.value) else { return nil }
    let form: Polynomial? =
      switch self {
      case .add: left.form + right.form
      case .subtract: left.form - right.form
      case .multiply: left.form * right.form
      default: Polynomial(value)
      }
    return form.map { Quantity(value: value, form: $0) }
  }

  /// The result for two numbers; nil when it does not fit in 64 bits. The divisor is not zero.
  fileprivate func apply(_ left: Int64, _ right: Int64) -> Int64? {
    switch self {
    case .add: exact(left.addingReportingOverflow(right))
    case .subtract: exact(left.subtractingReportingOverflow(right))
    case .multiply: exact(left.multipliedReportingOverflow(by: right))
    case .divide: exact(left.dividedReportingOverflow(by: right))
    case .remainder: right == -1 ? 0 : left % right
    case .bitAnd: left & right
    case .bitOr: left | right
    case .bitExclusiveOr: left ^ right
    case .shiftLeft: shifted(left, by: right)
    case .shiftRight: right == .min ? nil : shifted(left, by: -right)
    case .less: left < right ? 1 : 0
    case .lessOrEqual: left <= right ? 1 : 0
    case .greater: left > right ? 1 : 0
    case .greaterOrEqual: left >= right ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .notEqual: left != right ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .or: left != 0 || right != 0 ? 1 : 0
    case .implies: left == 0 || right != 0 ? 1 : 0
    }
  }

  private func exact(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
    result.overflow ? nil : result.partialValue
  }

  /// The value shifted left, or right for a negative count; nil when bits that matter are lost.
  private func shifted(_ value: Int64, by count: Int64) -> Int64? {
    guard count >= 0 else { return value >> min(63, count.magnitude) }
    guard count < 63 else { return value == 0 ? 0 : nil }
    let result = value << count
    return result >> count == value ? result : nil
  }
}
