package import Model

extension NaiveChecker.Findings {
  /// What an exploration found, in the form in which checkers are compared.
  package init?(_ result: EngineResult, of system: TransitionSystem) {
    guard let space = result.stateSpace, space.isComplete else { return nil }
    self.init()
    (states, transitions, depth) = (space.states, space.transitions, space.depth)
    for (claim, verdict) in result.verdicts {
      if case .violated(let trace) = verdict { violations[claim] = trace.depth }
    }
    met = Set(space.covers.filter { $0.value > 0 }.keys)
  }

  /// How an engine's answers contradict these findings; nil when they do not.
  package func contradiction(in result: EngineResult, of system: TransitionSystem) -> String? {
    var problems: [String] = []
    for (claim, verdict) in result.verdicts.sorted(by: { $0.key < $1.key }) {
      guard let problem = problem(with: verdict, on: claim, of: system) else { continue }
      problems.append("\"\(system[claim].name)\": \(problem)")
    }
    if let space = result.stateSpace, !isSame(space) {
      problems.append(
        "\(space.states) states, \(space.transitions) transitions, depth \(space.depth), "
          + "not \(states), \(transitions), \(depth)")
    }
    return problems.isEmpty ? nil : problems.joined(separator: "; ")
  }

  private func isSame(_ space: StateSpace) -> Bool {
    space.isComplete && space.states == states && space.transitions == transitions
      && space.depth == depth
  }

  private func problem(
    with verdict: Verdict, on claim: ClaimIndex, of system: TransitionSystem
  ) -> String? {
    let found = violations[claim]
    let isUnmet = system[claim].kind == .cover && !met.contains(claim)
    switch verdict {
    case .violated(let trace):
      return found == trace.depth ? nil : "violated at \(trace.depth), not \(expected(found))"
    case .holds: return found == nil && !isUnmet ? nil : "holds, not \(expected(found))"
    case .vacuous(.coverNeverMet, _): return isUnmet ? nil : "the cover is met"
    case .vacuous: return found == nil ? nil : "vacuous, not \(expected(found))"
    case .assumed: return system[claim].kind == .assumption ? nil : "assumed, but no assumption"
    case .unknown(let reason):
      return isPossible(reason, found, system) ? nil : "\(reason), but \(expected(found))"
    }
  }

  private func expected(_ found: Int?) -> String { found.map { "violated at \($0)" } ?? "unbroken" }

  /// Whether there may be no answer for this reason.
  private func isPossible(_ reason: Reason, _ found: Int?, _ system: TransitionSystem) -> Bool {
    switch reason {
    case .bounded(let depth): (found ?? .max) > depth
    case .notInductive(let k, _): (found ?? .max) >= k
    case .stoppedAtViolation: violations[system.runtimeClaim] != nil
    case .limit, .solver, .unsupported, .notKept: true
    }
  }
}
