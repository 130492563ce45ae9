internal import Explorer
import Model

/// Counterexamples to induction, and which states are reachable.
extension Course {
  /// Explores for a while, so that it can be said whether a failed induction starts in a state
  /// that can really be reached.
  mutating func exploreForLookUp() async {
    guard claims.contains(where: { openFailure(of: $0) != nil }) else { return }
    _ = await exploredForLookUp()
  }

  mutating func exploredForLookUp() async -> Exploration {
    if let known = exploration ?? lookUp { return known }
    var limits = limits
    limits.maxStates = min(limits.maxStates ?? .max, Self.lookUpLimit)
    let found = await ExplicitEngine().explore(system, limits: limits, onEvent: onEvent)
    lookUp = found
    return found
  }

  /// The counterexample to the induction for a claim that is not settled otherwise.
  func openFailure(of claim: ClaimIndex) -> Trace? {
    if ledger[claim]?.verdict.isSettled == true { return nil }
    for entry in ledger.answers(to: claim) {
      if case .unknown(.notInductive(_, let trace)) = entry.verdict { return trace }
    }
    return nil
  }

  /// Whether the first state of a trace is reachable; nil when that is not known.
  func isReachable(_ trace: Trace) -> Bool? {
    guard let exploration = exploration ?? lookUp, let state = trace.steps.first?.state else {
      return nil
    }
    return exploration.isReachable(state)
  }
}
