import Model
import Prover
import TestSupport
import Testing

/// The symbolic engines agree with a complete search over the evaluator.
@Suite("Prover") struct ProverTests {
  @Test("Fixtures", arguments: Fixture.all)
  func fixtures(_ fixture: Fixture) async throws {
    let system = try system(of: fixture.text, named: "\(fixture.name).m")
    let truth = try #require(NaiveChecker.findings(of: system))
    let deepest = max(truth.violations.values.max() ?? 0, 2)
    let agreement = ProverAgreement(system: system, truth: truth, depth: min(deepest, 12))
    #expect(try await agreement.boundedProblem() == nil)
    #expect(try await agreement.inductionProblem() == nil)
  }

  @Test("Lemmas for fixtures", arguments: Fixture.all.filter { !$0.takesLong })
  func lemmas(_ fixture: Fixture) async throws {
    let system = try system(of: fixture.text, named: "\(fixture.name).m")
    let truth = try #require(NaiveChecker.findings(of: system))
    let agreement = ProverAgreement(system: system, truth: truth, depth: 0)
    #expect(try await agreement.lemmaProblem() == nil)
  }

  @Test("The least k", arguments: Fixture.all.filter { !$0.inductionDepths.isEmpty })
  func inductionDepth(_ fixture: Fixture) async throws {
    let system = try system(of: fixture.text, named: "\(fixture.name).m")
    for (name, least) in fixture.inductionDepths {
      let claim = try #require(system.claim(named: name))
      for k in 1...least {
        let result = try await KInduction().run(
          [claim], of: system, limits: Limits(maxDepth: k), onEvent: { _ in })
        switch result.verdicts[claim] {
        case .holds(.inductive(let certificate)): #expect(k == least && certificate.k == least)
        case .unknown(.notInductive(k, _)): #expect(k < least)
        case let verdict: Issue.record("k = \(k): \(verdict as Any)")
        }
      }
    }
  }
}

extension Fixture {
  /// Whether the lemmas that it takes are many.
  fileprivate var takesLong: Bool {
    ["multisets", "seqlock", "ticket-lock", "ticket-lock-narrow"].contains(name)
  }

  /// The claims that the prover proves, each with its least k.
  var inductionDepths: [(name: String, k: Int)] {
    claims.compactMap { name, expected in
      if case .inductive(let k) = expected { (name, k) } else { nil }
    }
  }
}
