import SourceText

extension Checker {
  /// Checks what a variable ranges over, and makes it visible.
  mutating func checkQuantifier(_ syntax: QuantifierSyntax) -> CheckedQuantifier {
    let domain: CheckedQuantifier.Domain
    let type: CheckedType
    switch syntax.domain {
    case .type(let typeSyntax):
      type = checkType(typeSyntax)
      declareMembers(of: typeSyntax, type)
      domain = .type(type)
      if !type.isSimple {
        report("nothing can range over \(type)", at: typeSyntax.range)
      }
    case .steps(let from, let through, let step):
      (domain, type) = checkSteps(from, through, step, at: syntax.range)
    }
    checkExtent(of: domain, type, at: syntax.range)
    let variable = addVariable(syntax.name, type, .bound)
    return CheckedQuantifier(variable: variable, domain: domain, range: syntax.range)
  }

  /// Refuses what nobody would wait for: every engine takes the values one by one, in each state.
  private mutating func checkExtent(
    of domain: CheckedQuantifier.Domain, _ type: CheckedType, at range: SourceRange
  ) {
    if case .steps(_, _, by: .some) = domain { return }
    guard type != .integer, let bounds = type.bounds,
      UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound) >= Self.extentLimit
    else { return }
    report(
      "this ranges over \(bounds.lowerBound)..\(bounds.upperBound), which is more than "
        + "\(Self.extentLimit) values", at: range,
      suggestion: "make the range smaller, or a claim about any size of it with --for-all")
  }

  private mutating func checkSteps(
    _ fromSyntax: ExpressionSyntax, _ throughSyntax: ExpressionSyntax,
    _ stepSyntax: ExpressionSyntax?, at range: SourceRange
  ) -> (CheckedQuantifier.Domain, CheckedType) {
    let from = checkNumber(fromSyntax, as: "the first value")
    let through = checkNumber(throughSyntax, as: "the last value")
    let step = stepSyntax.map { checkNumber($0, as: "the step") }
    let domain = CheckedQuantifier.Domain.steps(from: from, through: through, by: step)
    let by = step.flatMap { checkStep($0) }
    guard case .value(let first) = from.folded(aliases),
      case .value(let last) = through.folded(aliases)
    else { return (domain, .integer) }
    let isUpwards = last.isAlwaysAtLeast(first)
    guard isUpwards || first.isAlwaysAtLeast(last) else {
      report(
        "whether these steps go up or down depends on "
          + listed(Set(first.names + last.names).sorted()), at: range,
        suggestion: "range over a type, and skip the values that do not belong")
      return (domain, .integer)
    }
    if let by, by != 0, first != last, (by > 0) != isUpwards {
      report(
        "steps of \(by) from \(first) never reach \(last)", at: step?.range ?? range)
    }
    let (lower, upper) = isUpwards ? (first, last) : (last, first)
    return (domain, .range(lower: lower, upper: upper, name: nil))
  }

  /// The size of a step when it is constant.
  private mutating func checkStep(_ step: TypedExpression) -> Int64? {
    switch step.folded(aliases) {
    case .value(let by) where !by.isSymbolic:
      if by == 0 { report("a step of 0 never ends", at: step.range) }
      return by.value
    case .value(let by): reportSymbolicStep(by.names, at: step.range)
    case .noPolynomial(let names, _): reportSymbolicStep(names, at: step.range)
    case .variable, .failure: break
    }
    return nil
  }

  private mutating func reportSymbolicStep(_ names: [String], at range: SourceRange) {
    reportSymbolic(
      "a step", on: names, at: range, suggestion: "take steps of 1, and skip values with 'if'")
  }

  private mutating func checkNumber(_ syntax: ExpressionSyntax, as what: String) -> TypedExpression
  {
    let expression = checkExpression(syntax)
    if !expression.type.isNumeric {
      report("\(what) must be a number, but this is \(expression.type)", at: syntax.range)
    }
    return expression
  }

  /// Checks that the bounds of a ruleset's parameter do not depend on the state.
  mutating func requireConstant(_ quantifier: CheckedQuantifier) {
    guard case .steps(let from, let through, let step) = quantifier.domain else { return }
    for bound in [from, through] + (step.map { [$0] } ?? []) {
      _ = constantValue(of: bound, as: "the bounds of a ruleset")
    }
  }
}
