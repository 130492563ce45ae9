import Explorer
import Foundation
import Model
import Prover
import TestSupport
import Testing

/// On random systems, independent checkers agree in states, transitions, verdicts and depths.
///
/// `PINPROOF_RUMUR_SYSTEMS`, `PINPROOF_EXPLORER_SYSTEMS` and `PINPROOF_PROVER_SYSTEMS` set how many
/// systems each of them is asked about.
@Suite("Random systems") struct RandomSystemTests {
  static let rumurSeeds = seeds("PINPROOF_RUMUR_SYSTEMS", usually: 200)
  static let explorerSeeds = seeds("PINPROOF_EXPLORER_SYSTEMS", usually: 200)
  static let proverSeeds = seeds("PINPROOF_PROVER_SYSTEMS", usually: 80)

  private static func seeds(_ variable: String, usually: UInt64) -> Range<UInt64> {
    0..<(ProcessInfo.processInfo.environment[variable].flatMap(UInt64.init) ?? usually)
  }

  /// More states than this are too many for the naive checker in a test.
  static let limit = 300

  @Test(
    "Rumur", .enabled(if: RumurRun.isInstalled, "rumur and gcc are not installed"),
    arguments: rumurSeeds)
  func rumur(_ seed: UInt64) async throws {
    try await expectNothing(seed) { system, findings, text in
      findings.difference(from: try RumurRun.of(text), in: system)
    }
  }

  @Test("The explorer, on one worker and on two", arguments: explorerSeeds)
  func explorer(_ seed: UInt64) async throws {
    try await expectNothing(seed) { system, findings, _ in
      for workers in [1, 2] {
        let result = try await Engines.explored(system, workers: workers)
        if let problem = findings.contradiction(in: result, of: system) { return problem }
      }
      return nil
    }
  }

  @Test("The prover", arguments: proverSeeds)
  func prover(_ seed: UInt64) async throws {
    try await expectNothing(seed) { system, findings, _ in
      let agreement = ProverAgreement(system: system, truth: findings, depth: 3)
      if let problem = try await agreement.boundedProblem() { return problem }
      if let problem = try await agreement.lemmaProblem() { return problem }
      return try await agreement.inductionProblem()
    }
  }

  @Test("Lemmas beside violations", arguments: proverSeeds)
  func lemmas(_ seed: UInt64) async throws {
    try await expectNothing(seed, in: RandomSystem.treeWithClaims(seed: seed)) {
      system, findings, _ in
      let agreement = ProverAgreement(system: system, truth: findings, depth: 0)
      if let problem = try await agreement.lemmaProblem() { return problem }
      return try await agreement.inductionProblem()
    }
  }

  @Test("Lemmas from frames, after a wrong guess", arguments: proverSeeds.prefix(30))
  func frames(_ seed: UInt64) async throws {
    let engine = IC3(sampleSize: 4, mistakeLimit: 0)
    try await expectNothing(seed, in: RandomSystem.treeWithClaims(seed: seed)) {
      system, findings, _ in
      try await ProverAgreement(system: system, truth: findings, depth: 0)
        .lemmaProblem(of: engine)
    }
  }

  @Test(
    "Lemmas beside states that a search has visited, all or some",
    arguments: proverSeeds.prefix(40), [4, 100_000])
  func visited(_ seed: UInt64, _ size: Int) async throws {
    let engine = IC3(sampleSize: size, stateSearch: { VisitedStates(of: $0, limits: $1) })
    try await expectNothing(seed, in: RandomSystem.treeWithClaims(seed: seed)) {
      system, findings, _ in
      try await ProverAgreement(system: system, truth: findings, depth: 0)
        .lemmaProblem(of: engine)
    }
  }

  /// For `Tests/Suites/measure-ic3`, which asks the command about them.
  @Test(
    "Written to a folder",
    .enabled(if: ProcessInfo.processInfo.environment["PINPROOF_RANDOM_FOLDER"] != nil))
  func write() throws {
    let path = try #require(ProcessInfo.processInfo.environment["PINPROOF_RANDOM_FOLDER"])
    for seed in Self.proverSeeds {
      let file = URL(fileURLWithPath: path).appendingPathComponent("random-\(seed).m")
      try RandomSystem.treeWithClaims(seed: seed).text.write(
        to: file, atomically: true, encoding: .utf8)
    }
  }

  typealias Problem = (TransitionSystem, NaiveChecker.Findings, String) async throws -> String?

  /// Records the problem that there is with the system of a seed, and the smallest system that has
  /// it.
  private func expectNothing(_ seed: UInt64, problem: Problem) async throws {
    try await expectNothing(seed, in: RandomSystem.tree(seed: seed), problem: problem)
  }

  private func expectNothing(_ seed: UInt64, in tree: MurphiTree, problem: Problem) async throws {
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
