import Explorer
import Foundation
import Model
import TestSupport
import Testing
import Verification

/// Exploration of representatives against that of all states: one state for each orbit, and the
/// same verdicts at the same depths, with real traces.
///
/// `PINPROOF_SYMMETRY_SYSTEMS` sets how many systems are drawn, usually 100.
struct SymmetryAgreementTests {
  private static let systemCount =
    ProcessInfo.processInfo.environment["PINPROOF_SYMMETRY_SYSTEMS"].flatMap { UInt64($0) } ?? 100

  /// What a batch of systems showed.
  private struct Tally {
    var accepted = 0
    var violated = 0
    var unknown = 0
  }

  @Test(arguments: [0, 1, 2, 3])
  func randomSystems(_ part: UInt64) async throws {
    var tally = Tally()
    let count = Self.systemCount / 4
    for seed in part * count..<(part + 1) * count {
      let system = try system(RandomSystem.treeWithScalarsets(seed: seed).text)
      guard ExplicitEngine().obstaclesToSymmetry(of: system).isEmpty,
        let expected = NaiveChecker.findings(of: system, limit: 1_500)
      else { continue }
      tally.accepted += 1
      try await compare(system, expected, seed, &tally)
    }
    #expect(tally.accepted * 6 >= Int(count), "\(tally)")
    #expect(tally.violated > 0, "\(tally)")
    #expect(tally.unknown * 10 <= tally.violated, "\(tally)")
  }

  static let symmetricFixtures = Fixture.all.filter { fixture in
    guard fixture.text.contains("scalarset("), fixture.states <= 1_500,
      let system = try? fixture.system()
    else { return false }
    return ExplicitEngine().obstaclesToSymmetry(of: system).isEmpty
  }

  /// Among them some with unions and multisets.
  @Test(arguments: symmetricFixtures)
  func fixtures(_ fixture: Fixture) async throws {
    let system = try fixture.system()
    let expected = try #require(NaiveChecker.findings(of: system, limit: 1_500))
    var tally = Tally()
    try await compare(system, expected, 0, &tally)
    #expect(tally.unknown == 0)
  }

  private func compare(
    _ system: TransitionSystem, _ expected: NaiveChecker.Findings, _ seed: UInt64,
    _ tally: inout Tally
  ) async throws {
    let plain = await Exploration.run(system, limits: Limits())
    let options = ExplorationOptions(symmetry: true)
    let exploration = await Exploration.run(
      system, limits: Limits(workers: 1 + Int(seed % 3)), options: options)
    let states = try #require(NaiveChecker.states(of: system, limit: 1_500))
    let naive = NaiveSymmetry(system, NaiveSymmetry.scalarsets(of: system))
    let orbits = Set(states.map { naive.least(in: naive.orbit(of: $0)) })
    #expect(exploration.stateSpace.states == orbits.count, "seed \(seed)")
    // A renamed state may be nearer to a start state that has names of its own.
    let depth = exploration.stateSpace.depth
    #expect(depth <= expected.depth, "seed \(seed)")
    #expect(depth == expected.depth || exploration.isReachable(states[0]) == nil, "seed \(seed)")
    #expect(states.allSatisfy(exploration.contains), "seed \(seed)")
    for claim in system.claims.indices.map(ClaimIndex.init) {
      switch exploration.verdict(of: claim) {
      case .violated(let trace):
        tally.violated += 1
        #expect(trace.depth == expected.violations[claim], "seed \(seed), claim \(claim)")
        #expect(isConfirmed(trace, system), "seed \(seed), claim \(claim)")
      case .holds, .vacuous, .assumed:
        #expect(expected.violations[claim] == nil, "seed \(seed), claim \(claim)")
        #expect(
          system[claim].kind != .cover
            || (Answer(exploration.verdict(of: claim)) == .holds) == expected.met.contains(claim),
          "seed \(seed), claim \(claim)")
      case .unknown:
        if case .unknown = plain.verdict(of: claim) { continue }
        tally.unknown += 1
      }
    }
  }

  private func isConfirmed(_ trace: Trace, _ system: TransitionSystem) -> Bool {
    if case .refuted = TraceAudit(system).check(trace) { false } else { true }
  }
}
