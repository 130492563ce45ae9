import Explorer
import Foundation
import Model
import TestSupport
import Testing

/// Counts of representatives and of what fires in them, against rumur trying every renaming.
@Suite(.enabled(if: RumurRun.isInstalled))
struct RumurSymmetryTests {
  static let symmetricFixtures = Fixture.all.filter { fixture in
    guard fixture.isForRumur, fixture.text.contains("scalarset("), fixture.exit == 0,
      let system = try? fixture.system()
    else { return false }
    return ExplicitEngine().obstaclesToSymmetry(of: system).isEmpty
  }

  @Test(arguments: symmetricFixtures)
  func fixtures(_ fixture: Fixture) async throws {
    try await compare(try fixture.system(), fixture.text)
  }

  /// Only systems without violations: rumur stops at the first one.
  @Test func randomSystems() async throws {
    var compared = 0
    for seed in UInt64(1_000)..<1_120 where compared < 6 {
      let text = RandomSystem.treeWithScalarsets(seed: seed).text
      let system = try system(text)
      guard ExplicitEngine().obstaclesToSymmetry(of: system).isEmpty,
        let findings = NaiveChecker.findings(of: system, limit: 1_500),
        findings.violations.isEmpty, findings.states > 1,
        findings.met.count == system.claims(of: .cover).count
      else { continue }
      try await compare(system, text)
      compared += 1
    }
    #expect(compared == 6)
  }

  private func compare(_ system: TransitionSystem, _ text: String) async throws {
    let exploration = await Exploration.run(
      system, limits: Limits(), options: ExplorationOptions(symmetry: true))
    let run = try RumurRun.of(text, symmetry: true)
    #expect(exploration.stateSpace.states == run.states, "\(text)")
    #expect(exploration.stateSpace.transitions == run.transitions, "\(text)")
  }
}
