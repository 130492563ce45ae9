import Model
import TestSupport

extension NaiveChecker.Findings {
  /// How these findings differ from what rumur says, which stops at its first violation; nil when
  /// they agree.
  func difference(from run: RumurRun, in system: TransitionSystem) -> String? {
    let violated = Set(violations.keys)
    let uncovered = system.claims(of: .cover).filter { !met.contains($0) }
    guard let violation = run.violation else {
      if !violated.isEmpty || !uncovered.isEmpty { return "rumur finds nothing wrong" }
      let (states, transitions) = (states, transitions)
      return states == run.states && transitions == run.transitions
        ? nil : "rumur: \(run.states) states, \(run.transitions) transitions; we: \(self)"
    }
    let isFound =
      switch violation {
      case .deadlock: !violated.isDisjoint(with: system.claims(of: .deadlock))
      case .invariant(let name), .assertion(let name), .liveness(let name):
        violated.contains { name.isEmpty || system[$0].name.hasPrefix(name) }
      case .cover: !uncovered.isEmpty
      case .failure(let message):
        violated.contains { system[$0].kind == .runtime || system[$0].name == message }
      }
    return isFound ? nil : "rumur: \(violation); we: \(self)"
  }
}
