import Explorer
import Model
import TestSupport

/// The engines under comparison, with limits that suit small systems.
enum Engines {
  /// The explorer on one and on two workers; both must say the same.
  static func explored(_ system: TransitionSystem, workers: Int) async throws -> EngineResult {
    try await run(ExplicitEngine(), system, Limits(workers: workers))
  }

  private static func run(_ engine: some Engine, _ system: TransitionSystem, _ limits: Limits)
    async throws -> EngineResult
  {
    let claims = system.claims.indices.map(ClaimIndex.init)
    return try await engine.run(claims, of: system, limits: limits) { _ in }
  }
}
