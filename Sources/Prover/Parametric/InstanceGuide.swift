import Model
import Z3

/// What the instance at hand tells of an induction for any size.
///
/// A set of claims that is inductive for every size is inductive in the instance, so what falls out
/// there need not be tried at all; and what little suffices there is tried first elsewhere. Both
/// only spare time: every proof is made, and can be checked, without the instance.
final class InstanceGuide {
  /// Z3's own steps in the longest slice of a question, some seconds: an instance that takes longer
  /// is no help.
  private static let patience: UInt32 = 8_000_000

  private let encoder: Encoder
  private let defined: [Int]
  private let limits: Limits
  private let onQuestion: (String) -> Void
  private var known: (step: InductionStep, question: Question)?

  /// - Parameter defined: the cells that are known to have a value in every reachable state.
  init(
    _ encoder: Encoder, defined: [Int], limits: Limits, onQuestion: @escaping (String) -> Void
  ) {
    self.encoder = encoder
    self.defined = defined
    self.limits = limits
    self.onQuestion = onQuestion
  }

  /// The step in the instance, which is encoded when it is first asked about.
  private func prepared() throws(EngineFailure) -> (step: InductionStep, question: Question) {
    if let known { return known }
    let step = try InductionStep(
      encoder, defined: defined, limits: limits, patience: Self.patience
    ) { [onQuestion] rule, _ in onQuestion(rule) }
    let question = Question(in: encoder.context, limits: limits, patience: Self.patience)
    question.assert(step.unrolling.moments[0].isReached)
    step.areDefined.forEach(question.assert)
    known = (step, question)
    return (step, question)
  }

  /// Which of the candidates are inductive together in the instance, and for the others a
  /// counterexample to their induction.
  func inductive(among candidates: [ClaimIndex]) throws(EngineFailure) -> InductionStep.Findings {
    try prepared().step.inductive(among: candidates)
  }

  /// What the instance says of a rule and a claim.
  enum Hint {
    /// The rule keeps the claim there, where these hold.
    case suffices([ClaimIndex])
    /// The rule breaks the claim there.
    case isBroken
    case unknown
  }

  /// Some of the claims that suffice, in the instance, against a rule's breaking a claim in some way.
  ///
  /// - Parameter fewest: whether none of them can be left out.
  func premises(
    against kind: Breach.Kind, by rule: RuleIndex, among claims: [ClaimIndex], fewest: Bool
  ) throws(EngineFailure) -> Hint {
    let (step, question) = try prepared()
    guard let broken = broken(kind, by: step.preservations[rule.position]) else {
      return .suffices([])
    }
    let judgement = step.unrolling.moments[0].judgement
    var wrong = judgement.wrong
    wrong.add(judgement.undecided(among: claims), where: encoder.context.truth(true))
    let needed = claims.filter { wrong[$0] != nil }
    let hint = reply(question, broken, needed, wrong)
    if fewest, case .suffices(let some) = hint {
      return .suffices(minimal(some, for: broken, question, wrong))
    }
    return hint
  }

  /// When a rule breaks a claim in some way, as far as it can.
  private func broken(_ kind: Breach.Kind, by preservation: Preservation) -> Term? {
    guard let evaluating = kind.evaluating else { return preservation.broken[kind.claim] }
    let judgement = preservation.judgement
    if encoder.system[evaluating].kind == .assumption {
      return judgement.assumptionFailures[kind.claim].map { preservation.leaves && $0 }
    }
    let failures = judgement.evaluationFailures.first { $0.claim == evaluating }?.failures
    return failures?[kind.claim].map { preservation.remains && $0 }
  }

  private func reply(
    _ question: Question, _ broken: Term, _ claims: [ClaimIndex], _ wrong: Conditions
  ) -> Hint {
    let conditions = claims.compactMap { claim in wrong[claim].map { !$0 } }
    switch question.ask([broken] + conditions) {
    case .yes: return .isBroken
    case .unknown: return .unknown
    case .no:
      let core = Set(question.core(of: conditions))
      return .suffices(zip(claims, conditions).filter { core.contains($1) }.map(\.0))
    }
  }

  /// Sufficient claims of which none can be left out. Lemmas stand last in specifications, so they
  /// are kept rather than what follows from them.
  private func minimal(
    _ claims: [ClaimIndex], for broken: Term, _ question: Question, _ wrong: Conditions
  ) -> [ClaimIndex] {
    var needed = claims
    for claim in claims where needed.contains(claim) {
      let others = needed.filter { $0 != claim }
      if case .suffices(let fewer) = reply(question, broken, others, wrong) { needed = fewer }
    }
    return needed
  }
}
