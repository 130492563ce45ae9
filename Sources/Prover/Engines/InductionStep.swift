import Model
import Z3

/// The step of k-induction: which claims are kept by every behaviour of k states that satisfy all
/// of them.
///
/// The states of a behaviour are pairwise distinct (the simple-path strengthening of Sheeran, Singh
/// and Stålmarck, 2000), which loses nothing: a shortest way to a violation repeats no state. And a
/// claim that is not kept is dropped and the rest asked again until all that remain support each
/// other (as in Houdini, Flanagan and Leino, 2001), which finds the largest such set.
///
/// Each rule is a question of its own to a fresh solver, which simplifies it as a whole: twice as
/// fast as one incremental solver, and the time is spent on few rules.
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
  private(set) var preservations: [Preservation] = []
  private var known: [ClaimIndex] = []
  private let limits: Limits
  private let replay: Replay
  /// The cells that are known to have a value in every reachable state.
  private let defined: [Int]
  /// Z3's own steps for a question, after which it gives up; nil for any number.
  private let patience: UInt32?
  private let onQuestion: (String, Int) -> Void

  /// The number of states that satisfy the claims.
  var k: Int { unrolling.moments.count }

  private var context: Context { unrolling.encoder.context }
  private var system: TransitionSystem { unrolling.encoder.system }

  init(
    _ encoder: Encoder, defined: [Int] = [], limits: Limits, patience: UInt32? = nil,
    onQuestion: @escaping (String, Int) -> Void
  ) throws(EngineFailure) {
    self.defined = defined
    self.patience = patience
    unrolling = try Unrolling(encoder, from: .anyState)
    self.limits = limits
    replay = Replay(encoder.system)
    self.onQuestion = onQuestion
    try preservations = unrolling.preservations()
  }

  /// That the cells which always have a value have one.
  var areDefined: [Term] {
    unrolling.moments.flatMap { moment in defined.map { moment.state[$0].isDefined } }
  }

  /// Adds a state that satisfies the claims.
  func lengthen() throws(EngineFailure) {
    try unrolling.extend()
    try preservations = unrolling.preservations()
  }

  /// Assumes claims in every state from now on, because they were proved.
  func learn(_ claims: [ClaimIndex]) { known += claims }

  /// The claims, of the candidates, that support each other at this k.
  func inductive(among candidates: [ClaimIndex]) throws(EngineFailure) -> Findings {
    var findings = Findings(kept: candidates)
    var count: Int
    repeat {
      count = findings.kept.count
      for preservation in preservations {
        onQuestion(system[preservation.rule].name, k)
        for group in Grouping.groups(of: findings.kept, in: system) {
          while try dropBroken(group, by: preservation, &findings) {}
        }
        if findings.gaveUp != nil {
          findings.kept = []
          return findings
        }
      }
    } while findings.kept.count < count
    return findings
  }

  /// Asks whether a rule keeps some of the claims, and drops those that it does not keep in the
  /// answer.
  private func dropBroken(
    _ group: [ClaimIndex], by preservation: Preservation, _ findings: inout Findings
  ) throws(EngineFailure) -> Bool {
    let asked = group.filter(findings.kept.contains)
    let undecided = preservation.undecided(among: known + findings.kept)
    let violation = preservation.broken.any(of: asked) || undecided.any(of: asked)
    if violation.truth == false || findings.gaveUp != nil { return false }
    let question = Question(in: context, limits: limits, patience: patience)
    unrolling.hypothesis(known + findings.kept).forEach(question.assert)
    areDefined.forEach(question.assert)
    question.assert(violation)
    switch question.ask() {
    case .no: return false
    case .unknown(let reason):
      findings.gaveUp = reason
      return false
    case .yes(let assignment):
      let behaviour = unrolling.behaviour(in: assignment, firings: k)
      for claim in findings.kept
      where preservation.broken[claim].map(assignment.truth) == true {
        findings.counterexamples[claim] = try replay.trace(of: behaviour, breaking: claim)
      }
      findings.kept.removeAll {
        findings.counterexamples[$0] != nil || undecided[$0].map(assignment.truth) == true
      }
      return true
    }
  }
}
