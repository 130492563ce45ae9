package import Model
import Z3

/// Bounded model checking: is there a violation within so many steps of a start state?
///
/// The behaviours of each length are one formula (Biere, Cimatti, Clarke and Zhu, 1999), extended
/// step by step in one incremental solver. It finds shortest violations and proves nothing.
package struct BoundedModelChecking: Engine {
  /// How deep to look when no limit says otherwise.
  package static let usualDepth = 20

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
      try search(claims, with: encoder, limits: limits, onEvent, into: &verdicts)
    }
  }

  private func search(
    _ claims: [ClaimIndex], with encoder: Encoder, limits: Limits,
    _ onEvent: (EngineEvent) -> Void, into verdicts: inout [ClaimIndex: Verdict]
  ) throws(EngineFailure) {
    let search = try BoundedSearch(encoder, limits: limits)
    let deepest = limits.maxDepth ?? BoundedModelChecking.usualDepth
    var open = claims.filter { verdicts[$0] == nil }
    var reason = Reason.bounded(depth: 0)
    for depth in 0...max(0, deepest) {
      onEvent(.proving("violations", depth: depth))
      let findings = try search.violations(of: open)
      // A body that fails at the greatest depth does so one firing too late.
      for (claim, trace) in findings.violations where trace.depth <= deepest {
        verdicts[claim] = .violated(trace)
      }
      open.removeAll { verdicts[$0] != nil }
      if let gaveUp = findings.gaveUp { reason = depth == 0 ? gaveUp : reason }
      if open.isEmpty || findings.gaveUp != nil { break }
      reason = .bounded(depth: depth)
      if depth < deepest { try search.deepen() }
    }
    for claim in open { verdicts[claim] = .unknown(reason) }
  }
}
