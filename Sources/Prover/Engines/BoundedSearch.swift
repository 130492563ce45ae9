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
  private let question: Question
  private let limits: Limits
  private let replay: Replay
  /// The number of firings to the last moment.
  private(set) var depth = 0

  init(_ encoder: Encoder, limits: Limits) throws(EngineFailure) {
    unrolling = try Unrolling(encoder, from: .startStates)
    self.limits = limits
    question = Question(in: encoder.context, limits: limits)
    replay = Replay(encoder.system)
  }

  /// Which of these claims the current depth breaks, each with a trace: in a state after `depth`
  /// firings, or in the firing after it.
  func violations(of claims: [ClaimIndex]) throws(EngineFailure) -> Findings {
    var findings = Findings()
    if depth == 0, let beginning = unrolling.beginning {
      try search(beginning.bodyFailures, for: claims, firings: 0, &findings)
    }
    let moment = unrolling.moments[depth]
    question.assert(moment.isMet)
    try search(moment.judgement.assumptionFailures, for: claims, firings: depth, &findings)
    question.assert(moment.judgement.isAdmitted)
    try search(moment.judgement.wrong, for: claims, firings: depth, &findings)
    try search(moment.step.guardFailures, for: claims, firings: depth + 1, &findings)
    try search(moment.step.bodyFailures, for: claims, firings: depth + 1, &findings)
    return findings
  }

  /// The claims that a state after `depth` firings leaves without a value, breaking none of them;
  /// nil when the solver gave up. To be asked after their violations.
  func undecided(of claims: [ClaimIndex]) -> [ClaimIndex]? {
    let conditions = unrolling.moments[depth].judgement.undecided(among: claims)
    var found: [ClaimIndex] = []
    for claim in conditions.claims {
      switch question.ask([conditions.any(of: [claim])]) {
      case .yes: found.append(claim)
      case .no: break
      case .unknown: return nil
      }
    }
    return found
  }

  /// Goes one firing deeper.
  func deepen() throws(EngineFailure) {
    try unrolling.extend()
    depth += 1
  }

  /// Whether any behaviour has so many firings, longer or not: what has been stated while looking
  /// for violations further on does not count.
  private func isReachable(depth: Int) -> Question.Answer {
    Question(in: unrolling.encoder.context, limits: limits).ask(
      unrolling.moments[...depth].map(\.isReached))
  }

  /// Why the system satisfies everything: it has no behaviour of one firing. Nil when it has one;
  /// or the reason not to know.
  func vacuity() throws(EngineFailure) -> (Vacuity?, gaveUp: Reason?) {
    if depth == 0 { try deepen() }
    for depth in 0...1 {
      switch isReachable(depth: depth) {
      case .yes: break
      case .no:
        let system = unrolling.encoder.system
        return (Vacuity(of: system, hasState: depth > 0, hasStep: false), nil)
      case .unknown(let reason): return (nil, reason)
      }
    }
    return (nil, nil)
  }

  private func search(
    _ conditions: Conditions, for claims: [ClaimIndex], firings: Int,
    _ findings: inout Findings
  ) throws(EngineFailure) {
    let open = claims.filter { findings.violations[$0] == nil }
    for group in Grouping.groups(of: open, in: unrolling.encoder.system) {
      try search(conditions, group: group, firings: firings, &findings)
    }
  }

  /// Asks for all claims of a group at once: mostly there is nothing to find.
  private func search(
    _ conditions: Conditions, group: [ClaimIndex], firings: Int, _ findings: inout Findings
  ) throws(EngineFailure) {
    var open = group
    while findings.gaveUp == nil {
      switch question.ask([conditions.any(of: open)]) {
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
