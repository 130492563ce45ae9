import Model
import Z3

/// One attempt to decide all claims of a system by IC3.
///
/// The claims are proved together, because they support each other. One that is violated is taken
/// out, and the others are tried again without it.
final class StrengthenedProof {
  private let system: TransitionSystem
  private let limits: Limits
  private let onEvent: (EngineEvent) -> Void
  private let base: BoundedSearch
  private let replay: Replay
  private var open: [ClaimIndex]
  private var proved: [ClaimIndex] = []
  private var violated: [ClaimIndex: Trace] = [:]
  private var certificate: Certificate?
  private var vacuity: Vacuity?
  private var reason = Reason.bounded(depth: 0)

  init(
    _ encoder: Encoder, limits: Limits, onEvent: @escaping (EngineEvent) -> Void
  ) throws(EngineFailure) {
    system = encoder.system
    self.limits = limits
    self.onEvent = onEvent
    base = try BoundedSearch(encoder, limits: limits)
    replay = Replay(encoder.system)
    open = system.claims.indices.map(ClaimIndex.init).filter { [system] in
      Support.isDecidable(system[$0].kind)
    }
  }

  /// Tries until no claim is open or the limits are reached.
  func search() throws(EngineFailure) {
    do throws(Halt) {
      try refuteInitially()
      if !open.isEmpty { try strengthen() }
    } catch {
      switch error {
      case .gaveUp(let reason): self.reason = reason
      case .failed(let failure): throw failure
      }
    }
  }

  /// The answer for one claim after the search.
  func verdict(of claim: ClaimIndex) -> Verdict {
    if let trace = violated[claim] { return .violated(trace) }
    guard proved.contains(claim), let certificate else { return .unknown(reason) }
    // Where a condition may fail to have a value, that it is never false is not that it is true.
    if system[claim].condition != nil, system.claims(of: .runtime).contains(where: isViolated) {
      return .unknown(.stoppedAtViolation)
    }
    let proof = Proof.inductive(certificate)
    return vacuity.map { .vacuous($0, proof) } ?? .holds(proof)
  }

  private func isViolated(_ claim: ClaimIndex) -> Bool { violated[claim] != nil }

  /// The violations that need no more than one firing.
  private func refuteInitially() throws(Halt) {
    let findings = try wrap { () throws(EngineFailure) in try base.violations(of: open) }
    violated = findings.violations
    open.removeAll(where: isViolated)
    if let reason = findings.gaveUp { throw .gaveUp(reason) }
  }

  private func strengthen() throws(Halt) {
    let transition = try Transition(base.unrolling, property: open, limits: limits)
    while !open.isEmpty {
      let search = PropertyDirectedReachability(transition, limits: limits, onEvent: onEvent)
      switch try search.search() {
      case .bounded(let depth): throw .gaveUp(.bounded(depth: depth))
      case .invariant(let cubes):
        return try certify(try transition.needed(of: cubes))
      case .violation(let claim, let behaviour):
        violated[claim] = try wrap { () throws(EngineFailure) in
          try replay.trace(of: behaviour, breaking: claim)
        }
        open.removeAll { $0 == claim }
        transition.forget(claim)
      }
    }
  }

  private func certify(_ lemmas: [Cube]) throws(Halt) {
    let (vacuity, gaveUp) = try wrap { () throws(EngineFailure) in try base.vacuity() }
    if let gaveUp { throw .gaveUp(gaveUp) }
    self.vacuity = vacuity
    proved = open
    certificate = try wrap { () throws(EngineFailure) in
      try CertificateWriter(system, claims: proved, lemmas: lemmas, k: 1, vacuity: vacuity)
        .certificate(by: .ic3)
    }
  }

  private func wrap<Result>(_ body: () throws(EngineFailure) -> Result) throws(Halt) -> Result {
    do { return try body() } catch { throw .failed(error) }
  }
}
