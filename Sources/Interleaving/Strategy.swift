/// How schedules are chosen.
package enum Strategy: Hashable, Sendable {
  /// Every interleaving, each state once; with a number, those with at most so many preemptions: a
  /// switch away from a thread that could have gone on (Musuvathi and Qadeer, PLDI 2007).
  case exhaustive(preemptions: Int? = nil)
  /// Each step by a thread drawn evenly.
  case random(executions: Int, seed: UInt64)
  /// Random priorities that change at `depth - 1` random steps: finds a bug of that depth with a
  /// known probability (Burckhardt et al., ASPLOS 2010).
  case pct(depth: Int, executions: Int, seed: UInt64)
  /// One execution.
  case replay(Schedule)
}

/// Where testing stops although it has not seen everything.
package struct Bounds: Hashable, Sendable {
  /// The longest execution.
  package var steps: Int
  package var executions: Int

  package init(steps: Int = 10_000, executions: Int = .max) {
    self.steps = steps
    self.executions = executions
  }
}

/// Runs a scenario under many schedules and reports the first violation, or that there is none.
///
///     let outcome = test(.exhaustive()) { memory in
///       let count = memory.cell("count", 0)
///       let add: @Sendable () async -> Void = {
///         let seen = await count.load("read")
///         await count.store(seen + 1, "write")
///       }
///       return Scenario(
///         [.init("A", add), .init("B", add)],
///         finally: { count.value == 2 ? nil : "an increment is lost" })
///     }
package func test(
  _ strategy: Strategy, bounds: Bounds = Bounds(), _ build: @escaping ScenarioBuilder
) -> Outcome {
  switch strategy {
  case .exhaustive(let preemptions):
    var search = ExhaustiveSearch(build, bounds: bounds, preemptions: preemptions)
    return search.run()
  case .random(let executions, let seed):
    var sampling = Sampling(build, seed: seed, bounds: bounds)
    return sampling.run(min(executions, bounds.executions)) { _, _ in RandomPicks() }
  case .pct(let depth, let executions, let seed):
    var sampling = Sampling(build, seed: seed, bounds: bounds)
    return sampling.run(min(executions, bounds.executions)) { length, generator in
      PriorityPicks(depth: depth, length: length, &generator)
    }
  case .replay(let schedule):
    return replay(schedule, build)
  }
}
