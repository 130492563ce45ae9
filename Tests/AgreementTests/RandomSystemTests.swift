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

  @Test(
    "Rumur", .enabled(if: RumurRun.isInstalled, "rumur and gcc are not installed"),
    arguments: rumurSeeds)
  func rumur(_ seed: UInt64) throws {
    try expectNothing(seed) { tree in
      let system = try system(of: tree.text)
      guard let findings = NaiveChecker.findings(of: system, limit: 400) else { return nil }
      return findings.difference(from: try RumurRun.of(tree.text), in: system)
    }
  }

  /// Records what `problem` finds in the system of a seed, with the smallest system that has it.
  private func expectNothing(
    _ seed: UInt64, problem: (MurphiTree) throws -> String?
  ) throws {
    let tree = RandomSystem.tree(seed: seed)
    guard let found = try problem(tree) else { return }
    let shrunk = Shrinker.shrink(tree, tries: 500) { ((try? problem($0)) ?? nil) != nil }
    let last = try problem(shrunk) ?? found
    Issue.record("seed \(seed): \(found)\nshrunk: \(last)\n\(shrunk.text)")
  }
}
