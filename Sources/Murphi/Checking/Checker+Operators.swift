import SourceText

extension Checker {
  mutating func checkUnary(
    _ op: PrefixOperator, _ syntax: ExpressionSyntax, at range: SourceRange
  ) -> TypedExpression {
    // The least number is written as the negation of one that is too great by itself.
    if op == .negate, case .integer(let magnitude) = syntax.kind,
      magnitude == UInt64(1) << 63
    {
      return TypedExpression(
        kind: .constant(Quantity(.min)), type: .integer, access: .value, range: range)
    }
    let operand =
      op == .not ? checkBoolean(syntax, in: "what '!' negates") : checkExpression(syntax)
    if op != .not, !operand.type.isNumeric {
      report("'\(op.rawValue)' needs a number, but this is \(operand.type)", at: syntax.range)
    }
    return TypedExpression(
      kind: .unary(op, operand), type: op == .not ? .boolean : .integer, access: .value,
      range: range)
  }

  mutating func checkBinary(
    _ op: InfixOperator, _ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax,
    at range: SourceRange
  ) -> TypedExpression {
    var left = checkExpression(leftSyntax)
    var right = checkExpression(rightSyntax)
    let typed = op.typed(onNumbers: left.type.isNumeric && left.type != .invalid)
    switch typed {
    case .and, .or, .implies: requireBooleans(op, left, right)
    case .equal, .notEqual:
      if !left.type.fits(right.type) {
        report(
          "cannot compare \(left.type) with \(right.type)", at: range,
          suggestion: left.type.remedy(against: right.type))
      } else if left.type.holdsMultiset {
        report("multisets cannot be compared", at: range)
      } else if left.type.isSimple {
        let type = commonType(of: [left, right])
        (left, right) = (converted(left, to: type), converted(right, to: type))
      }
    default: requireNumbers(op, left, right)
    }
    return TypedExpression(
      kind: .binary(typed, left, right), type: typed.yieldsTruth ? .boolean : .integer,
      access: .value, range: range)
  }

  private mutating func requireBooleans(
    _ op: InfixOperator, _ left: TypedExpression, _ right: TypedExpression
  ) {
    let takesNumbersToo = op == .ampersand || op == .pipe
    for operand in [left, right] where !operand.type.isBoolean {
      let isMixed = takesNumbersToo && !left.type.isBoolean
      report(
        "'\(op.rawValue)' needs \(isMixed ? "truth values or numbers" : "truth values"), but this "
          + "is \(operand.type)", at: operand.range)
      return
    }
  }

  private mutating func requireNumbers(
    _ op: InfixOperator, _ left: TypedExpression, _ right: TypedExpression
  ) {
    for operand in [left, right] where !operand.type.isNumeric {
      report("'\(op.rawValue)' needs numbers, but this is \(operand.type)", at: operand.range)
      return
    }
  }
}

extension InfixOperator {
  /// The operation meant, given whether the left operand is a number.
  fileprivate func typed(onNumbers: Bool) -> TypedOperator {
    switch self {
    case .implies: .implies
    case .or: .or
    case .and: .and
    case .pipe: onNumbers ? .bitOr : .or
    case .ampersand: onNumbers ? .bitAnd : .and
    case .exclusiveOr: .bitExclusiveOr
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    }
  }
}

extension TypedOperator {
  fileprivate var yieldsTruth: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .and, .or, .implies:
      true
    default: false
    }
  }
}
