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

  private let step: InductionStep
  private let question: Question

  /// - Parameter defined: the cells that are known to have a value in every reachable state.
  init(
    _ encoder: Encoder, defined: [Int], limits: Limits, onQuestion: @escaping (String) -> Void
  ) throws(EngineFailure) {
    step = try InductionStep(
      encoder, defined: defined, limits: limits, patience: Self.patience
    ) { rule, _ in onQuestion(rule) }
    question = Question(in: encoder.context, limits: limits, patience: Self.patience)
    question.assert(step.unrolling.moments[0].isReached)
    step.areDefined.forEach(question.assert)
  }

  /// Which of the candidates are inductive together in the instance, and for the others a
  /// counterexample to their induction.
  func inductive(among candidates: [ClaimIndex]) throws(EngineFailure) -> InductionStep.Findings {
    try step.inductive(among: candidates)
  }

  /// Some of the claims that suffice, in the instance, for a rule to keep a claim; nil when that
  /// is not known.
  func premises(of claim: ClaimIndex, keptBy rule: RuleIndex, among claims: [ClaimIndex])
    -> [ClaimIndex]?
  {
    guard let broken = step.preservations[rule.position].broken[claim] else { return [] }
    let wrong = step.unrolling.moments[0].judgement.wrong
    let held = claims.filter { wrong[$0] != nil }
    let conditions = held.compactMap { claim in wrong[claim].map { !$0 } }
    func sufficient(of indices: [Int]) -> [Int]? {
      let asked = indices.map { conditions[$0] }
      guard case .no = question.ask([broken] + asked) else { return nil }
      let core = Set(question.core(of: asked))
      return indices.filter { core.contains(conditions[$0]) }
    }
    guard var core = sufficient(of: Array(held.indices)) else { return nil }
    for index in core where core.contains(index) {
      core = sufficient(of: core.filter { $0 != index }) ?? core
    }
    return core.map { held[$0] }
  }
}
