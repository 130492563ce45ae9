package import Model
import Z3

/// Decides whether a certificate proves what it says.
package enum CertificateCheck {
  /// What a solver says of one obligation.
  package enum Answer: Sendable, Hashable {
    case sat
    case unsat
    /// Neither; in the solver's words.
    case other(String)
    /// None, because the solver could not be asked; in words.
    case failed(String)
  }

  /// Why a certificate is refused.
  package enum Refusal: Error, Hashable {
    /// An obligation has another answer than the proof needs.
    case answer(obligation: String, Answer)
    /// An obligation is not a problem in SMT-LIB; in words.
    case text(obligation: String, String)
    /// The obligations are not those of this system.
    case otherSystem
    /// Posed again by another encoding, an obligation has another answer than the proof needs.
    case independent(obligation: String, Answer)
    /// The other encoding has no words for something.
    case notEncodable(String)
    /// The stated invariant cannot be read.
    case notMurphi
  }

  /// The first reason to refuse a certificate, or nil.
  ///
  /// - Parameter decide: gives one answer for each obligation; by default in fresh contexts of the
  ///   linked solver, better by a solver process.
  package static func refusal(
    of certificate: Certificate,
    decide: ([Certificate.Obligation]) -> [Answer] = { decideInFreshContexts($0) }
  ) -> Refusal? {
    for obligation in certificate.obligations {
      do {
        try SMTLIB.checkCommands(of: obligation.text)
      } catch {
        return .text(obligation: obligation.name, "\(error)")
      }
    }
    let answers = decide(certificate.obligations)
    for (obligation, answer) in zip(certificate.obligations, answers)
    where answer != (obligation.expected == .sat ? .sat : .unsat) {
      return .answer(obligation: obligation.name, answer)
    }
    return answers.count == certificate.obligations.count
      ? nil : .text(obligation: "", "answers are missing")
  }

  /// Refuses a certificate whose obligations are not the ones that this system's claims need: an
  /// obligation that was left out or weakened has the right answer, but proves nothing.
  package static func refusal(
    of certificate: Certificate, for system: TransitionSystem
  ) throws(EngineFailure) -> Refusal? {
    let names = Set(certificate.claims)
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      names.contains(system[$0].name) && Support.isDecidable(system[$0].kind)
    }
    guard certificate.forAll == system.symbolicConstants,
      claims.map({ system[$0].name }) == certificate.claims
    else { return .otherSystem }
    if let race = certificate.race {
      guard claims.count == 1, certificate.method == .race,
        try RaceWriter.writes(certificate, race, breaking: claims[0], of: system)
      else { return .otherSystem }
      return nil
    }
    if certificate.method == .parametric {
      return try isParametric(certificate, of: claims, in: system) ? nil : .otherSystem
    }
    guard 1...KInduction.greatestDepth ~= certificate.k, certificate.forAll.isEmpty,
      certificate.lemmas.isEmpty || certificate.method == .ic3,
      certificate.lemmas.allSatisfy({ $0.fits(system.layout) })
    else { return .otherSystem }
    let writer = try CertificateWriter(
      system, claims: claims, grounds: Grounds(lemmas: certificate.lemmas), k: certificate.k,
      vacuity: certificate.vacuity, as: certificate)
    return writer.certificate(by: certificate.method) == certificate ? nil : .otherSystem
  }

  /// Whether a certificate is what proves claims for every value of the symbolic constants.
  private static func isParametric(
    _ certificate: Certificate, of claims: [ClaimIndex], in system: TransitionSystem
  ) throws(EngineFailure) -> Bool {
    let induction: ParametricInduction
    do {
      induction = try ParametricInduction(system, in: Context())
    } catch {
      throw .unsupported([error.feature])
    }
    let writer = ParametricCertificate(system, claims: claims, induction)
    let behaviour = try CertificateWriter.behaviour(of: system)
    return writer.isMatched(by: certificate, behaviour: behaviour)
  }

  /// What a claim contributes to an invariant, in Murphi.
  package static func text(of claim: Claim, in system: TransitionSystem) -> String {
    Conjunct.text(of: claim, in: system)
  }

  /// Decides each obligation in a fresh context of the linked solver.
  ///
  /// - Parameter resources: how many of Z3's own steps an obligation may take.
  package static func decideInFreshContexts(
    _ obligations: [Certificate.Obligation], resources: UInt32? = nil
  ) -> [Answer] {
    let limits = Solver.Limits(resources: resources)
    return obligations.map { obligation in
      do {
        let logic: Solver.Logic = obligation.logic == .bitVectors ? .bitVectors : .general
        switch try SMTLIB.check(obligation.text, logic: logic, limits: limits) {
        case .satisfiable: return .sat
        case .unsatisfiable: return .unsat
        case .unknown(let reason): return .other("\(reason)")
        }
      } catch {
        return .failed("\(error)")
      }
    }
  }
}
