import Model
import Murphi
import SourceText

extension Lowering {
  /// Adds a function.
  mutating func lower(_ function: CheckedFunction) {
    frame = FrameBuilder()
    changes = []
    for id in function.parameters {
      let isReference = program[id].storage == .parameter(isReference: true)
      frame.add(program[id], isReference ? .reference : .variable)
    }
    for id in function.locals { frame.add(program[id], .variable) }
    let body = lower(function.body)
    functions.append(
      Function(
        name: function.name, parameterCount: function.parameters.count, frame: frame.locals,
        result: function.result.map(valueType), body: body, range: function.range))
    changesOfFunctions.append(changes)
  }

  /// Adds the rule, start state or claim that a declaration makes.
  mutating func lower(_ rule: CheckedRule) {
    frame = FrameBuilder()
    changes = []
    let parameters = rule.context.compactMap { bind($0) }
    switch rule.kind {
    case .rule(let guardCondition, let priority, let locals, let body):
      let condition = lowerGuard(guardCondition, priority, of: rule)
      let body = lowerBody(body, locals, in: rule.context)
      let name = rule.name ?? "rule at line \(rule.range.start.line)"
      rules.append(
        Rule(
          name: name, parameters: parameters, frame: frame.locals, guardCondition: condition,
          body: sorting(body), range: rule.range))
    case .startState(let locals, let body):
      let body = lowerBody(body, locals, in: rule.context)
      let name = rule.name ?? "start state at line \(rule.range.start.line)"
      startStates.append(
        StartState(
          name: name, parameters: parameters, frame: frame.locals, body: sorting(body),
          range: rule.range))
    case .property(let property): lower(property, parameters, in: rule.context)
    }
  }

  /// When a rule is enabled; nil when it always is.
  private mutating func lowerGuard(
    _ condition: TypedExpression?, _ priority: UInt64, of rule: CheckedRule
  ) -> Expression? {
    let own = lowerCondition(condition, in: rule.context, choosingBy: .and, at: rule.range)
    let checked = overtaking(priority).reduce(own) { condition, other in
      folded(.and, condition, folded(.not, other, at: rule.range), at: rule.range)
    }
    return checked.constant.map { $0 != 0 } == true ? nil : checked
  }

  /// Gives the parameter of a group a slot.
  mutating func bind(_ context: CheckedRule.Context) -> Binding? {
    switch context {
    case .quantifier(let quantifier): bind(quantifier)
    case .choice(let choice): bind(choice)
    case .aliases: nil
    }
  }

  /// A condition after what entering the groups around it asks for; without one, only elements have
  /// to be there. `choice` joins the presence of a chosen element to what is said of it.
  mutating func lowerCondition(
    _ condition: TypedExpression?, in context: [CheckedRule.Context],
    choosingBy choice: BinaryOperator, at range: SourceRange
  ) -> Expression {
    var checks: [(BinaryOperator, Expression)] = []
    for item in context {
      switch item {
      case .aliases(let ids) where condition != nil:
        checks += entryChecks(ids).map { (.and, $0) }
      case .quantifier, .aliases: break
      case .choice(let chosen): checks.append((choice, isThere(chosen)))
      }
    }
    let yes = Expression(.constant(1), type: .boolean, range: range)
    let meaning = condition.map { lower($0) } ?? yes
    return checks.reversed().reduce(meaning) { rest, check in
      if rest.constant == 1, check.0 == choice { return check.1 }
      return Expression(.binary(check.0, check.1, rest), type: .boolean, range: meaning.range)
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
      case .choice: break
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
    let isClaimedOfAll = kind == .invariant || kind == .assumption
    let condition = lowerCondition(
      property.condition, in: context, choosingBy: isClaimedOfAll ? .implies : .and,
      at: property.range)
    let name = property.message ?? "\(property.kind.rawValue) at line \(property.range.start.line)"
    add(
      Claim(
        name: name, kind: kind, parameters: parameters, frame: frame.locals, condition: condition,
        range: property.range))
  }
}
