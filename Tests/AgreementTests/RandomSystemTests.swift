import Foundation
import Model
import TestSupport
import Testing

/// On random systems, independent checkers agree in states, transitions, verdicts and depths.
///
/// `PINPROOF_RUMUR_SYSTEMS` sets how many systems rumur is asked about.
@Suite("Random systems") struct RandomSystemTests {
  static let rumurSeeds: Range<UInt64> = {
    let number = ProcessInfo.processInfo.environment["PINPROOF_RUMUR_SYSTEMS"].flatMap(UInt64.init)
    return 0..<(number ?? 200)
  }()

  /// More states than this are too many for the naive checker in a test.
  static let limit = 400

  @Test(
    "Rumur", .enabled(if: RumurRun.isInstalled, "rumur and gcc are not installed"),
    arguments: rumurSeeds)
  func rumur(_ seed: UInt64) async throws {
    try await expectNothing(seed) { system, findings, text in
      findings.difference(from: try RumurRun.of(text), in: system)
    }
  }

  @Test("The explorer, on one worker and on two", arguments: 0..<UInt64(300))
  func explorer(_ seed: UInt64) async throws {
    try await expectNothing(seed) { system, findings, _ in
      for workers in [1, 2] {
        let result = try await Engines.explored(system, workers: workers)
        if let problem = findings.contradiction(in: result, of: system) { return problem }
      }
      return nil
    }
  }

  @Test("The prover", arguments: 0..<UInt64(150))
  func prover(_ seed: UInt64) async throws {
    try await expectNothing(seed) { system, findings, _ in
      for result in try await Engines.proved(system) {
        if let problem = findings.contradiction(in: result, of: system) { return problem }
      }
      return nil
    }
  }

  typealias Problem = (TransitionSystem, NaiveChecker.Findings, String) async throws -> String?

  /// Records the problem that there is with the system of a seed, and the smallest system that has
  /// it.
  private func expectNothing(_ seed: UInt64, problem: Problem) async throws {
    let tree = RandomSystem.tree(seed: seed)
    guard let found = try await check(tree, problem) else { return }
    let shrunk = await Shrinker.shrink(tree, tries: 500) {
      ((try? await check($0, problem)) ?? nil) != nil
    }
    let last = try await check(shrunk, problem) ?? found
    Issue.record("seed \(seed): \(found)\nshrunk: \(last)\n\(shrunk.text)")
  }

  private func check(_ tree: MurphiTree, _ problem: Problem) async throws -> String? {
    let system = try system(of: tree.text)
    guard let findings = NaiveChecker.findings(of: system, limit: Self.limit) else { return nil }
    return try await problem(system, findings, tree.text)
  }
}
