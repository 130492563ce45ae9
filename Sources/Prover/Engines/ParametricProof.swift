package import Model
import Z3

/// Induction for every value of a system's symbolic constants at once.
///
/// Types whose size depends on one become sorts of unknown size, arrays over them functions, and
/// loops over them quantifiers, elementwise updates and sums; see `Parametric/`.
package struct ParametricProof: Engine {
  /// Z3's own steps for one question, after which it gives up; some seconds.
  package static let usualPatience: UInt32 = 10_000_000

  private let patience: UInt32

  package init(patience: UInt32 = ParametricProof.usualPatience) { self.patience = patience }

  package func unsupported(in system: TransitionSystem, claims: [ClaimIndex]) -> [Feature] {
    let isRefused = Support.refused(of: claims, in: system)
    return isRefused
      + claims.filter { system[$0].kind == .deadlock }.map { _ in
        Feature("deadlock claims for any number of members (--deadlock off leaves them out)")
      }
  }

  package func run(
    _ claims: [ClaimIndex], of system: TransitionSystem, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) async throws(EngineFailure) -> EngineResult {
    let all = system.claims.indices.map(ClaimIndex.init)
    return try attempt(claims, among: all, of: system, limits: limits, onEvent: onEvent).result
  }

  /// Runs, and says as well which claims are not kept even where all others hold.
  ///
  /// - Parameter candidates: the claims that may support each other.
  package func attempt(
    _ claims: [ClaimIndex], among candidates: [ClaimIndex], of system: TransitionSystem,
    limits: Limits, onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) throws(EngineFailure) -> (result: EngineResult, unkept: Set<ClaimIndex>) {
    var unkept: Set<ClaimIndex> = []
    let result = try Support.decide(claims, of: system, limits: limits) {
      encoder, verdicts throws(EngineFailure) in
      let findings = try prove(candidates, of: system, encoder, limits, onEvent)
      unkept = findings.induction.unkept
      for claim in claims where verdicts[claim] == nil {
        verdicts[claim] = verdict(of: claim, in: system, findings)
      }
    }
    return (result, unkept)
  }

  /// Whether claims of this kind can be proved by induction for all sizes.
  package static func canProve(_ kind: Claim.Kind) -> Bool {
    Support.isDecidable(kind) && kind != .deadlock
  }

  /// What one attempt shows.
  private struct Findings {
    var induction = ParametricSearch.Findings()
    var certificate: Certificate?
    var gaveUp: Reason?
  }

  private func prove(
    _ candidates: [ClaimIndex], of system: TransitionSystem, _ encoder: Encoder, _ limits: Limits,
    _ onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) throws(EngineFailure) -> Findings {
    let candidates = candidates.filter { Self.canProve(system[$0].kind) }
    let search = try ParametricSearch(
      system, about: candidates, patience: patience, limits: limits, onEvent: onEvent)
    var findings = Findings()
    findings.induction = try search.inductive(among: candidates)
    let (vacuity, gaveUp) = try BoundedSearch(encoder, limits: limits).vacuity()
    findings.gaveUp =
      gaveUp
      ?? (vacuity == nil ? nil : .unsupported([Feature("an instance in which no rule can fire")]))
    if findings.gaveUp == nil, !findings.induction.kept.isEmpty {
      onEvent(.proving("writing the certificate", depth: 1))
      let writer = ParametricCertificate(
        system, claims: findings.induction.kept, search.induction)
      let behaviour = try CertificateWriter.behaviour(of: system)
      findings.certificate = writer.certificate(
        behaviour: behaviour, premises: findings.induction.premises)
    }
    return findings
  }

  private func verdict(of claim: ClaimIndex, in system: TransitionSystem, _ findings: Findings)
    -> Verdict
  {
    if let trace = findings.induction.counterexamples[claim] {
      return .unknown(.notInductive(k: 1, trace))
    }
    if let obstacle = findings.induction.obstacles[claim] { return .unknown(obstacle) }
    guard findings.induction.kept.contains(claim) else { return .unknown(.stoppedAtViolation) }
    guard let certificate = findings.certificate else {
      return .unknown(findings.gaveUp ?? .stoppedAtViolation)
    }
    return .holds(.inductive(certificate))
  }
}
