package import Model
import Z3

/// IC3, also known as property directed reachability, over the conjunction of a system's claims.
///
/// It finds the lemmas that plain induction lacks, one clause after the other, and ends with an
/// inductive invariant or with a violation. That violation need not be a shortest one. Reachable
/// states say which clauses to try (`SampledStrengthening`), and frames where these are too few
/// (`PropertyDirectedReachability`).
package struct IC3: Engine {
  private let search: StrengthenedProof.Effort

  /// - Parameters:
  ///   - sampleSize: how many reachable states say which clauses to try.
  ///   - mistakeLimit: how many guesses may be wrong before frames are tried instead.
  ///   - stateSearch: finds these states, faster than the evaluator does.
  package init(
    sampleSize: Int = 50_000, mistakeLimit: Int = 400, stateSearch: StateSearch? = nil
  ) {
    search = StrengthenedProof.Effort(
      sampleSize: sampleSize, stateSearch: stateSearch, mistakeLimit: mistakeLimit)
  }

  package func unsupported(in system: TransitionSystem, claims: [ClaimIndex]) -> [Feature] {
    Support.refused(of: claims, in: system)
  }

  package func run(
    _ claims: [ClaimIndex], of system: TransitionSystem, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) async throws(EngineFailure) -> EngineResult {
    var shortest: Set<ClaimIndex> = []
    var result = try Support.decide(claims, of: system, limits: limits) {
      encoder, verdicts throws(EngineFailure) in
      let proof = try StrengthenedProof(encoder, search, limits: limits, onEvent: onEvent)
      try proof.search()
      for claim in claims where verdicts[claim] == nil {
        verdicts[claim] = proof.verdict(of: claim)
      }
      Support.note(proof.trivial, of: claims, in: system, into: &verdicts)
      shortest = proof.shortest
    }
    result.shortest = shortest
    return result
  }
}
