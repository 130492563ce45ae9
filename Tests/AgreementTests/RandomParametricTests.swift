import Foundation
import Model
import Prover
import TestSupport
import Testing

/// What is said of random systems for any size is true at every small one.
///
/// `PINPROOF_PARAMETRIC_SYSTEMS` sets how many systems are tried.
@Suite("Random systems of any size") struct RandomParametricTests {
  static let seeds: Range<UInt64> =
    0..<(ProcessInfo.processInfo.environment["PINPROOF_PARAMETRIC_SYSTEMS"].flatMap(UInt64.init)
    ?? 24)

  /// The sizes at which every state is visited.
  private static let sizes: [Int64] = [1, 2, 3]
  /// Z3's own steps for a question; some hundredths of a second.
  private static let patience: UInt32 = 300_000

  @Test("Proofs and races", arguments: seeds) func agrees(_ seed: UInt64) async throws {
    let tree = RandomParametric.tree(seed: seed)
    guard let found = try await problem(with: tree) else { return }
    let shrunk = await Shrinker.shrink(tree, tries: 300) {
      ((try? await problem(with: $0)) ?? nil) != nil
    }
    let last = try await problem(with: shrunk) ?? found
    Issue.record("seed \(seed): \(found)\nshrunk: \(last)\n\(shrunk.text)")
  }

  /// What is proved for any size, or said to be violated from some size on, and is not so at some
  /// size; nil when there is none.
  private func problem(with tree: MurphiTree) async throws -> String? {
    let symbolic = try system(of: tree.text, forAll: ["N"])
    let claims = symbolic.claims.indices.map(ClaimIndex.init).filter {
      [.invariant, .runtime].contains(symbolic[$0].kind)
    }
    let proofs = try await ParametricProof(patience: Self.patience).run(
      claims, of: symbolic, limits: Limits(), onEvent: { _ in }
    ).verdicts
    let explored = try await explored(symbolic)
    var races: [ClaimIndex: Int64] = [:]
    for claim in claims {
      guard case .violated(let trace) = explored[claim] else { continue }
      races[claim] = sizes(of: trace, breaking: claim, symbolic)
    }
    for size in Self.sizes {
      let instance = try system(of: tree.text, overriding: [("N", "\(size)")])
      let truth = try await self.explored(instance)
      for claim in claims {
        let name = "\(symbolic[claim].name), N=\(size)"
        if case .holds = proofs[claim], case .violated = truth[claim] { return "proved: \(name)" }
        guard let first = races[claim], first <= size else { continue }
        guard case .violated = truth[claim] else { return "violated from \(first) on: \(name)" }
      }
    }
    return nil
  }

  private func explored(_ system: TransitionSystem) async throws -> [ClaimIndex: Verdict] {
    try await Engines.explored(system, workers: 1).verdicts
  }

  /// The size from which on a violation is said to exist; nil when nothing is said.
  private func sizes(
    of trace: Trace, breaking claim: ClaimIndex, _ system: TransitionSystem
  ) -> Int64? {
    let answer = RaceLifting.lift(trace, breaking: claim, of: system, limits: Limits())
    guard case .everySize(let certificate) = answer else { return nil }
    return certificate.race?.from["N"]
  }
}
