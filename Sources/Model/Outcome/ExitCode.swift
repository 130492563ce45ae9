/// How a run ends, for scripts.
package enum ExitCode: Int, Sendable, Hashable, Codable, CaseIterable {
  /// All as claimed, or as expected.
  case success = 0
  case deadlock = 11
  case invariant = 12
  case liveness = 13
  /// An assertion, an `error` statement or a run-time error.
  case runtime = 14
  /// A claim says nothing, or a cover was never met.
  case vacuous = 15
  /// No answer, or one up to a depth only.
  case unknown = 30
  case usage = 64
  case invalidSpec = 65
  case noInput = 66
  case internalError = 70

  /// The weightiest first. A run that could not read its input has answered nothing, so that
  /// comes right after our own errors.
  private static let precedence: [ExitCode] = [
    .internalError, .usage, .noInput, .invalidSpec,
    .runtime, .invariant, .deadlock, .liveness, .vacuous, .unknown,
  ]

  /// The one of several codes that a run ends with.
  package static func weightiest(of codes: some Sequence<ExitCode>) -> ExitCode {
    let codes = Set(codes)
    return precedence.first(where: codes.contains) ?? .success
  }

  /// 0 when all holds, 1 when something does not, 2 when there is no answer.
  package var simple: Int {
    switch self {
    case .success: 0
    case .deadlock, .invariant, .liveness, .runtime, .vacuous: 1
    case .unknown, .usage, .invalidSpec, .noInput, .internalError: 2
    }
  }
}

/// What the user asks of a run beyond the expectations in the specification.
package struct ExitPolicy: Sendable, Hashable {
  /// What a vacuous claim counts as.
  package enum VacuityPolicy: String, Sendable, Hashable, CaseIterable {
    case error
    case warn
    case ignore
  }

  package var vacuity: VacuityPolicy

  package init(vacuity: VacuityPolicy = .error) { self.vacuity = vacuity }
}

extension ExitCode {
  /// The code of a run that decided these claims.
  package init(of claims: [ClaimRecord], policy: ExitPolicy = ExitPolicy()) {
    self = Self.weightiest(of: claims.map { ExitCode(of: $0, policy: policy) })
  }

  /// The code of one claim: 0 when it is as expected, else that of what was found, or of what was
  /// expected and did not come true.
  package init(of claim: ClaimRecord, policy: ExitPolicy) {
    switch (claim.isMet, claim.verdict) {
    case (true, _): self = .success
    case (_, .violated): self = Self.violation(of: claim.kind)
    case (_, .vacuous) where claim.expected == nil && policy.vacuity != .error: self = .success
    case (_, .vacuous): self = .vacuous
    case (_, .bounded), (_, .unknown), (nil, .proved): self = .unknown
    case (_, .proved), (_, .exhausted), (_, .met), (_, .assumed):
      self = claim.expected == .vacuous ? .vacuous : Self.violation(of: claim.kind)
    }
  }

  /// What a violated claim of this kind counts as.
  package static func violation(of kind: Claim.Kind) -> ExitCode {
    switch kind {
    case .invariant: .invariant
    case .liveness: .liveness
    case .deadlock: .deadlock
    case .assertion, .runtime: .runtime
    case .assumption, .cover: .vacuous
    }
  }
}
