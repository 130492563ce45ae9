import Model

extension Search {
  /// Whether a rule leads from an initial state to a state.
  ///
  /// A rule counts as fired where an assumption rules out what it leads to. Where no state lies
  /// beyond the initial ones, the evaluator says whether any firing led to one of them.
  var hasStep: Bool {
    guard transitions > 0 else { return false }
    let isAtStart = levels.count == 2 && levels[1] == store.counts
    guard isAtStart, !system.claims(of: .assumption).isEmpty else { return true }
    let evaluator = Evaluator(system)
    return initialStates(by: evaluator).contains { leads(from: $0, by: evaluator) }
  }

  private func initialStates(by evaluator: Evaluator) -> [State] {
    system.startStates.indices.map(StartStateIndex.init).flatMap { start in
      evaluator.arguments(of: system[start].parameters).compactMap { arguments in
        evaluator.admittedState(after: evaluator.start(start, arguments: arguments))
      }
    }
  }

  private func leads(from state: State, by evaluator: Evaluator) -> Bool {
    system.rules.indices.map(RuleIndex.init).contains { rule in
      evaluator.arguments(of: system[rule].parameters).contains { arguments in
        (try? evaluator.isEnabled(rule, arguments: arguments, in: state)) == true
          && evaluator.admittedState(
            after: evaluator.fire(rule, arguments: arguments, in: state)) != nil
      }
    }
  }
}

extension Evaluator {
  /// The state that a body leads to; nil where it leads to none, or assumptions rule that out.
  fileprivate func admittedState(after result: StepResult) -> State? {
    guard case .reached(let state, _) = result, (try? admits(state)) == true else { return nil }
    return state
  }
}
