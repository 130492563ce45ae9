package import Model

/// Decides claims by visiting every reachable state.
package struct ExplicitEngine: Engine {
  /// How it explores.
  package let options: ExplorationOptions

  package init(options: ExplorationOptions = ExplorationOptions()) { self.options = options }

  package func unsupported(in system: TransitionSystem, claims: [ClaimIndex]) -> [Feature] {
    let liveness = claims.filter {
      system[$0].kind == .liveness && system[$0].condition == nil
    }
    return liveness.map { Feature("a liveness claim in a body", range: system[$0].range) }
      + system.variables.flatMap(Self.unrepresentable)
  }

  /// Types that hold the mark of an undefined value.
  private static func unrepresentable(_ variable: StateVariable) -> [Feature] {
    let isTooLow = StateLayout.scalars(of: variable.type).contains { $0.lower == .min }
    return isTooLow
      ? [Feature("variable \(variable.name), whose type includes -2^63", range: variable.range)]
      : []
  }

  /// Where a system tells members of its scalarsets apart, so that it cannot be reduced by
  /// symmetry.
  package func obstaclesToSymmetry(of system: TransitionSystem) -> [Feature] {
    Symmetry.obstacles(in: system)
  }

  package func run(
    _ claims: [ClaimIndex], of system: TransitionSystem, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) async throws(EngineFailure) -> EngineResult {
    let exploration = await explore(system, limits: limits, onEvent: onEvent)
    return result(of: exploration, claims: claims)
  }

  /// Explores, and keeps the states for questions.
  package func explore(
    _ system: TransitionSystem, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) async -> Exploration {
    await Exploration.run(system, limits: limits, options: options, onEvent: onEvent)
  }

  /// The verdicts on some claims that an exploration gives.
  package func result(of exploration: Exploration, claims: [ClaimIndex]) -> EngineResult {
    EngineResult(
      verdicts: Dictionary(
        uniqueKeysWithValues: claims.map { ($0, exploration.verdict(of: $0)) }),
      shortest: Set(claims.filter(exploration.isShortest)), stateSpace: exploration.stateSpace)
  }
}
