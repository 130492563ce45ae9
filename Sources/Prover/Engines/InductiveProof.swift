import Model
import Z3

/// One attempt to prove all claims of a system by k-induction with growing k.
final class InductiveProof {
  private let system: TransitionSystem
  private let limits: Limits
  private let onEvent: (EngineEvent) -> Void
  private var base: BoundedSearch
  private var step: InductionStep
  private var open: [ClaimIndex]
  private var proved: [ClaimIndex] = []
  /// The greatest k that some proved claim needs.
  private var depth = 1
  private var violated: [ClaimIndex: Trace] = [:]
  /// The claims that have no value in some reachable state.
  private var undecided: Set<ClaimIndex> = []
  private var counterexamples: [ClaimIndex: Trace] = [:]
  private var gaveUp: Reason?
  private var certificate: Certificate?
  private var vacuity: Vacuity?

  init(
    _ encoder: Encoder, limits: Limits, onEvent: @escaping (EngineEvent) -> Void
  ) throws(EngineFailure) {
    let system = encoder.system
    self.system = system
    self.limits = limits
    self.onEvent = onEvent
    base = try BoundedSearch(encoder, limits: limits)
    step = try InductionStep(encoder, limits: limits) { rule, k in
      onEvent(.proving("induction: \(rule)", depth: k))
    }
    open = system.claims.indices.map(ClaimIndex.init).filter {
      Support.isDecidable(system[$0].kind)
    }
  }

  /// Tries each k in turn until nothing is open.
  func search(upTo greatest: Int) throws(EngineFailure) {
    for k in 1...greatest {
      if k > 1 { try step.lengthen() }
      while base.depth < k - 1 { try base.deepen() }
      onEvent(.proving("base case", depth: k))
      try refute()
      if open.isEmpty || gaveUp != nil { break }
      try prove(k)
      if open.isEmpty || gaveUp != nil { break }
    }
    if !proved.isEmpty {
      certificate = try CertificateWriter(
        system, claims: proved.sorted(), k: depth, vacuity: vacuity, limits: limits
      ).certificate(by: .kInduction)
    }
  }

  /// The answer for one claim after the search.
  func verdict(of claim: ClaimIndex) -> Verdict {
    if let trace = violated[claim] { return .violated(trace) }
    if undecided.contains(claim) { return .unknown(.stoppedAtViolation) }
    if proved.contains(claim), let certificate { return trivial ?? .holds(.inductive(certificate)) }
    return .unknown(reason(against: claim))
  }

  /// The answer for whatever is claimed, where there is no behaviour of a step.
  var trivial: Verdict? {
    guard let vacuity, let certificate else { return nil }
    return .vacuous(vacuity, .inductive(certificate))
  }

  private func reason(against claim: ClaimIndex) -> Reason {
    if let gaveUp { return gaveUp }
    if let trace = counterexamples[claim] { return .notInductive(k: step.k, trace) }
    return .bounded(depth: step.k - 1)
  }

  /// The base case: no claim is broken at this depth.
  private func refute() throws(EngineFailure) {
    let findings = try base.violations(of: open)
    violated.merge(findings.violations) { first, _ in first }
    open.removeAll { violated[$0] != nil }
    gaveUp = findings.gaveUp
    if gaveUp != nil { return }
    guard let undecided = base.undecided(of: open + proved) else {
      gaveUp = .solver("no answer")
      return
    }
    self.undecided.formUnion(undecided)
    open.removeAll(where: self.undecided.contains)
  }

  /// The step case: which of the open claims support each other.
  private func prove(_ k: Int) throws(EngineFailure) {
    let findings = try step.inductive(among: open)
    counterexamples.merge(findings.counterexamples) { _, later in later }
    gaveUp = findings.gaveUp
    if findings.kept.isEmpty { return }
    if proved.isEmpty { (vacuity, gaveUp) = try base.vacuity() }
    if gaveUp != nil { return }
    step.learn(findings.kept)
    proved += findings.kept
    depth = k
    open.removeAll { findings.kept.contains($0) }
  }
}
