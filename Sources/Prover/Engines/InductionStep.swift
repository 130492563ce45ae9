import Model
import Z3

/// The step of k-induction: which claims are kept by every behaviour of k states that satisfy all
/// of them.
///
/// The states of a behaviour are pairwise distinct (the simple-path strengthening of Sheeran, Singh
/// and Stålmarck, 2000), which loses nothing: a shortest way to a violation repeats no state. And a
/// claim that is not kept is dropped and the rest asked again until all that remain support each
/// other (as in Houdini, Flanagan and Leino, 2001), which finds the largest such set.
final class InductionStep {
  /// What one k shows.
  struct Findings {
    /// The claims that are inductive together.
    var kept: [ClaimIndex] = []
    /// A counterexample to induction for each other claim.
    var counterexamples: [ClaimIndex: Trace] = [:]
    var gaveUp: Reason?
  }

  private(set) var unrolling: Unrolling
  private var question: Question
  private let replay: Replay
  private let onQuestion: (String) -> Void
  /// The number of states that satisfy the claims before the one that is asked about.
  private(set) var k = 1

  private var context: Context { unrolling.encoder.context }
  private var system: TransitionSystem { unrolling.encoder.system }

  init(_ encoder: Encoder, limits: Limits, onQuestion: @escaping (String) -> Void)
    throws(EngineFailure)
  {
    unrolling = try Unrolling(encoder, from: .anyState)
    question = Question(in: encoder.context, limits: limits)
    replay = Replay(encoder.system)
    self.onQuestion = onQuestion
    assume(moment: 0)
    try unrolling.extend()
  }

  /// Adds a state that satisfies the claims.
  func lengthen() throws(EngineFailure) {
    assumeReached(moment: k)
    assume(moment: k)
    k += 1
    try unrolling.extend()
  }

  /// States that claims hold in every state, because they were proved.
  func learn(_ claims: [ClaimIndex]) {
    for claim in claims { question.assert(assumption(of: claim)) }
  }

  /// The claims, of the candidates, that support each other at this k.
  func inductive(among candidates: [ClaimIndex]) throws(EngineFailure) -> Findings {
    var findings = Findings(kept: candidates)
    var isStable = false
    while !isStable, findings.gaveUp == nil {
      isStable = true
      for claim in findings.kept {
        onQuestion(system[claim].name)
        if try dropIfBroken(claim, &findings) { isStable = false }
        if findings.gaveUp != nil { break }
      }
    }
    if findings.gaveUp != nil { findings.kept = [] }
    return findings
  }

  /// Asks for a counterexample to a claim: in a firing from the last state that satisfies the
  /// claims, or in the state after it.
  private func dropIfBroken(_ claim: ClaimIndex, _ findings: inout Findings)
    throws(EngineFailure) -> Bool
  {
    guard findings.kept.contains(claim) else { return false }
    let supports = findings.kept.map(assumption)
    let inFiring = unrolling.moments[k - 1].step.failures[claim]
    let inState = unrolling.moments[k].wrong[claim].map { $0 && arrival }
    for (condition, firings) in [(inFiring, k), (inState, k)] {
      guard let condition else { continue }
      switch question.ask(supports + [condition]) {
      case .no: continue
      case .unknown(let reason):
        findings.gaveUp = reason
        return false
      case .yes(let assignment):
        let behaviour = unrolling.behaviour(in: assignment, firings: firings)
        findings.counterexamples[claim] = try replay.trace(of: behaviour, breaking: claim)
        findings.kept.removeAll { $0 == claim }
        return true
      }
    }
    return false
  }

  /// That the last moment follows from the one before and is new.
  private var arrival: Term {
    // Alone, the state before satisfies what a state equal to it would break.
    let others = k == 1 ? [] : (0..<k).map { unrolling.differ($0, k) }
    return context.all([unrolling.moments[k].isReached] + others)
  }

  private func assumeReached(moment: Int) {
    question.assert(unrolling.moments[moment].isReached)
    for other in 0..<moment { question.assert(unrolling.differ(other, moment)) }
  }

  /// Makes the assumption of each claim mean that it is unbroken in this moment.
  private func assume(moment: Int) {
    if moment == 0 { question.assert(unrolling.moments[0].isReached) }
    for (claim, wrong) in unrolling.moments[moment].wrong {
      question.assert(assumption(of: claim).implies(!wrong))
    }
  }

  private func assumption(of claim: ClaimIndex) -> Term {
    context.constant("claim \(claim.position)", .boolean)
  }
}
