import Model
import Murphi
import SourceText

extension Lowering {
  mutating func lower(_ function: CheckedFunction) -> Function {
    frame = FrameBuilder()
    for id in function.parameters {
      let isReference = program[id].storage == .parameter(isReference: true)
      frame.add(program[id], isReference ? .reference : .variable)
    }
    for id in function.locals { frame.add(program[id], .variable) }
    let body = lower(function.body)
    return Function(
      name: function.name, parameterCount: function.parameters.count, frame: frame.locals,
      result: function.result.map(valueType), body: body, range: function.range)
  }

  /// Adds the rule, start state or claim that a declaration makes.
  mutating func lower(_ rule: CheckedRule) {
    frame = FrameBuilder()
    let parameters = rule.context.compactMap { context in
      if case .quantifier(let quantifier) = context { bind(quantifier) } else { nil }
    }
    switch rule.kind {
    case .rule(let guardCondition, let priority, let locals, let body):
      let condition = lowerGuard(guardCondition, priority, of: rule)
      let body = lowerBody(body, locals, in: rule.context)
      let name = rule.name ?? "rule at line \(rule.range.start.line)"
      rules.append(
        Rule(
          name: name, parameters: parameters, frame: frame.locals, guardCondition: condition,
          body: body, range: rule.range))
    case .startState(let locals, let body):
      let body = lowerBody(body, locals, in: rule.context)
      let name = rule.name ?? "start state at line \(rule.range.start.line)"
      startStates.append(
        StartState(
          name: name, parameters: parameters, frame: frame.locals, body: body, range: rule.range))
    case .property(let property): lower(property, parameters, in: rule.context)
    }
  }

  /// When a rule is enabled; nil when it always is.
  private mutating func lowerGuard(
    _ condition: TypedExpression?, _ priority: UInt64, of rule: CheckedRule
  ) -> Expression? {
    let own = condition.map { lowerCondition($0, in: rule.context) }
    let checked = overtaking(priority).reduce(own) { condition, other in
      let free = folded(.not, other, at: rule.range)
      return condition.map { folded(.and, $0, free, at: rule.range) } ?? free
    }
    return checked?.constant.map { $0 != 0 } == true ? nil : checked
  }

  mutating func lowerCondition(
    _ condition: TypedExpression, in context: [CheckedRule.Context]
  ) -> Expression {
    let checks = context.flatMap { item in
      if case .aliases(let ids) = item { entryChecks(ids) } else { [] as [Expression] }
    }
    let meaning = lower(condition)
    return checks.reversed().reduce(meaning) { rest, check in
      Expression(.binary(.and, check, rest), type: .boolean, range: meaning.range)
    }
  }

  /// The body of a rule or start state, after what entering its groups does.
  private mutating func lowerBody(
    _ body: [TypedStatement], _ locals: [VariableID], in context: [CheckedRule.Context]
  ) -> [Statement] {
    var entry: [Statement] = []
    for item in context {
      switch item {
      case .quantifier(let quantifier): entry += copyIfWritten(quantifier)
      case .aliases(let ids): entry += enter(ids)
      }
    }
    for id in locals { frame.add(program[id], .variable) }
    return entry + lower(body)
  }

  private mutating func lower(
    _ property: CheckedProperty, _ parameters: [Binding], in context: [CheckedRule.Context]
  ) {
    let kind: Claim.Kind =
      switch property.kind {
      case .assert, .invariant: .invariant
      case .assume: .assumption
      case .cover: .cover
      case .liveness: .liveness
      }
    let condition = lowerCondition(property.condition, in: context)
    let name = property.message ?? "\(property.kind.rawValue) at line \(property.range.start.line)"
    add(
      Claim(
        name: name, kind: kind, parameters: parameters, frame: frame.locals, condition: condition,
        range: property.range))
  }
}
