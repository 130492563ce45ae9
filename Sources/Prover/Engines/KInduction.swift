package import Model
import Z3

/// k-induction over the conjunction of a system's claims: what holds in the first k states of
/// every behaviour, and is kept by every k states in a row that satisfy it, holds always.
///
/// With distinct states (see `InductionStep`) it is complete in principle: some k suffices for
/// every claim that holds. In practice the claims of a good specification support each other at k
/// of 1 to 3, and a claim that does not is reported with the behaviour that shows why.
package struct KInduction: Engine {
  /// The greatest k when no limit says otherwise.
  package static let usualDepth = 4
  /// A certificate for more is not believed to be one.
  package static let greatestDepth = 1_000

  package init() {}

  package func unsupported(in system: TransitionSystem, claims: [ClaimIndex]) -> [Feature] {
    Support.refused(of: claims, in: system)
  }

  package func run(
    _ claims: [ClaimIndex], of system: TransitionSystem, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) async throws(EngineFailure) -> EngineResult {
    try Support.decide(claims, of: system, limits: limits) {
      encoder, verdicts throws(EngineFailure) in
      let proof = try InductiveProof(encoder, limits: limits, onEvent: onEvent)
      try proof.search(upTo: max(1, limits.maxDepth ?? KInduction.usualDepth))
      for claim in claims where verdicts[claim] == nil {
        verdicts[claim] = proof.verdict(of: claim)
      }
      Support.note(proof.trivial, of: claims, in: system, into: &verdicts)
    }
  }
}
