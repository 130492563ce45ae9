import Model
import SourceText
import Z3

/// What the symbolic engines can decide.
enum Support {
  /// Whether claims of this kind are within reach of induction. Of an assumption there is nothing
  /// to decide.
  static func isDecidable(_ kind: Claim.Kind) -> Bool {
    switch kind {
    case .invariant, .assertion, .deadlock, .runtime: true
    case .assumption, .cover, .liveness: false
    }
  }

  /// The verdicts of the claims that no attempt is made at.
  private static func refusals(of claims: [ClaimIndex], in system: TransitionSystem)
    -> [ClaimIndex: Verdict]
  {
    var verdicts: [ClaimIndex: Verdict] = [:]
    for claim in claims where !isDecidable(system[claim].kind) {
      verdicts[claim] =
        system[claim].kind == .assumption
        ? .assumed : .unknown(.unsupported([feature(of: system[claim])]))
    }
    return verdicts
  }

  /// The claims that are refused by kind. What a system has that cannot be encoded shows while it
  /// is encoded, and becomes the verdict.
  static func refused(of claims: [ClaimIndex], in system: TransitionSystem) -> [Feature] {
    claims.map { system[$0] }.filter { !isDecidable($0.kind) && $0.kind != .assumption }
      .map(feature)
  }

  /// Runs an attempt in a fresh context, which the limits interrupt; what cannot be encoded becomes
  /// the answer to all claims still open.
  /// Violations are taken to be shortest, as they are where one depth is asked about after another.
  static func decide(
    _ claims: [ClaimIndex], of system: TransitionSystem, limits: Limits,
    _ attempt: (Encoder, inout [ClaimIndex: Verdict]) throws(EngineFailure) -> Void
  ) throws(EngineFailure) -> EngineResult {
    var verdicts = refusals(of: claims, in: system)
    let context = Context()
    let watch = Watch(over: context.interruption, limits)
    defer { watch.end() }
    do {
      try attempt(Encoder(system, in: context), &verdicts)
    } catch .unsupported(let features) {
      for claim in claims where verdicts[claim] == nil {
        verdicts[claim] = .unknown(.unsupported(features))
      }
    }
    return EngineResult(
      verdicts: verdicts, shortest: Set(claims.filter { verdicts[$0]?.isViolation == true }))
  }

  /// Says of assumptions what is said of every claim where there is no behaviour of a step.
  static func note(
    _ trivial: Verdict?, of claims: [ClaimIndex], in system: TransitionSystem,
    into verdicts: inout [ClaimIndex: Verdict]
  ) {
    guard let trivial else { return }
    for claim in claims where system[claim].kind == .assumption { verdicts[claim] = trivial }
  }

  private static func feature(of claim: Claim) -> Feature {
    Feature("\(claim.kind.rawValue) claims, which check decides", range: claim.range)
  }
}
