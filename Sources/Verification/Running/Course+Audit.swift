import Model

/// What is looked at again, by code that did not find it, before anything is said.
extension Course {
  /// Replays every violation and re-checks every proof; a proof that cannot be re-checked is none.
  mutating func audit() async throws(EngineFailure) {
    let traces = TraceAudit(system)
    for claim in claims {
      guard case .violated(let trace) = ledger[claim]?.verdict else { continue }
      switch traces.check(trace) {
      case .confirmed: break
      case .confirmedUpTo(let reason):
        notices.append(
          "claim \"\(system[claim].name)\": the end of its trace is not replayed: \(reason)")
      case .refuted(let step, let reason):
        throw .disagreement(
          "the trace of claim \"\(system[claim].name)\" does not replay at step \(step): \(reason)")
      }
    }
    try await auditProofs()
    for (claim, certificate) in races.sorted(by: { $0.key < $1.key }) {
      guard let refusal = try refusal(of: certificate) else { continue }
      notices.append(
        "claim \"\(system[claim].name)\": shown for the sizes above only: \(refusal)")
      races[claim] = nil
    }
  }

  mutating func audit(_ certificate: Certificate) throws(EngineFailure) {
    guard let refusal = try refusal(of: certificate) else { return }
    notices.append("a proof is not counted, because it could not be re-checked: \(refusal)")
    let reason = limits.interruption().map(Reason.limit)
    ledger.withdraw(certificate, because: reason ?? .solver(refusal))
  }

  /// Re-checks certificates, and explores small instances of what they prove for any size; side by
  /// side where there are workers for both.
  private mutating func auditProofs() async throws(EngineFailure) {
    let instances = InstanceAudit(extended ?? specification, limits: limits, onEvent: onEvent)
    if !provedForAnySize.isEmpty {
      onEvent(.proving("looking for violations in small instances", depth: 1))
    }
    guard limits.workers > 1 else {
      for certificate in certificates { try audit(certificate) }
      return try await instances.check(provedForAnySize)
    }
    async let violations = instances.violations(of: provedForAnySize)
    for certificate in certificates { try audit(certificate) }
    try instances.refuse(await violations, of: provedForAnySize)
  }

  /// The names of the claims that are proved for any size.
  private var provedForAnySize: Set<String> {
    Set(certificates.filter { !$0.forAll.isEmpty }.flatMap(\.claims))
  }

  /// Why a certificate could not be re-checked, in words; nil when it stands.
  func refusal(of certificate: Certificate) throws(EngineFailure) -> String? {
    onEvent(.proving("re-checking the certificate", depth: certificate.k))
    let audit = CertificateAudit(
      processes: limits.workers, interruption: limits.interruption)
    let audited = (extended ?? specification).system
    guard let refusal = try audit.refusal(of: certificate, for: audited) else { return nil }
    guard refusal.isUndecided else {
      throw .disagreement("\(audit.judge) refuses a certificate: \(refusal)")
    }
    return "\(audit.judge): \(refusal)"
  }

  /// The certificates of all proofs, each once, in the order of the claims.
  var certificates: [Certificate] {
    var found: [Certificate] = []
    for claim in claims {
      guard let certificate = ledger[claim]?.verdict.certificate else { continue }
      if !found.contains(certificate) { found.append(certificate) }
    }
    return found
  }
}
