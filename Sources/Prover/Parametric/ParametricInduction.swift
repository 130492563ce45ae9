import Model
import Z3

/// Induction over the claims of a system for all values of its symbolic constants at once.
///
/// Each start state satisfies the claims, and each rule keeps them: a question for each pair of
/// step and claim, with all claims as the hypothesis. A claim that is not kept is dropped and the
/// rest asked again until all that remain support each other (Houdini, Flanagan and Leino, 2001).
final class ParametricInduction {
  /// What is assumed when a question is asked; what little suffices for is settled soonest.
  struct Premises {
    let claims: [ClaimIndex]
    let detail: Sums.Detail
  }

  /// A start state or rule, which must keep the claims.
  struct Step {
    /// Nil for a start state.
    let rule: RuleIndex?
    let name: String
    /// When the step itself, or the state after it, breaks claims.
    let breaches: [Breach]
  }

  /// What the induction shows.
  struct Findings {
    /// The claims that are inductive together.
    var kept: [ClaimIndex] = []
    /// What stands in the way of each other claim.
    var obstacles: [ClaimIndex: Reason] = [:]
    /// What each question was settled with at last.
    var premises: [Question: Premises] = [:]
  }

  /// Whether a step keeps a claim, as far as one way of breaking it goes.
  struct Question: Hashable {
    /// The position of the step.
    let step: Int
    let kind: Breach.Kind

    var claim: ClaimIndex { kind.claim }
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
          breaches: try encoder.breaches(by: firing, from: nil)))
    }
    for (index, rule) in system.rules.enumerated() {
      let firing = try encoder.fire(RuleIndex(index), in: state)
      steps.append(
        Step(
          rule: RuleIndex(index), name: "rule \"\(rule.name)\"",
          breaches: try encoder.breaches(by: firing, from: judgement)))
    }
    self.encoder = encoder
    self.judgement = judgement
    self.steps = steps
    isWellTyped = encoder.isWellTyped
    encoder.universe.sums.relate(in: encoder.universe)
  }

  /// The cells of the instance that have a value in every reachable state.
  var definedCells: [Int] { encoder.definedCells }

  /// Whether the leaf of this number has a value in every reachable state.
  func isAlwaysDefined(_ leaf: Int) -> Bool { encoder.alwaysDefined.contains(leaf) }

  /// Those of the claims that are assumed when a question is asked with them as premises.
  func assumed(of claims: [ClaimIndex], by question: Question) -> [ClaimIndex] {
    guard steps[question.step].rule != nil else { return [] }
    let stated = Set(judgement.breaches.map(\.kind.claim))
    return claims.filter(stated.contains)
  }

  /// The assertions that cannot hold together when a step keeps a claim.
  func obligation(_ question: Question, _ premises: Premises) -> [Term] {
    let step = steps[question.step]
    let breach = context.any(
      step.breaches.filter { $0.kind == question.kind }.map(\.condition))
    let assumed = step.rule == nil ? [] : hypothesis(premises.claims, at: question.kind)
    let statements = [universe.sizesAreAdmitted] + assumed + [breach]
    return universe.sums.facts(neededBy: statements, premises.detail) + statements
  }

  /// What is assumed before a rule fires. That conditions can be evaluated is assumed of those that
  /// matter.
  private func hypothesis(_ claims: [ClaimIndex], at kind: Breach.Kind) -> [Term] {
    let evaluated =
      claims + system.claims(of: .assumption) + [kind.claim, kind.evaluating ?? kind.claim]
    let breaches = judgement.breaches.filter { breach in
      claims.contains(breach.kind.claim)
        && breach.kind.evaluating.map(evaluated.contains) ?? true
    }
    return [judgement.isAdmitted] + isWellTyped + breaches.map { !$0.condition }
  }

  /// The questions about some claims that are not settled by what a step leaves alone.
  func questions(about claims: [ClaimIndex]) -> [Question] {
    steps.indices.flatMap { step in
      steps[step].breaches.filter { claims.contains($0.kind.claim) }
        .map { Question(step: step, kind: $0.kind) }
    }
  }

  /// The largest set of the candidates whose members support each other.
  ///
  /// - Parameter patience: Z3's own steps for the hardest question, after which it gives up.
  func inductive(
    among candidates: [ClaimIndex], guide: InstanceGuide, patience: UInt32, limits: Limits,
    onQuestion: (Question) -> Void
  ) -> Findings {
    var findings = Findings(kept: candidates)
    var count: Int
    repeat {
      count = findings.kept.count
      for question in questions(about: candidates) where findings.kept.contains(question.claim) {
        // What needs nobody else's support stays settled.
        let settled = findings.premises[question]?.claims
        if settled?.allSatisfy(findings.kept.contains) == true { continue }
        onQuestion(question)
        switch answer(to: question, findings.kept, guide, patience, limits) {
        case .kept(let premises): findings.premises[question] = premises
        case .notKept(let reason):
          findings.kept.removeAll { $0 == question.claim }
          findings.obstacles[question.claim] = reason
        }
      }
    } while findings.kept.count < count
    return findings
  }

  private enum Answer {
    case kept(Premises)
    case notKept(Reason)
  }

  private func answer(
    to question: Question, _ claims: [ClaimIndex], _ guide: InstanceGuide, _ patience: UInt32,
    _ limits: Limits
  ) -> Answer {
    var gaveUp = false
    for hypothesis in Hypothesis.allCases {
      guard let assumed = self.claims(of: hypothesis, at: question, claims, guide) else { continue }
      for (detail, share) in hypothesis.attempts {
        if let limit = limits.interruption() { return .notKept(.limit(limit)) }
        let premises = Premises(claims: assumed, detail: detail)
        let solver = Solver(in: context, limits: Solver.Limits(resources: patience / share))
        for statement in obligation(question, premises) { solver.assert(statement) }
        switch solver.check() {
        case .unsatisfiable: return .kept(premises)
        case .satisfiable: gaveUp = false
        case .unknown(.memory): return .notKept(.limit(.memory))
        case .unknown(.interrupted): return .notKept(.limit(limits.interruption() ?? .interrupted))
        case .unknown: gaveUp = true
        }
      }
    }
    return .notKept(.notKept(by: steps[question.step].name, gaveUp: gaveUp))
  }

  /// The claims that a question assumes, in the order in which they are tried.
  private enum Hypothesis: CaseIterable {
    /// The claim itself.
    case alone
    /// What suffices in the instance.
    case guided
    /// All claims.
    case together

    /// What is said of sums, one after the other, with the part of the solver's patience that each
    /// question has.
    var attempts: [(detail: Sums.Detail, share: UInt32)] {
      switch self {
      case .alone: [(.each, 100)]
      case .guided: [(.each, 10), (.related, 10), (.all, 4)]
      case .together: [(.each, 10), (.related, 4), (.all, 1)]
      }
    }
  }

  /// Nil where the instance does not tell.
  private func claims(
    of hypothesis: Hypothesis, at question: Question, _ claims: [ClaimIndex],
    _ guide: InstanceGuide
  ) -> [ClaimIndex]? {
    switch hypothesis {
    case .alone: return [question.claim]
    case .together: return claims
    case .guided:
      guard let rule = steps[question.step].rule else { return nil }
      return guide.premises(of: question.claim, keptBy: rule, among: claims)
    }
  }
}

extension ParametricEncoder {
  /// When a firing, or the state after it, breaks claims. A claim that reads nothing that a rule
  /// changes is kept by it as it was: its condition afterwards is the very same term.
  fileprivate func breaches(by firing: ParametricFiring, from before: ParametricJudgement?)
    throws(Unencodable) -> [Breach]
  {
    let during = firing.failures.claims.compactMap { claim in
      firing.failures[claim].map { Breach(kind: Breach.Kind(claim: claim), condition: $0) }
    }
    let after = try judge(firing.next)
    let changed = after.breaches.filter { $0.condition != before?[$0.kind] }
    return during
      + changed.map {
        Breach(
          kind: $0.kind,
          condition: context.all([firing.succeeds, after.isAdmitted, $0.condition]))
      }
  }
}
