import Model

/// Turns what a solver chose into a trace, by running it in the evaluator.
struct Replay {
  private let evaluator: Evaluator

  init(_ system: TransitionSystem) { evaluator = Evaluator(system) }

  /// The trace of a behaviour that ends by breaking a claim; a behaviour that the evaluator does
  /// not confirm is a disagreement.
  func trace(of behaviour: Behaviour, breaking claim: ClaimIndex) throws(EngineFailure) -> Trace {
    var steps: [Trace.Step] = []
    switch behaviour.first {
    case .assumed(let state):
      steps.append(.init(action: .assumed, arguments: [], state: state))
    case .start(let index, let arguments):
      let result = evaluator.start(index, arguments: arguments)
      if let failure = try add(.start(index), arguments, result, to: &steps) {
        return try end(steps, failure, claim)
      }
    }
    for (rule, arguments) in behaviour.firings {
      let state = try last(of: steps)
      if let failure = try admit(rule, arguments, in: state) {
        return try end(steps, failure, claim)
      }
      let result = evaluator.fire(rule, arguments: arguments, in: state)
      if let failure = try add(.rule(rule), arguments, result, to: &steps) {
        return try end(steps, failure, claim)
      }
    }
    return Trace(steps: steps, ending: try ending(in: try last(of: steps), breaking: claim))
  }

  /// Checks that a guard holds, or gives the failure of its evaluation.
  private func admit(_ rule: RuleIndex, _ arguments: [Int64], in state: State)
    throws(EngineFailure) -> Failure?
  {
    do throws(Failure) {
      if try evaluator.isEnabled(rule, arguments: arguments, in: state) { return nil }
    } catch {
      return error
    }
    throw .disagreement("the guard of \(evaluator.system[rule].name) is false")
  }

  /// Adds a step, or gives the failure that ends it.
  private func add(
    _ action: Trace.Step.Action, _ arguments: [Int64], _ result: Evaluator.StepResult,
    to steps: inout [Trace.Step]
  ) throws(EngineFailure) -> Failure? {
    switch result {
    case .reached(let state, _):
      steps.append(.init(action: action, arguments: arguments, state: state))
      return nil
    case .failed(let failure):
      steps.append(.init(action: action, arguments: arguments, state: nil))
      return failure
    case .pruned: throw .disagreement("an assumption forbids a step that the solver takes")
    }
  }

  private func end(_ steps: [Trace.Step], _ failure: Failure, _ claim: ClaimIndex)
    throws(EngineFailure) -> Trace
  {
    if failure.claim != claim {
      throw .disagreement("the evaluator fails at \(failure.range), the solver elsewhere")
    }
    return Trace(steps: steps, ending: .failed(failure))
  }

  /// How a claim is broken in a state, for the first arguments that do.
  private func ending(in state: State, breaking claim: ClaimIndex) throws(EngineFailure)
    -> Trace.Ending
  {
    if evaluator.system[claim].kind == .deadlock { return .deadlock }
    for index in evaluator.system.claims.indices.map(ClaimIndex.init) {
      for arguments in evaluator.arguments(of: evaluator.system[index].parameters) {
        do {
          let holds = try evaluator.holds(index, arguments: arguments, in: state)
          if !holds, index == claim { return .claimFalse(claim, arguments: arguments) }
        } catch {
          if error.claim == claim { return .failed(error) }
        }
      }
    }
    throw .disagreement("the evaluator finds \(evaluator.system[claim].name) unbroken")
  }

  private func last(of steps: [Trace.Step]) throws(EngineFailure) -> State {
    guard let state = steps.last?.state else {
      throw .disagreement("a behaviour goes on after its end")
    }
    return state
  }
}
