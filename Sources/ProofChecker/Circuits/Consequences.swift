import Model

/// What can happen next, as the evaluator says.
struct Consequences {
  /// The states that a step leads to, other than the one it is made in, and the claims that are
  /// broken: in the state, or by a step from it.
  struct Found: Equatable {
    var states: Set<State> = []
    var broken: Set<ClaimIndex> = []
  }

  let system: TransitionSystem
  private let claims: Set<ClaimIndex>
  private let evaluator: Evaluator

  /// - Parameter claims: those that are asked about.
  init(in system: TransitionSystem, of claims: [ClaimIndex]) {
    self.system = system
    self.claims = Set(claims)
    evaluator = Evaluator(system)
  }

  /// What can happen in a state, or before any.
  func all(after state: State?) -> Found {
    var found = Found()
    guard let state else {
      for index in system.startStates.indices.map(StartStateIndex.init) {
        for arguments in evaluator.arguments(of: system[index].parameters) {
          add(evaluator.start(index, arguments: arguments), to: &found)
        }
      }
      return restricted(found)
    }
    fireAll(in: state, &found)
    judge(state, &found)
    found.states.remove(state)
    return restricted(found)
  }

  private func restricted(_ found: Found) -> Found {
    Found(states: found.states, broken: found.broken.intersection(claims))
  }

  private func fireAll(in state: State, _ found: inout Found) {
    var isStuck = true
    for index in system.rules.indices.map(RuleIndex.init) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        do throws(Failure) {
          guard try evaluator.isEnabled(index, arguments: arguments, in: state) else { continue }
        } catch {
          found.broken.insert(error.claim)
          continue
        }
        let result = evaluator.fire(index, arguments: arguments, in: state)
        if case .reached(let next, _) = result,
          system.deadlockMode == .stuck || next != state
        {
          isStuck = false
        }
        add(result, to: &found)
      }
    }
    if isStuck, system.deadlockMode != .off { found.broken.formUnion(system.claims(of: .deadlock)) }
  }

  private func add(_ result: Evaluator.StepResult, to found: inout Found) {
    switch result {
    case .pruned: break
    case .failed(let failure): found.broken.insert(failure.claim)
    case .reached(let state, _):
      if admits(state, &found) { found.states.insert(state) }
    }
  }

  /// Whether the assumptions admit a state, one after the other up to the first that does not.
  private func admits(_ state: State, _ found: inout Found) -> Bool {
    for claim in system.claims(of: .assumption) {
      for arguments in evaluator.arguments(of: system[claim].parameters) {
        if holds(claim, arguments, in: state, &found) != true { return false }
      }
    }
    return true
  }

  private func judge(_ state: State, _ found: inout Found) {
    for claim in system.claims.indices.map(ClaimIndex.init)
    where system[claim].condition != nil && system[claim].kind != .assumption {
      for arguments in evaluator.arguments(of: system[claim].parameters) {
        let holds = holds(claim, arguments, in: state, &found)
        if holds == false, [.invariant, .assertion].contains(system[claim].kind) {
          found.broken.insert(claim)
        }
      }
    }
  }

  /// Nil when the condition has no value, which is noted.
  private func holds(
    _ claim: ClaimIndex, _ arguments: [Int64], in state: State, _ found: inout Found
  ) -> Bool? {
    do throws(Failure) {
      return try evaluator.holds(claim, arguments: arguments, in: state)
    } catch {
      found.broken.insert(error.claim)
      return nil
    }
  }
}
