import SourceText

/// Why no rule can go on in a state: for each rule the first conjunct of its guard that is false,
/// folded over the choices of its parameters.
struct Blocking {
  private let story: Story
  private let state: State

  init(in story: Story, at state: State) {
    self.story = story
    self.state = state
  }

  var rules: [Counterexample.Blocked] {
    story.system.rules.indices.flatMap { reasons(of: RuleIndex($0)) }
  }

  private func reasons(of index: RuleIndex) -> [Counterexample.Blocked] {
    let rule = story.system[index]
    let choices = Evaluator(story.system).arguments(of: rule.parameters)
    var reasons: [Counterexample.Blocked] = []
    for arguments in choices {
      let conjunct = falseConjunct(of: rule, arguments)
      if let known = reasons.firstIndex(where: { $0.conjunct == conjunct }) {
        reasons[known].choices += 1
      } else {
        reasons.append(
          Counterexample.Blocked(
            rule: rule.name, line: Int(rule.range.start.line), conjunct: conjunct, choices: 1,
            allChoices: choices.count, example: example(of: rule, arguments)))
      }
    }
    return reasons
  }

  private func falseConjunct(of rule: Rule, _ arguments: [Int64]) -> String? {
    var execution = Execution(system: story.system, state: state)
    execution.enter(rule.frame)
    execution.bind(rule.parameters, to: arguments)
    let text = MurphiText(of: story.system, frame: rule.frame, names: story.names)
    for conjunct in rule.guardCondition?.conjuncts ?? [] {
      let value = try? execution.evaluate(conjunct)
      if value != 1 { return text.text(of: conjunct) }
    }
    return nil
  }

  private func example(of rule: Rule, _ arguments: [Int64]) -> [Counterexample.Binding] {
    zip(rule.parameters, arguments).map { parameter, value in
      Counterexample.Binding(
        name: parameter.name,
        value: story.names.text(of: value, as: parameter.domain.wholeType ?? .integer))
    }
  }
}
