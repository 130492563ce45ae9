import Model
import Z3

/// Writes and checks the questions whose answers prove claims for every value of the symbolic
/// constants.
///
/// Every start state satisfies the claims, and every rule keeps each of them when all hold before
/// it. That there is a behaviour at all, so that none of this is vacuous, is shown for the instance
/// at hand, over bit-vectors.
struct ParametricCertificate {
  private let system: TransitionSystem
  private let claims: [ClaimIndex]
  private let context: Context
  private let induction: ParametricInduction

  init(
    _ system: TransitionSystem, claims: [ClaimIndex], _ induction: ParametricInduction,
    in context: Context
  ) {
    self.system = system
    self.claims = claims
    self.induction = induction
    self.context = context
  }

  /// The certificate, each obligation with as little as it needs; nil when some obligation is not
  /// shown within the limits.
  func certificate(behaviour: [Certificate.Obligation], limits: Limits) -> Certificate? {
    var obligations = behaviour
    for (step, claim) in questions {
      guard let effort = induction.effort(of: step, claim, hypothesis: claims, limits: limits)
      else { return nil }
      obligations.append(
        Certificate.Obligation(
          name: name(of: step, claim), expected: .unsat, text: text(step, claim, effort)))
    }
    return Certificate(
      claims: claims.map { system[$0].name },
      invariant: claims.compactMap { Conjunct.text(of: system[$0], in: system) }, k: 1,
      constants: Dictionary(
        system.constants.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
      forAll: system.symbolicConstants, obligations: obligations)
  }

  /// Whether a certificate has the obligations that the claims need, each with some of the efforts
  /// that there are.
  func isMatched(by certificate: Certificate, behaviour: [Certificate.Obligation]) -> Bool {
    let questions = questions
    let obligations = certificate.obligations
    guard obligations.count == behaviour.count + questions.count,
      Array(obligations.prefix(behaviour.count)) == behaviour
    else { return false }
    return zip(obligations.dropFirst(behaviour.count), questions).allSatisfy {
      obligation, question in
      obligation.name == name(of: question.step, question.claim)
        && obligation.expected == .unsat
        && ParametricInduction.Effort.allCases.contains {
          text(question.step, question.claim, $0) == obligation.text
        }
    }
  }

  private var questions: [(step: ParametricInduction.Step, claim: ClaimIndex)] {
    induction.steps.flatMap { step in
      claims.filter { step.broken[$0] != nil }.map { (step, $0) }
    }
  }

  private func name(of step: ParametricInduction.Step, _ claim: ClaimIndex) -> String {
    let role = step.rule == nil ? "initiation" : "preservation"
    return "\(role): \(step.name): \(system[claim].name)"
  }

  private func text(
    _ step: ParametricInduction.Step, _ claim: ClaimIndex, _ effort: ParametricInduction.Effort
  ) -> String {
    SMTLIB.text(
      induction.obligation(step, claim, hypothesis: claims, effort), in: context, logic: "ALL")
  }
}
