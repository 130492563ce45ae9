import Model
import Z3

/// The behaviours from the start states, searched one depth after the other.
final class BoundedSearch {
  /// What one depth shows.
  struct Findings {
    var violations: [ClaimIndex: Trace] = [:]
    /// Set when the solver gave up; what was not found then is not known to be absent.
    var gaveUp: Reason?
  }

  private(set) var unrolling: Unrolling
  private var question: Question
  private let replay: Replay
  /// The number of firings to the last moment.
  private(set) var depth = 0

  init(_ encoder: Encoder, limits: Limits) throws(EngineFailure) {
    unrolling = try Unrolling(encoder, from: .startStates)
    question = Question(in: encoder.context, limits: limits)
    replay = Replay(encoder.system)
  }

  /// Which of these claims the current depth breaks, each with a trace: in a state after `depth`
  /// firings, or in the firing after it.
  func violations(of claims: [ClaimIndex]) throws(EngineFailure) -> Findings {
    var findings = Findings()
    if depth == 0, let beginning = unrolling.beginning {
      try search(beginning.failures, for: claims, firings: 0, &findings)
    }
    question.assert(unrolling.moments[depth].isReached)
    try search(unrolling.moments[depth].wrong, for: claims, firings: depth, &findings)
    try search(
      unrolling.moments[depth].step.failures, for: claims, firings: depth + 1, &findings)
    return findings
  }

  /// Goes one firing deeper.
  func deepen() throws(EngineFailure) {
    try unrolling.extend()
    depth += 1
  }

  /// Whether any behaviour has as many firings as the last moment.
  func isReachable() -> Question.Answer { question.ask([]) }

  /// Asks for all claims at once first: mostly there is nothing to find.
  private func search(
    _ conditions: [ClaimIndex: Term], for claims: [ClaimIndex], firings: Int,
    _ findings: inout Findings
  ) throws(EngineFailure) {
    var open = claims.filter { findings.violations[$0] == nil && conditions[$0] != nil }
    while !open.isEmpty, findings.gaveUp == nil {
      let broken = unrolling.encoder.context.any(open.compactMap { conditions[$0] })
      switch question.ask([broken]) {
      case .no: return
      case .unknown(let reason): findings.gaveUp = reason
      case .yes(let assignment):
        let behaviour = unrolling.behaviour(in: assignment, firings: firings)
        for claim in open where conditions[claim].map(assignment.truth) == true {
          findings.violations[claim] = try replay.trace(of: behaviour, breaking: claim)
        }
        open.removeAll { findings.violations[$0] != nil }
      }
    }
  }
}
