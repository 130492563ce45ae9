import Model
import Z3

/// What the instance at hand tells of an induction for any size.
///
/// A set of claims that is inductive for every size is inductive in the instance, so what falls out
/// there need not be tried at all; and what little suffices there is tried first elsewhere. Both
/// only spare time: every proof is made, and can be checked, without the instance.
final class InstanceGuide {
  /// Z3's own steps in the longest slice of a question about all claims, some seconds: an instance
  /// that takes longer is no help.
  private static let patience: UInt32 = 8_000_000

  private let encoder: Encoder
  private let defined: [Int]
  private let limits: Limits
  private let onQuestion: (String) -> Void
  private var step: InductionStep?
  private var rules: InstanceRules?

  /// - Parameter defined: the cells that are known to have a value in every reachable state.
  init(
    _ encoder: Encoder, defined: [Int], limits: Limits, onQuestion: @escaping (String) -> Void
  ) {
    self.encoder = encoder
    self.defined = defined
    self.limits = limits
    self.onQuestion = onQuestion
  }

  /// Which of the candidates are inductive together in the instance, and for the others a
  /// counterexample to their induction.
  func inductive(among candidates: [ClaimIndex]) throws(EngineFailure) -> InductionStep.Findings {
    if let step { return try step.inductive(among: candidates) }
    let step = try InductionStep(
      encoder, defined: defined, limits: limits, patience: Self.patience
    ) { [onQuestion] rule, _ in onQuestion(rule) }
    self.step = step
    return try step.inductive(among: candidates)
  }

  private func prepared() throws(Unencodable) -> InstanceRules {
    if let rules { return rules }
    let rules = try InstanceRules(encoder, defined: defined, limits: limits)
    self.rules = rules
    return rules
  }

  /// Some of the claims that suffice, in the instance, against a rule's breaking a claim in some way.
  ///
  /// - Parameter fewest: whether none of them can be left out.
  func premises(
    against kind: Breach.Kind, by rule: RuleIndex, among claims: [ClaimIndex], fewest: Bool
  ) throws(EngineFailure) -> InstanceRules.Reply {
    do throws(Unencodable) {
      return try prepared().premises(against: kind, by: rule, among: claims, fewest: fewest)
    } catch {
      throw .unsupported([error.feature])
    }
  }
}
