import Explorer
import Model
import TestSupport
import Testing
import Verification

/// The explorer against the search over the evaluator, on random systems: counts, depths, the
/// least depth of each violation, covers; and every trace is replayed.
struct AgreementWithEvaluatorTests {
  @Test(arguments: [0, 25, 50, 75])
  func randomSystems(_ first: UInt64) async throws {
    for seed in first..<first + 25 {
      let system = try system(RandomSystem.tree(seed: seed).text)
      guard let expected = NaiveChecker.findings(of: system, limit: 3_000) else { continue }
      let one = await Exploration.run(system, limits: Limits(workers: 1))
      compare(one, with: expected, in: system, seed: seed)
      let several = await Exploration.run(system, limits: Limits(workers: 2 + Int(seed % 3)))
      #expect(Self.traces(one, system) == Self.traces(several, system), "seed \(seed)")
      #expect(one.stateSpace.rules == several.stateSpace.rules, "seed \(seed)")
    }
  }

  private func compare(
    _ exploration: Exploration, with expected: NaiveChecker.Findings,
    in system: TransitionSystem, seed: UInt64
  ) {
    let space = exploration.stateSpace
    #expect(space.states == expected.states, "seed \(seed)")
    #expect(space.transitions == expected.transitions, "seed \(seed)")
    #expect(space.depth == expected.depth, "seed \(seed)")
    for claim in system.claims.indices.map(ClaimIndex.init) {
      switch exploration.verdict(of: claim) {
      case .violated(let trace):
        #expect(trace.depth == expected.violations[claim], "seed \(seed), claim \(claim)")
        #expect(Self.isConfirmed(trace, system), "seed \(seed), claim \(claim)")
      case .holds, .vacuous, .assumed:
        #expect(expected.violations[claim] == nil, "seed \(seed), claim \(claim)")
        #expect(
          system[claim].kind != .cover
            || (Answer(exploration.verdict(of: claim)) == .holds) == expected.met.contains(claim),
          "seed \(seed), claim \(claim)")
      case .unknown(let reason): #expect(reason == .stoppedAtViolation, "seed \(seed)")
      }
    }
  }

  private static func isConfirmed(_ trace: Trace, _ system: TransitionSystem) -> Bool {
    if case .refuted = TraceAudit(system).check(trace) { false } else { true }
  }

  private static func traces(_ exploration: Exploration, _ system: TransitionSystem) -> [Trace?] {
    system.claims.indices.map(ClaimIndex.init).map { claim in
      if case .violated(let trace) = exploration.verdict(of: claim) { trace } else { nil }
    }
  }
}
