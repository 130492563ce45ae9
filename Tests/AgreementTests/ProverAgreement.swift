import Model
import Prover
import TestSupport

/// What the symbolic engines and a complete search say of one system.
struct ProverAgreement {
  let system: TransitionSystem
  let truth: NaiveChecker.Findings
  /// How deep bounded model checking looks.
  let depth: Int

  private var claims: [ClaimIndex] {
    system.claims.indices.map(ClaimIndex.init).filter {
      ![.cover, .liveness, .assumption].contains(system[$0].kind)
    }
  }

  /// What bounded model checking gets wrong: a violation is found at its least depth, and nothing
  /// else is.
  func boundedProblem() async throws -> String? {
    let verdicts = try await verdicts(of: BoundedModelChecking(), depth)
    for claim in claims {
      let expected = truth.violations[claim].flatMap { $0 <= depth ? $0 : nil }
      switch verdicts[claim] {
      case .violated(let trace) where trace.depth == expected: break
      case .unknown(.bounded(let reached)) where expected == nil && reached == depth: break
      case .unknown(.unsupported), .unknown(.limit): break
      case let verdict: return "bmc: \(system[claim].name): \(expected as Any), \(verdict as Any)"
      }
    }
    return nil
  }

  /// What induction gets wrong: no violated claim is proved, none that holds is violated, and every
  /// certificate stands.
  func inductionProblem() async throws -> String? {
    let verdicts = try await verdicts(of: KInduction(), 3)
    var certificate: Certificate?
    for claim in claims {
      switch verdicts[claim] {
      case .holds(.inductive(let proof)), .vacuous(_, .inductive(let proof)):
        if let depth = truth.violations[claim] {
          return "k-induction proves \(system[claim].name), violated at \(depth)"
        }
        if case .holds = verdicts[claim] { certificate = proof }
      case .violated(let trace) where trace.depth == truth.violations[claim]: break
      case .violated: return "k-induction violates \(system[claim].name)"
      default: break
      }
    }
    guard let certificate else { return nil }
    return CertificateCheck.refusal(of: certificate).map { "certificate: \($0)" }
  }

  /// What IC3 gets wrong: it proves what holds and violates what does not, each in the end, and
  /// its certificate stands. Only a claim whose condition has no value is left open.
  func lemmaProblem(of engine: IC3 = IC3()) async throws -> String? {
    let verdicts = try await verdicts(of: engine, nil)
    var certificate: Certificate?
    for claim in claims {
      let depth = truth.violations[claim]
      switch verdicts[claim] {
      case .holds(.inductive(let proof)) where depth == nil: certificate = proof
      case .vacuous(_, .inductive) where depth == nil: break
      case .assumed where system[claim].kind == .assumption: break
      case .violated(let trace) where depth.map { trace.depth >= $0 } == true: break
      case .unknown(.unsupported), .unknown(.limit): break
      case .unknown(.stoppedAtViolation)
      where system[claim].condition != nil
        && truth.violations.keys.contains { [.runtime, .assertion].contains(system[$0].kind) }:
        break
      case let verdict: return "ic3: \(system[claim].name): \(depth as Any), \(verdict as Any)"
      }
    }
    guard let certificate else { return nil }
    if let refusal = try CertificateCheck.refusal(of: certificate, for: system) {
      return "certificate: \(refusal)"
    }
    return CertificateCheck.refusal(of: certificate).map { "certificate: \($0)" }
  }

  private func verdicts(of engine: some Engine, _ depth: Int?) async throws -> [ClaimIndex: Verdict]
  {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(20)
    let limits = Limits(maxDepth: depth) { clock.now > end ? .time : nil }
    return try await engine.run(claims, of: system, limits: limits, onEvent: { _ in }).verdicts
  }
}
