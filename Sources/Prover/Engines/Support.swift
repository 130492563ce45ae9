import Model
import SourceText
import Z3

/// What the symbolic engines can decide.
enum Support {
  /// Whether claims of this kind are within reach of induction.
  static func isDecidable(_ kind: Claim.Kind) -> Bool {
    switch kind {
    case .invariant, .assertion, .assumption, .deadlock, .runtime: true
    case .cover, .liveness: false
    }
  }

  /// The verdicts of the claims that are refused by kind.
  static func refusals(of claims: [ClaimIndex], in system: TransitionSystem)
    -> [ClaimIndex: Verdict]
  {
    var verdicts: [ClaimIndex: Verdict] = [:]
    for claim in claims where !isDecidable(system[claim].kind) {
      verdicts[claim] = .unknown(.unsupported([feature(of: system[claim])]))
    }
    return verdicts
  }

  /// Everything that stands in the way of deciding these claims.
  static func missing(in system: TransitionSystem, claims: [ClaimIndex]) -> [Feature] {
    let refused = claims.map { system[$0] }.filter { !isDecidable($0.kind) }.map(feature)
    do throws(EngineFailure) {
      _ = try Unrolling(Encoder(system, in: Context()), from: .startStates)
      return refused
    } catch {
      if case .unsupported(let features) = error { return refused + features }
      return refused
    }
  }

  /// Runs an attempt; what cannot be encoded becomes the answer to all claims still open.
  static func decide(
    _ claims: [ClaimIndex], of system: TransitionSystem,
    _ attempt: (inout [ClaimIndex: Verdict]) throws(EngineFailure) -> Void
  ) throws(EngineFailure) -> EngineResult {
    var verdicts = refusals(of: claims, in: system)
    do {
      try attempt(&verdicts)
    } catch .unsupported(let features) {
      for claim in claims where verdicts[claim] == nil {
        verdicts[claim] = .unknown(.unsupported(features))
      }
    }
    return EngineResult(verdicts: verdicts, stateSpace: nil)
  }

  private static func feature(of claim: Claim) -> Feature {
    Feature("\(claim.kind.rawValue) claims", range: claim.range)
  }
}
