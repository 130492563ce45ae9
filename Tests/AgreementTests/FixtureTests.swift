import Model
import TestSupport
import Testing
import Verification

/// Every checker finds in every fixture what its first line says.
@Suite("Fixtures") struct FixtureTests {
  @Test("The naive checker", arguments: Fixture.all)
  func naive(_ fixture: Fixture) throws {
    let system = try fixture.system()
    let findings = try #require(NaiveChecker.findings(of: system))
    #expect(findings.states == fixture.states)
    #expect(findings.transitions == fixture.transitions)
    #expect(findings.violations == fixture.violations(in: system))
  }

  @Test("The explorer, on one worker and on two", arguments: Fixture.all)
  func explorer(_ fixture: Fixture) async throws {
    let system = try fixture.system()
    let findings = try #require(NaiveChecker.findings(of: system))
    for workers in [1, 2] {
      let result = try await Engines.explored(system, workers: workers)
      #expect(findings.contradiction(in: result, of: system) == nil)
      #expect(result.vacuousClaims(of: system) == fixture.vacuousClaims)
    }
  }

  @Test("All engines together, and the exit code", arguments: Fixture.all)
  func verifier(_ fixture: Fixture) async throws {
    let specification = try Specification(fixture.source)
    let verifier = Verifier(specification, strategy: .check(proofBudget: 5))
    let findings = try await verifier.run()
    #expect(findings.record.exit.rawValue == fixture.exit)
  }

  @Test(
    "Rumur", .enabled(if: RumurRun.isInstalled, "rumur and gcc are not installed"),
    arguments: Fixture.all.filter(\.isForRumur))
  func rumur(_ fixture: Fixture) throws {
    let system = try fixture.system()
    let findings = try #require(NaiveChecker.findings(of: system))
    #expect(findings.difference(from: try RumurRun.of(fixture.text), in: system) == nil)
  }
}

extension EngineResult {
  fileprivate func vacuousClaims(of system: TransitionSystem) -> Set<String> {
    Set(
      verdicts.compactMap { claim, verdict in
        if case .vacuous = verdict { system[claim].name } else { nil }
      })
  }
}

extension Fixture {
  fileprivate var vacuousClaims: Set<String> {
    Set(claims.filter { $0.value == .vacuous }.keys)
  }

  /// The violated claims and their depths.
  fileprivate func violations(in system: TransitionSystem) -> [ClaimIndex: Int] {
    var violations: [ClaimIndex: Int] = [:]
    for (name, expected) in claims {
      guard let claim = system.claim(named: name) else {
        Issue.record("\(self.name) has no claim \"\(name)\"")
        continue
      }
      if case .violated(let depth) = expected { violations[claim] = depth }
    }
    return violations
  }
}
