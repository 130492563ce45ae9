import Model
import TestSupport
import Testing

/// Every checker finds in every fixture what its first line says.
@Suite("Fixtures") struct FixtureTests {
  @Test("The naive checker", arguments: Fixture.all)
  func naive(_ fixture: Fixture) throws {
    let system = try system(of: fixture.text, named: "\(fixture.name).m")
    let findings = try #require(NaiveChecker.findings(of: system))
    #expect(findings.states == fixture.states)
    #expect(findings.transitions == fixture.transitions)
    #expect(findings.violations == fixture.violations(in: system))
  }

  @Test(
    "Rumur", .enabled(if: RumurRun.isInstalled, "rumur and gcc are not installed"),
    arguments: Fixture.all.filter(\.isForRumur))
  func rumur(_ fixture: Fixture) throws {
    let system = try system(of: fixture.text, named: "\(fixture.name).m")
    let findings = try #require(NaiveChecker.findings(of: system))
    let run = try RumurRun.of(fixture.text, deadlocks: fixture.deadlocks)
    #expect(findings.difference(from: run, in: system) == nil)
  }
}

extension Fixture {
  /// The violated claims and their depths.
  func violations(in system: TransitionSystem) -> [ClaimIndex: Int] {
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
