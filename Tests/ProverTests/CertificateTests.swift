import Model
import TestSupport
import Testing

@testable import Prover

@Suite("Certificates") struct CertificateTests {
  /// Two counters that stay together, which takes a lemma.
  private static let text = Fixture.named("taken-and-given").text

  private func certificate(for system: TransitionSystem) async throws -> Certificate {
    let claim = try #require(
      system.claims.firstIndex { $0.name == "together" }.map(ClaimIndex.init))
    let result = try await KInduction().run(
      [claim], of: system, limits: Limits(), onEvent: { _ in })
    guard case .holds(.inductive(let certificate)) = result.verdicts[claim] else {
      throw Unproved(verdict: result.verdicts[claim])
    }
    return certificate
  }

  struct Unproved: Error { let verdict: Verdict? }

  @Test func aProofIsAcceptedAndAlwaysTheSame() async throws {
    let system = try TestSupport.system(of: Self.text)
    let certificate = try await certificate(for: system)
    #expect(certificate.k == 1)
    #expect(certificate.invariant.contains("taken = given"))
    #expect(CertificateCheck.refusal(of: certificate) == nil)
    #expect(try CertificateCheck.refusal(of: certificate, for: system) == nil)
    #expect(try await self.certificate(for: system) == certificate)
  }

  @Test func obligationsHaveTheAnswersTheyNeed() async throws {
    let certificate = try await certificate(for: try TestSupport.system(of: Self.text))
    let names = certificate.obligations.map(\.name)
    #expect(names.contains("preservation: rule \"take\""))
    #expect(certificate.obligations.filter { $0.expected == .sat }.count == 2)
    let turned = certificate.with(
      certificate.obligations.map {
        .init(name: $0.name, expected: $0.expected == .sat ? .unsat : .sat, text: $0.text)
      })
    guard case .answer = CertificateCheck.refusal(of: turned) else {
      Issue.record("turned expectations are accepted")
      return
    }
  }

  @Test func nothingMayBeLeftOut() async throws {
    let system = try TestSupport.system(of: Self.text)
    let certificate = try await certificate(for: system)
    for index in certificate.obligations.indices {
      var obligations = certificate.obligations
      obligations.remove(at: index)
      let damaged = certificate.with(obligations)
      #expect(try CertificateCheck.refusal(of: damaged, for: system) == .otherSystem)
    }
  }

  @Test func anotherInstanceIsAnotherSystem() async throws {
    let certificate = try await certificate(for: try TestSupport.system(of: Self.text))
    let other = try TestSupport.system(of: Self.text, overriding: [("LIMIT", "2")])
    #expect(try CertificateCheck.refusal(of: certificate, for: other) == .otherSystem)
  }

  @Test(arguments: ["(exit)", "(set-option :regular-output-channel \"x\")", "(", "(assert |x"])
  func textThatIsNoProblemIsRefused(_ text: String) async throws {
    let certificate = try await certificate(for: try TestSupport.system(of: Self.text))
    let damaged = certificate.with(
      certificate.obligations.map {
        .init(name: $0.name, expected: $0.expected, text: $0.text + text)
      })
    guard case .text = CertificateCheck.refusal(of: damaged) else {
      Issue.record("\(text) is accepted")
      return
    }
  }
}

extension Certificate {
  /// The same certificate with other obligations.
  func with(_ obligations: [Obligation]) -> Certificate {
    Certificate(
      by: method, claims: claims, invariant: invariant, lemmas: lemmas, k: k,
      constants: constants, forAll: forAll, vacuity: vacuity, obligations: obligations)
  }
}
