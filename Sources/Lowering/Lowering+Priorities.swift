import Model
import Murphi

/// In CMurphi a rule may have a number, otherwise 0, and in each state only those of the enabled
/// rules that have the least number can fire. Here, the guard of a rule says so itself.

extension Lowering {
  /// For each rule with a lower number than this, whether an instance of it is enabled.
  mutating func overtaking(_ priority: UInt64) -> [Expression] {
    let names = frame
    defer { frame.restoreNames(of: names) }
    return program.rules.compactMap { other in
      guard case .rule(let condition, let number, _, _) = other.kind, number < priority else {
        return nil
      }
      return anyInstance(of: other, satisfies: condition)
    }
  }

  private mutating func anyInstance(
    of rule: CheckedRule, satisfies condition: TypedExpression?
  ) -> Expression {
    let bindings = rule.context.compactMap { bind($0) }
    let enabled = lowerCondition(
      condition, in: rule.context, choosingBy: .and, at: rule.range)
    return bindings.reversed().reduce(enabled) { body, binding in
      Expression(.quantified(.exists, binding, body), type: .boolean, range: rule.range)
    }
  }
}
