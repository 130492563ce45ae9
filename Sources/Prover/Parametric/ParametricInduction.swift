import Model
import Z3

/// Induction over the claims of a system for all values of its symbolic constants at once.
///
/// Each start state satisfies the claims, and each rule keeps them: a question for each pair of
/// step and claim, with all claims as the hypothesis. A claim that is not kept is dropped and the
/// rest asked again until all that remain support each other (Houdini, Flanagan and Leino, 2001).
final class ParametricInduction {
  /// How much is assumed when a question is asked; what little suffices for is settled soonest.
  enum Effort: Int, CaseIterable {
    /// The claim itself.
    case alone
    /// All claims.
    case together
    /// All claims, and how the sums that they speak of are related.
    case thorough

    /// The part of the solver's patience that it has.
    var share: UInt32 {
      switch self {
      case .alone: 100
      case .together: 10
      case .thorough: 1
      }
    }
  }

  /// A start state or rule, which must keep the claims.
  struct Step {
    /// Nil for a start state.
    let rule: RuleIndex?
    let name: String
    /// When the step itself, or the state after it, breaks a claim.
    let broken: Conditions
  }

  /// What the induction shows.
  struct Findings {
    /// The claims that are inductive together.
    var kept: [ClaimIndex] = []
    /// What stands in the way of each other claim.
    var obstacles: [ClaimIndex: Reason] = [:]
    /// With how much effort each question was settled at last, by step and claim.
    var efforts: [Question: Effort] = [:]
  }

  /// Whether a step keeps a claim.
  struct Question: Hashable {
    /// The position of the step.
    let step: Int
    let claim: ClaimIndex
  }

  let steps: [Step]
  private let encoder: ParametricEncoder
  private let judgement: ParametricJudgement
  private let isWellTyped: [Term]

  private var universe: Universe { encoder.universe }
  private var context: Context { encoder.context }
  private var system: TransitionSystem { encoder.system }

  init(_ system: TransitionSystem, in context: Context) throws(Unencodable) {
    var encoder = ParametricEncoder(system, in: context)
    try encoder.settleDefinedness()
    let state = encoder.anyState
    let judgement = try encoder.judge(state)
    var steps: [Step] = []
    for (index, start) in system.startStates.enumerated() {
      let firing = try encoder.start(StartStateIndex(index))
      steps.append(
        Step(
          rule: nil, name: "start state \"\(start.name)\"",
          broken: try encoder.broken(by: firing, from: nil)))
    }
    for (index, rule) in system.rules.enumerated() {
      let firing = try encoder.fire(RuleIndex(index), in: state)
      steps.append(
        Step(
          rule: RuleIndex(index), name: "rule \"\(rule.name)\"",
          broken: try encoder.broken(by: firing, from: judgement)))
    }
    self.encoder = encoder
    self.judgement = judgement
    self.steps = steps
    isWellTyped = encoder.isWellTyped
    encoder.universe.sums.relate(in: encoder.universe)
  }

  /// The assertions that cannot hold together when a step keeps a claim.
  func obligation(
    _ step: Step, _ claim: ClaimIndex, hypothesis claims: [ClaimIndex], _ effort: Effort
  ) -> [Term] {
    guard let broken = step.broken[claim] else { return [context.truth(false)] }
    let assumed = effort == .alone ? [claim] : claims
    let premises = step.rule == nil ? [] : hypothesis(assumed)
    let statements = [universe.sizesAreAdmitted] + premises + [broken]
    return universe.sums.facts(neededBy: statements, isThorough: effort == .thorough) + statements
  }

  /// What is assumed before a rule fires.
  private func hypothesis(_ claims: [ClaimIndex]) -> [Term] {
    [judgement.isAdmitted] + isWellTyped + claims.compactMap { judgement.wrong[$0].map { !$0 } }
  }

  /// The questions about some claims that are not settled by what a step leaves alone.
  func questions(about claims: [ClaimIndex]) -> [Question] {
    steps.indices.flatMap { step in
      claims.filter { steps[step].broken[$0] != nil }.map { Question(step: step, claim: $0) }
    }
  }

  /// The largest set of the candidates whose members support each other.
  ///
  /// - Parameter patience: Z3's own steps for the hardest question, after which it gives up.
  func inductive(
    among candidates: [ClaimIndex], patience: UInt32, limits: Limits,
    onQuestion: (Question) -> Void
  ) -> Findings {
    var findings = Findings(kept: candidates)
    var count: Int
    repeat {
      count = findings.kept.count
      for question in questions(about: candidates) where findings.kept.contains(question.claim) {
        // What needs nobody's support stays settled.
        if findings.efforts[question] == .alone { continue }
        onQuestion(question)
        switch answer(to: question, findings.kept, patience, limits) {
        case .kept(let effort): findings.efforts[question] = effort
        case .notKept(let reason):
          findings.kept.removeAll { $0 == question.claim }
          findings.obstacles[question.claim] = reason
        }
      }
    } while findings.kept.count < count
    return findings
  }

  private enum Answer {
    case kept(Effort)
    case notKept(Reason)
  }

  private func answer(
    to question: Question, _ hypothesis: [ClaimIndex], _ patience: UInt32, _ limits: Limits
  ) -> Answer {
    let step = steps[question.step]
    var gaveUp = false
    for effort in Effort.allCases {
      if let limit = limits.interruption() { return .notKept(.limit(limit)) }
      let solver = Solver(in: context, limits: Solver.Limits(resources: patience / effort.share))
      for statement in obligation(step, question.claim, hypothesis: hypothesis, effort) {
        solver.assert(statement)
      }
      switch solver.check() {
      case .unsatisfiable: return .kept(effort)
      case .satisfiable: gaveUp = false
      case .unknown(.memory): return .notKept(.limit(.memory))
      case .unknown(.interrupted): return .notKept(.limit(limits.interruption() ?? .interrupted))
      case .unknown: gaveUp = true
      }
    }
    return .notKept(.notKept(by: step.name, gaveUp: gaveUp))
  }
}

extension ParametricEncoder {
  /// When a firing, or the state after it, breaks a claim. A claim that reads nothing that a rule
  /// changes is kept by it as it was: its condition afterwards is the very same term.
  fileprivate func broken(by firing: ParametricFiring, from before: ParametricJudgement?)
    throws(Unencodable) -> Conditions
  {
    var broken = firing.failures
    let after = try judge(firing.next)
    for claim in after.wrong.claims {
      guard let wrong = after.wrong[claim], wrong != before?.wrong[claim] else { continue }
      broken.add(context.all([firing.succeeds, after.isAdmitted, wrong]), to: claim)
    }
    return broken
  }
}
