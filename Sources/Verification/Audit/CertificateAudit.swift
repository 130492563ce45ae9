internal import Dispatch
package import Model
package import Prover
internal import Synchronization

/// Re-checks certificates: that their obligations have the answers a proof needs, and that they
/// are the obligations of the system and the claims that they name.
package struct CertificateAudit: Sendable {
  /// How long the smallest instances of a proof for any size are asked about, in seconds.
  private static let secondsForInstances = 10

  /// How long one certificate may take, in seconds.
  private let seconds: Int
  /// How many solver processes there may be at a time.
  private let processes: Int
  private let solver: SolverProcess?
  private let interruption: @Sendable () -> Limit?

  /// Asks a solver process when one is installed, and else fresh contexts of the linked library.
  package init(
    solver: SolverProcess? = SolverProcess(named: "z3"), seconds: Int = 300,
    processes: Int = 1, interruption: @escaping @Sendable () -> Limit? = { nil }
  ) {
    self.solver = solver
    self.seconds = seconds
    self.processes = processes
    self.interruption = interruption
  }

  /// Who decides the obligations.
  package var judge: String { solver?.name ?? "libz3" }

  /// The first reason to refuse a certificate, or nil.
  package func refusal(of certificate: Certificate, for system: TransitionSystem)
    throws(EngineFailure) -> CertificateCheck.Refusal?
  {
    guard processes > 1 else {
      if let refusal = try CertificateCheck.refusal(of: certificate, for: system) { return refusal }
      return CertificateCheck.refusal(of: certificate, decide: decide)
    }
    return try refusalSideBySide(of: certificate, for: system)
  }

  /// The same, with the obligations derived again while they are decided.
  private func refusalSideBySide(of certificate: Certificate, for system: TransitionSystem)
    throws(EngineFailure) -> CertificateCheck.Refusal?
  {
    let found = Mutex<[Result<CertificateCheck.Refusal?, EngineFailure>]>(
      [.success(nil), .success(nil)])
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      let result = Result { () throws(EngineFailure) in
        part == 0
          ? try CertificateCheck.refusal(of: certificate, for: system)
          : CertificateCheck.refusal(of: certificate, decide: decide)
      }
      found.withLock { $0[part] = result }
    }
    for result in found.withLock({ $0 }) {
      if let refusal = try result.get() { return refusal }
    }
    return nil
  }

  /// How the questions of the second encoding were answered.
  package struct Recount: Sendable, Hashable {
    /// How many have the answers that the proof needs.
    package var decided = 0
    /// How many of those for any size have not; it is known only that the smallest instances do not
    /// contradict them.
    package var open = 0
    /// What the encoding cannot say for any size, in words; it was asked about the smallest instances
    /// then.
    package var unsaid: String?
  }

  /// The first reason to refuse what a certificate states, by an encoding that shares nothing with
  /// the prover's; or how many questions were asked.
  ///
  /// That a question for any size stays open is no reason: not all that is true is said there.
  package func independentRefusal(of certificate: Certificate, for specification: Specification)
    -> Result<Recount, CertificateCheck.Refusal>
  {
    let check = IndependentCheck(of: certificate, for: specification)
    return Result { () throws(CertificateRefusal) in
      if certificate.race != nil { return Recount() }
      if certificate.forAll.isEmpty { return try recount(of: try check.ofInstance()) }
      var recount = try recount(of: try check.behaviour())
      let start = ContinuousClock.now
      do throws(CertificateRefusal) {
        let (decided, open) = try check.ofAnySize().count { obligations, resources in
          let elapsed = Int((ContinuousClock.now - start).components.seconds)
          return decide(obligations, seconds: max(1, seconds - elapsed), resources: resources)
        }
        recount.decided += decided
        recount.open = open
        if open == 0 { return recount }
      } catch .notEncodable(let words) {
        recount.unsaid = words
      }
      let answered = try self.recount(of: try check.ofSmallestInstances(), mayStayOpen: true)
      if recount.unsaid != nil { recount.decided += answered.decided }
      return recount
    }
  }

  private func recount(of obligations: [Certificate.Obligation], mayStayOpen: Bool = false)
    throws(CertificateRefusal) -> Recount
  {
    let seconds = mayStayOpen ? min(seconds, Self.secondsForInstances) : seconds
    var recount = Recount()
    for (obligation, answer) in zip(obligations, decide(obligations, seconds: seconds)) {
      switch (answer, obligation.expected) {
      case (.sat, .sat), (.unsat, .unsat): recount.decided += 1
      case (.other, _) where mayStayOpen: continue
      default: throw .independent(obligation: obligation.name, answer)
      }
    }
    return recount
  }

  /// The answers to obligations, in order.
  func decide(_ obligations: [Certificate.Obligation]) -> [CertificateCheck.Answer] {
    decide(obligations, seconds: seconds)
  }

  /// - Parameter resources: how many of the solver's own steps an obligation may take.
  private func decide(
    _ obligations: [Certificate.Obligation], seconds: Int, resources: UInt32? = nil
  ) -> [CertificateCheck.Answer] {
    solver?.decide(
      obligations, seconds: seconds, resources: resources, processes: processes,
      interruption: interruption)
      ?? CertificateCheck.decideInFreshContexts(obligations, resources: resources)
  }
}

/// Why a certificate is refused.
package typealias CertificateRefusal = CertificateCheck.Refusal

extension CertificateCheck.Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .answer(let obligation, .other(let words)), .answer(let obligation, .failed(let words)):
      "obligation '\(obligation)' could not be decided: \(words)"
    case .answer(let obligation, let answer):
      "obligation '\(obligation)' is \(answer)"
    case .text(let obligation, let problem): "obligation '\(obligation)': \(problem)"
    case .otherSystem: "its obligations are not those of this specification and these claims"
    case .independent(let obligation, .other(let words)),
      .independent(let obligation, .failed(let words)):
      "the second encoding's '\(obligation)' could not be decided: \(words)"
    case .independent(let obligation, let answer):
      "the second encoding's '\(obligation)' is \(answer)"
    case .notEncodable(let words): "the second encoding cannot say \(words)"
    case .notMurphi: "its invariant is not one in Murphi"
    }
  }

  /// Whether it may be a proof after all: a solver gave up.
  package var isUndecided: Bool {
    switch self {
    case .answer(_, .other), .answer(_, .failed), .independent(_, .other),
      .independent(_, .failed), .notEncodable:
      true
    default: false
    }
  }
}
