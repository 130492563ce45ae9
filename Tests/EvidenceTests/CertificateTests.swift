import Model
import Prover
import TestSupport
import Testing
import Verification

/// Every certificate is a proof to a solver that is not us, and a changed one is refused.
@Suite("Certificates") struct CertificateTests {
  @Test("Proofs of fixtures stand, and nothing that was changed in them", arguments: Fixture.all)
  func fixture(_ fixture: Fixture) async throws {
    let system = try fixture.system()
    guard let certificate = try await Evidence.certificate(of: system) else { return }
    try check(certificate, of: system)
  }

  @Test("Proofs of random systems stand", arguments: 0..<UInt64(20))
  func random(_ seed: UInt64) async throws {
    let system = try system(of: RandomSystem.tree(seed: seed).text)
    guard let certificate = try await Evidence.certificate(of: system) else { return }
    try check(certificate, of: system)
  }

  @Test(
    "Two solvers agree on the obligations",
    .enabled(if: SolverProcess(named: "cvc5") != nil, "cvc5 is not installed"),
    arguments: Fixture.all.filter { $0.name.hasPrefix("inductive") })
  func otherSolver(_ fixture: Fixture) async throws {
    let system = try fixture.system()
    guard let certificate = try await Evidence.certificate(of: system) else { return }
    let answers = SolverProcess(named: "cvc5")!.decide(certificate.obligations, seconds: 60)
    for (obligation, answer) in zip(certificate.obligations, answers) {
      #expect(answer == (obligation.expected == .sat ? .sat : .unsat), "\(obligation.name)")
    }
  }

  private func check(_ certificate: Certificate, of system: TransitionSystem) throws {
    #expect(try CertificateAudit(seconds: 60).refusal(of: certificate, for: system) == nil)
    for (change, corrupted) in certificate.corruptions {
      #expect(
        try CertificateAudit(seconds: 60).refusal(of: corrupted, for: system) != nil, "\(change)")
    }
  }
}

extension Certificate {
  /// Certificates that differ from this one, and prove nothing.
  fileprivate var corruptions: [(String, Certificate)] {
    let last = obligations.count - 1
    var weaker = obligations
    weaker[last] = Obligation(
      name: weaker[last].name, expected: weaker[last].expected,
      text: weaker[last].text + "(assert false)\n", premises: weaker[last].premises)
    var answered = obligations
    answered[0] = Obligation(
      name: answered[0].name, expected: answered[0].expected == .sat ? .unsat : .sat,
      text: answered[0].text)
    return [
      ("without the last obligation", with(obligations: Array(obligations.dropLast()))),
      ("without obligations", with(obligations: [])),
      ("an obligation made trivial", with(obligations: weaker)),
      ("another answer expected", with(obligations: answered)),
      ("another k", with(k: k + 1)),
      ("no claims", with(claims: [])),
      ("a claim more", with(claims: claims + ["another"])),
    ]
  }
}
