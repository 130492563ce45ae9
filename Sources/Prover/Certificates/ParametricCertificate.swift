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

  /// The certificate, each obligation with as little as it needs.
  ///
  /// - Parameter premises: what every question was settled with.
  func certificate(
    behaviour: [Certificate.Obligation],
    premises: [ParametricInduction.Question: ParametricInduction.Premises]
  ) -> Certificate {
    let obligations =
      behaviour
      + induction.questions(about: claims).map { question in
        let premises = premises[question] ?? .init(claims: claims, detail: .all)
        return Certificate.Obligation(
          name: name(of: question), expected: .unsat, text: text(question, premises),
          premises: premises.claims.map { system[$0].name })
      }
    return Certificate(
      claims: claims.map { system[$0].name },
      invariant: claims.compactMap { Conjunct.text(of: system[$0], in: system) }, k: 1,
      constants: Dictionary(
        system.constants.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
      forAll: system.symbolicConstants, obligations: obligations)
  }

  /// Whether a certificate has the obligations that the claims need, each with some of the claims
  /// as premises.
  func isMatched(by certificate: Certificate, behaviour: [Certificate.Obligation]) -> Bool {
    let questions = induction.questions(about: claims)
    let obligations = certificate.obligations
    guard obligations.count == behaviour.count + questions.count,
      Array(obligations.prefix(behaviour.count)) == behaviour
    else { return false }
    return zip(obligations.dropFirst(behaviour.count), questions).allSatisfy(isMatched)
  }

  private func isMatched(
    by obligation: Certificate.Obligation, _ question: ParametricInduction.Question
  ) -> Bool {
    let names = obligation.premises ?? []
    let premises = claims.filter { names.contains(system[$0].name) }
    return obligation.name == name(of: question) && obligation.expected == .unsat
      && premises.count == names.count
      && Sums.Detail.allCases.contains { detail in
        text(question, .init(claims: premises, detail: detail)) == obligation.text
      }
  }

  private func name(of question: ParametricInduction.Question) -> String {
    let step = induction.steps[question.step]
    let role = step.rule == nil ? "initiation" : "preservation"
    let evaluating = question.kind.evaluating.map { ", evaluating \(system[$0].name)" }
    return "\(role): \(step.name): \(system[question.claim].name)\(evaluating ?? "")"
  }

  private func text(
    _ question: ParametricInduction.Question, _ premises: ParametricInduction.Premises
  ) -> String {
    SMTLIB.text(induction.obligation(question, premises), in: context, logic: "ALL")
  }
}
