import Model
import Z3

/// One attempt to prove all claims of a system by k-induction with growing k.
final class InductiveProof {
  private let system: TransitionSystem
  private let onEvent: (EngineEvent) -> Void
  private var base: BoundedSearch
  private var step: InductionStep
  private var open: [ClaimIndex]
  private var proved: [ClaimIndex] = []
  /// The greatest k that some proved claim needs.
  private var depth = 1
  private var violated: [ClaimIndex: Trace] = [:]
  private var counterexamples: [ClaimIndex: Trace] = [:]
  private var gaveUp: Reason?
  private var certificate: Certificate?

  init(
    of system: TransitionSystem, limits: Limits, onEvent: @escaping (EngineEvent) -> Void
  ) throws(EngineFailure) {
    self.system = system
    self.onEvent = onEvent
    base = try BoundedSearch(Encoder(system, in: Context()), limits: limits)
    step = try InductionStep(Encoder(system, in: Context()), limits: limits) {
      onEvent(.proving("induction: \($0)", depth: 1))
    }
    open = system.claims.indices.map(ClaimIndex.init).filter {
      Support.isDecidable(system[$0].kind)
    }
  }

  /// Tries each k in turn until nothing is open.
  func search(upTo greatest: Int) throws(EngineFailure) {
    for k in 1...greatest {
      if k > 1 {
        try base.deepen()
        try step.lengthen()
      }
      onEvent(.proving("base", depth: k))
      try refute()
      if open.isEmpty || gaveUp != nil { break }
      onEvent(.proving("step", depth: k))
      try prove(k)
      if open.isEmpty || gaveUp != nil { break }
    }
    if !proved.isEmpty {
      certificate = try CertificateWriter(system, claims: proved.sorted(), k: depth).certificate()
    }
  }

  /// The answer for one claim after the search.
  func verdict(of claim: ClaimIndex) throws(EngineFailure) -> Verdict {
    if let trace = violated[claim] { return .violated(trace) }
    if proved.contains(claim), let certificate { return .holds(.inductive(certificate)) }
    if let gaveUp { return .unknown(gaveUp) }
    if let trace = counterexamples[claim] { return .unknown(.notInductive(k: step.k, trace)) }
    return .unknown(.bounded(depth: base.depth))
  }

  /// The base case: no claim is broken at this depth.
  private func refute() throws(EngineFailure) {
    let findings = try base.violations(of: open)
    violated.merge(findings.violations) { first, _ in first }
    open.removeAll { violated[$0] != nil }
    gaveUp = findings.gaveUp
  }

  private func prove(_ k: Int) throws(EngineFailure) {
    let findings = try step.inductive(among: open)
    counterexamples.merge(findings.counterexamples) { _, later in later }
    gaveUp = findings.gaveUp
    if findings.kept.isEmpty { return }
    step.learn(findings.kept)
    proved += findings.kept
    depth = k
    open.removeAll { findings.kept.contains($0) }
  }
}
