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
  private let induction: ParametricInduction

  init(
    _ system: TransitionSystem, claims: [ClaimIndex], _ induction: ParametricInduction
  ) {
    self.system = system
    self.claims = claims
    self.induction = induction
  }

  /// The certificate, each obligation with as little as it needs.
  ///
  /// - Parameter premises: what every question was settled with.
  func certificate(
    behaviour: [Certificate.Obligation],
    premises: [ParametricInduction.Question: ParametricInduction.Premises]
  ) -> Certificate {
    certificate(
      behaviour
        + induction.questions(about: claims).compactMap { question in
          premises[question].flatMap { obligation(question, $0) }
        })
  }

  private func certificate(_ obligations: [Certificate.Obligation]) -> Certificate {
    Certificate(
      by: .parametric, claims: claims.map { system[$0].name },
      invariant: claims.map { Conjunct.text(of: system[$0], in: system) }
        + Conjunct.texts(ofDefined: induction.isAlwaysDefined, in: system),
      k: 1,
      constants: system.constantValues,
      forAll: system.symbolicConstants, obligations: obligations)
  }

  /// Whether a certificate has the obligations that the claims need, each with some of the claims
  /// as premises.
  func isMatched(by certificate: Certificate, behaviour: [Certificate.Obligation]) -> Bool {
    let questions = induction.questions(about: claims)
    let obligations = certificate.obligations
    guard obligations.count == behaviour.count + questions.count,
      Array(obligations.prefix(behaviour.count)) == behaviour,
      self.certificate(obligations) == certificate
    else { return false }
    return zip(obligations.dropFirst(behaviour.count), questions).allSatisfy(isMatched)
  }

  private func isMatched(
    by obligation: Certificate.Obligation, _ question: ParametricInduction.Question
  ) -> Bool {
    guard let positions = obligation.premises, positions.allSatisfy(claims.indices.contains),
      let assertions = obligation.assertions
    else { return false }
    let premises = ParametricInduction.Premises(
      claims: positions.map { claims[$0] }, assumptions: assertions)
    return self.obligation(question, premises) == obligation
  }

  /// The obligation that answers a question; nil when what it is to be answered with is not there.
  private func obligation(
    _ question: ParametricInduction.Question, _ premises: ParametricInduction.Premises
  ) -> Certificate.Obligation? {
    guard let assumed = induction.assumptions(of: question, premises),
      let assertions = induction.obligation(question, premises)
    else { return nil }
    let used = Set(assumed.compactMap(\.claim))
    return Certificate.Obligation(
      name: name(of: question), expected: .unsat, logic: .all,
      text: SMTLIB.text(assertions, in: induction.context),
      step: induction.steps[question.step].name,
      keeps: question.claims.compactMap(claims.firstIndex).first,
      premises: claims.indices.filter { used.contains(claims[$0]) },
      assertions: premises.assumptions)
  }

  private func name(of question: ParametricInduction.Question) -> String {
    let step = induction.steps[question.step]
    let role = step.rule == nil ? "initiation" : "preservation"
    let evaluating = question.kind.evaluating.map { ", evaluating \(system[$0].name)" }
    return "\(role): \(step.name): \(system[question.kind.claim].name)\(evaluating ?? "")"
  }
}
