package import Model

/// Replays traces in the evaluator, step by step.
///
/// It shares nothing with the engines but the meaning of the system: each step must be admitted,
/// lead to the recorded state, and the end must be what the trace says it is.
package struct TraceAudit: Sendable {
  /// What a replay finds.
  package enum Finding: Sendable, Hashable {
    case confirmed
    /// All steps are real, but the end could not be decided within the audit's limit.
    case confirmedUpTo(String)
    /// The trace is not a behaviour of the system, or does not end as it says.
    case refuted(step: Int, String)
  }

  /// How many states the audit of a liveness violation visits before it gives up.
  package static let closureLimit = 50_000

  let evaluator: Evaluator
  private var system: TransitionSystem { evaluator.system }

  package init(_ system: TransitionSystem) { evaluator = Evaluator(system) }

  /// Replays a trace from its first step to its end.
  package func check(_ trace: Trace) -> Finding {
    guard !trace.steps.isEmpty else { return .refuted(step: 0, "the trace has no steps") }
    var state: State?
    for (number, step) in trace.steps.enumerated() {
      let isLast = number == trace.steps.count - 1
      if case .failed(let failure) = trace.ending, isLast, step.state == nil {
        return check(step, failsWith: failure, from: state, number: number)
      }
      if let problem = problem(in: step, from: state) {
        return .refuted(step: number, problem)
      }
      state = step.state
    }
    guard let state else { return .refuted(step: 0, "the trace ends in no state") }
    return check(trace.ending, in: state, number: trace.steps.count - 1)
  }

  // MARK: Steps

  /// What is wrong with a step that should lead to its recorded state; nil when nothing is.
  private func problem(in step: Trace.Step, from state: State?) -> String? {
    guard let target = step.state else { return "the step leads nowhere" }
    guard target.cells.count == system.layout.cells.count else {
      return "the state has \(target.cells.count) cells, not \(system.layout.cells.count)"
    }
    switch result(of: step, from: state) {
    case .success(.reached(let reached, _)) where reached == target: break
    case .success(.reached): return "the step leads to another state"
    case .success(.pruned(let claim)): return "assumption \"\(system[claim].name)\" rules it out"
    case .success(.failed(let failure)): return "the step fails: \(failure.kind)"
    case .failure(let refusal): return refusal.reason
    }
    return pruningAssumption(in: target).map { "assumption \"\(system[$0].name)\" rules it out" }
  }

  private struct Refusal: Error { let reason: String }

  private func result(of step: Trace.Step, from state: State?) -> Result<
    Evaluator.StepResult, Refusal
  > {
    switch (step.action, state) {
    case (.start(let index), nil):
      guard
        admits(
          step.arguments, index.position < system.startStates.count,
          { system[index].parameters })
      else { return .failure(Refusal(reason: "there is no such start state")) }
      return .success(evaluator.start(index, arguments: step.arguments))
    case (.rule(let index), let state?):
      guard
        admits(step.arguments, index.position < system.rules.count, { system[index].parameters })
      else { return .failure(Refusal(reason: "there is no such rule")) }
      return fire(index, step.arguments, in: state)
    case (.assumed, _):
      // That is how a counterexample to induction begins, which is no behaviour.
      return .failure(Refusal(reason: "the trace does not begin in a start state"))
    default: return .failure(Refusal(reason: "a trace is one start state and then rules"))
    }
  }

  private func fire(_ index: RuleIndex, _ arguments: [Int64], in state: State)
    -> Result<Evaluator.StepResult, Refusal>
  {
    do throws(Failure) {
      guard try evaluator.isEnabled(index, arguments: arguments, in: state) else {
        return .failure(Refusal(reason: "the guard of rule \"\(system[index].name)\" is false"))
      }
    } catch {
      return .success(.failed(error))
    }
    return .success(evaluator.fire(index, arguments: arguments, in: state))
  }

  /// Whether there is such a declaration and the arguments are in the domains of its parameters.
  private func admits(_ arguments: [Int64], _ exists: Bool, _ parameters: () -> [Binding]) -> Bool {
    exists && evaluator.admits(arguments, for: parameters())
  }

  private func check(
    _ step: Trace.Step, failsWith failure: Failure, from state: State?, number: Int
  ) -> Finding {
    switch result(of: step, from: state) {
    case .success(.failed(let found)) where found == failure: .confirmed
    case .success(.failed(let found)):
      .refuted(step: number, "the step fails in another way: \(found.kind) at \(found.range)")
    case .success: .refuted(step: number, "the step does not fail")
    case .failure(let refusal): .refuted(step: number, refusal.reason)
    }
  }

  // MARK: Endings

  private func check(_ ending: Trace.Ending, in state: State, number: Int) -> Finding {
    switch ending {
    case .open: return .confirmed
    case .claimFalse(let claim, let arguments):
      return verify(isFalse(claim, arguments, in: state), "the claim holds there", at: number)
    case .failed(let failure):
      let found = failures(in: state).contains(failure)
      return verify(found, "nothing fails there in that way", at: number)
    case .deadlock:
      return verify(isDeadlock(state), "the state has a successor", at: number)
    case .neverAgain(let claim, let arguments):
      return checkNeverAgain(claim, arguments, from: state, number: number)
    }
  }

  private func verify(_ isSo: Bool, _ otherwise: String, at number: Int) -> Finding {
    isSo ? .confirmed : .refuted(step: number, otherwise)
  }

  private func isFalse(_ claim: ClaimIndex, _ arguments: [Int64], in state: State) -> Bool {
    guard evaluator.admits(arguments, for: system[claim].parameters) else { return false }
    return (try? evaluator.holds(claim, arguments: arguments, in: state)) == false
  }

  private func pruningAssumption(in state: State) -> ClaimIndex? {
    system.claims(of: .assumption).first { claim in
      evaluator.arguments(of: system[claim].parameters).contains {
        isFalse(claim, $0, in: state)
      }
    }
  }

  /// Every failure of a guard or of a property in a state.
  private func failures(in state: State) -> [Failure] {
    var found: [Failure] = []
    for index in system.rules.indices.map(RuleIndex.init) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        do throws(Failure) {
          _ = try evaluator.isEnabled(index, arguments: arguments, in: state)
        } catch {
          found.append(error)
        }
      }
    }
    for index in system.claims.indices.map(ClaimIndex.init) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        do throws(Failure) { _ = try evaluator.holds(index, arguments: arguments, in: state) } catch
        {
          found.append(error)
        }
      }
    }
    return found
  }

  private func successors(of state: State) -> [State] {
    system.rules.indices.map(RuleIndex.init).flatMap { index in
      evaluator.arguments(of: system[index].parameters).compactMap { arguments -> State? in
        guard case .success(.reached(let next, _)) = fire(index, arguments, in: state) else {
          return nil
        }
        return next
      }
    }
  }

  private func isDeadlock(_ state: State) -> Bool {
    let next = successors(of: state)
    switch system.deadlockMode {
    case .off: return false
    case .stuck: return next.isEmpty
    case .stuttering: return next.allSatisfy { $0 == state }
    }
  }

  private func checkNeverAgain(
    _ claim: ClaimIndex, _ arguments: [Int64], from state: State, number: Int
  ) -> Finding {
    var seen: Set<State> = [state]
    var waiting = [state]
    while let next = waiting.popLast() {
      if !isFalse(claim, arguments, in: next) {
        return .refuted(step: number, "a state that satisfies the claim is still reachable")
      }
      for successor in successors(of: next) where pruningAssumption(in: successor) == nil {
        if seen.insert(successor).inserted { waiting.append(successor) }
      }
      if seen.count > Self.closureLimit {
        return .confirmedUpTo("more than \(Self.closureLimit) states lie behind the last one")
      }
    }
    return .confirmed
  }
}
