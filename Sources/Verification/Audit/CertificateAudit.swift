package import Model
package import Prover

/// Re-checks certificates: that their obligations have the answers a proof needs, and that they
/// are the obligations of the system and the claims that they name.
package struct CertificateAudit: Sendable {
  /// How long one certificate may take, in seconds.
  private let seconds: Int
  private let solver: SolverProcess?
  private let interruption: @Sendable () -> Limit?

  /// Asks a solver process when one is installed, and else fresh contexts of the linked library.
  package init(
    solver: SolverProcess? = SolverProcess(named: "z3"), seconds: Int = 300,
    interruption: @escaping @Sendable () -> Limit? = { nil }
  ) {
    self.solver = solver
    self.seconds = seconds
    self.interruption = interruption
  }

  /// Who decides the obligations.
  package var judge: String { solver?.name ?? "libz3" }

  /// The first reason to refuse a certificate, or nil.
  package func refusal(of certificate: Certificate, for system: TransitionSystem)
    throws(EngineFailure) -> CertificateCheck.Refusal?
  {
    if let refusal = try CertificateCheck.refusal(of: certificate, for: system) { return refusal }
    guard let solver else { return CertificateCheck.refusal(of: certificate) }
    return CertificateCheck.refusal(of: certificate) {
      solver.decide($0, seconds: seconds, interruption: interruption)
    }
  }
}

extension CertificateCheck.Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .answer(let obligation, .other(let words)):
      "obligation '\(obligation)' could not be decided: \(words)"
    case .answer(let obligation, let answer):
      "obligation '\(obligation)' is \(answer)"
    case .text(let obligation, let problem): "obligation '\(obligation)': \(problem)"
    case .otherSystem: "its obligations are not those of this specification and these claims"
    }
  }

  /// Whether it may be a proof after all: a solver gave up.
  package var isUndecided: Bool {
    if case .answer(_, .other) = self { true } else { false }
  }
}
