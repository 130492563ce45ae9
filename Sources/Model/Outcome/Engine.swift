/// Something that decides claims.
package protocol Engine: Sendable {
  /// What this engine cannot honour; asked before it runs.
  func unsupported(in system: TransitionSystem, claims: [ClaimIndex]) -> [Feature]

  /// Decides the claims as far as the limits allow; every claim gets a verdict.
  func run(
    _ claims: [ClaimIndex], of system: TransitionSystem, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) async throws(EngineFailure) -> EngineResult
}

/// What an engine's run gives.
package struct EngineResult: Sendable {
  package let verdicts: [ClaimIndex: Verdict]
  /// The claims of which no behaviour can violate them in fewer steps than the one that was found.
  package var shortest: Set<ClaimIndex>
  /// What was explored, complete or not; nil for engines that visit no states one by one.
  package let stateSpace: StateSpace?

  package init(
    verdicts: [ClaimIndex: Verdict], shortest: Set<ClaimIndex>, stateSpace: StateSpace? = nil
  ) {
    self.verdicts = verdicts
    self.shortest = shortest
    self.stateSpace = stateSpace
  }
}

/// Why an engine could not run at all.
package enum EngineFailure: Error, Sendable, Hashable {
  /// Two independent computations gave different answers; in words.
  case disagreement(String)
  case unsupported([Feature])
  /// What an option asks for cannot be honoured for this system.
  case option(String, [Feature])
}

/// What an engine says while it works.
package enum EngineEvent: Sendable {
  /// Exploration: states so far, transitions so far, depth reached, states of the frontier,
  /// bytes in use.
  case exploring(states: Int, transitions: Int, depth: Int, frontier: Int, bytes: Int)
  /// Proof: what is being asked, and how deep.
  case proving(String, depth: Int)
  /// Proof: it is being asked whether a step keeps a claim.
  case asking(step: String, claim: String)
  /// Proof: how long it took to ask whether a step keeps a claim.
  case answered(step: String, claim: String, seconds: Double)
}

/// Where an engine must stop.
package struct Limits: Sendable {
  package var maxStates: Int?
  package var maxDepth: Int?
  package var memoryBytes: Int?
  /// The bytes that the process uses, which `memoryBytes` limits; asked often, from any thread.
  /// 0 when that is not known: then engines count what they hold.
  package var memoryInUse: @Sendable () -> Int
  package var workers: Int
  /// Asked often, from any thread; a limit that is not nil ends the run with a partial report.
  /// This is how time and interruption reach an engine.
  package var interruption: @Sendable () -> Limit?
  /// Told now and then how much symbolic engines have done since the last time, in nanoseconds of
  /// some machine: counted, not measured, so that the same run tells the same everywhere.
  package var onWork: @Sendable (Int) -> Void

  package init(
    maxStates: Int? = nil, maxDepth: Int? = nil, memoryBytes: Int? = nil, workers: Int = 1,
    interruption: @escaping @Sendable () -> Limit? = { nil },
    memoryInUse: @escaping @Sendable () -> Int = { 0 },
    onWork: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.maxStates = maxStates
    self.maxDepth = maxDepth
    self.memoryBytes = memoryBytes
    self.memoryInUse = memoryInUse
    self.workers = workers
    self.interruption = interruption
    self.onWork = onWork
  }
}

/// Which limit ended a run.
package enum Limit: String, Sendable, Hashable, Codable {
  case states
  case depth
  case time
  case memory
  case interrupted
}
