import Explorer
import Model
import Prover
import TestSupport
import Verification

/// A violation or a counterexample that an engine shows.
struct Shown: Sendable {
  let name: String
  let system: TransitionSystem
  let claim: ClaimIndex
  let trace: Trace
}

/// The evidence that engines give for fixtures and random systems.
enum Evidence {
  /// The violations that the explorer finds in a system.
  static func violations(in system: TransitionSystem, named name: String) async throws -> [Shown] {
    try await violations(ExplicitEngine(), Limits(), in: system, named: name)
  }

  /// The violations that bounded model checking finds in a system.
  static func boundedViolations(
    in system: TransitionSystem, named name: String
  ) async throws -> [Shown] {
    try await violations(BoundedModelChecking(), Limits(maxDepth: 5), in: system, named: name)
  }

  private static func violations(
    _ engine: some Engine, _ limits: Limits, in system: TransitionSystem, named name: String
  ) async throws -> [Shown] {
    let claims = system.claims.indices.map(ClaimIndex.init)
    let result = try await engine.run(claims, of: system, limits: limits) { _ in }
    return claims.compactMap { claim in
      guard case .violated(let trace) = result.verdicts[claim] else { return nil }
      return Shown(name: name, system: system, claim: claim, trace: trace)
    }
  }

  /// The proof that k-induction finds of the claims of a system; nil when there is none.
  static func certificate(of system: TransitionSystem) async throws -> Certificate? {
    let claims = system.claims.indices.map(ClaimIndex.init)
    let result = try await KInduction().run(claims, of: system, limits: Limits(maxDepth: 3)) { _ in
    }
    for claim in claims {
      if case .holds(.inductive(let certificate)) = result.verdicts[claim] { return certificate }
    }
    return nil
  }
}

extension Trace.Ending {
  /// Whether it is about this claim.
  func isAbout(_ claim: ClaimIndex, in system: TransitionSystem) -> Bool {
    switch self {
    case .claimFalse(let other, _), .neverAgain(let other, _): other == claim
    case .failed(let failure): failure.claim == claim
    case .deadlock: system[claim].kind == .deadlock
    case .open: false
    }
  }
}
