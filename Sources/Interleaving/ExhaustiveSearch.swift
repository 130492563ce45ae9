/// Depth-first search over schedules. An execution cannot be forked, so each branch runs the
/// scenario again up to where it leaves the last one; a state that was seen is not gone on from.
struct ExhaustiveSearch {
  /// A place where several threads could go on.
  private struct Choice {
    let options: [Int]
    /// Which of them is tried now.
    var current = 0
  }

  /// With a bound on preemptions, what may follow depends on the thread that ran last.
  private struct Visit: Hashable {
    let key: [Int]
    let last: Int?
  }

  private let build: ScenarioBuilder
  private let bounds: Bounds
  private let preemptions: Int?
  private let histories = Histories()
  private var path: [Choice] = []
  /// For each visited state the most preemptions that were left there.
  private var seen: [Visit: Int] = [:]
  private var outcome = Outcome()

  init(_ build: @escaping ScenarioBuilder, bounds: Bounds, preemptions: Int?) {
    self.build = build
    self.bounds = bounds
    self.preemptions = preemptions
  }

  mutating func run() -> Outcome {
    if let preemptions { outcome.bound = .preemptions(preemptions) }
    repeat {
      guard outcome.executions < bounds.executions else {
        outcome.bound = .executions(bounds.executions)
        break
      }
      execute()
    } while outcome.failure == nil && backtrack()
    outcome.states = seen.count
    return outcome
  }

  /// Follows the path, then goes on to new states until there are none.
  private mutating func execute() {
    let execution = Execution(build, histories: histories)
    outcome.executions += 1
    var left = preemptions ?? .max
    for position in path.indices {
      left -= take(path[position], execution)
    }
    while outcome.failure == nil {
      if let reason = execution.violation {
        outcome.failure = Outcome.Failure(reason: reason, execution)
        return
      }
      guard !execution.isFinished, isNew(execution, left) else { return }
      guard execution.steps.count < bounds.steps else {
        outcome.bound = .steps(bounds.steps)
        return
      }
      let choice = Choice(options: options(execution, left))
      path.append(choice)
      left -= take(choice, execution)
    }
  }

  /// Takes the current option of a choice; how many preemptions it costs.
  private mutating func take(_ choice: Choice, _ execution: Execution) -> Int {
    let thread = choice.options[choice.current]
    let cost = isPreemption(thread, execution) ? 1 : 0
    execution.step(thread)
    outcome.points += 1
    return cost
  }

  private func isPreemption(_ thread: Int, _ execution: Execution) -> Bool {
    guard preemptions != nil, let last = execution.steps.last?.thread, last != thread else {
      return false
    }
    return execution.enabled.contains(last)
  }

  /// The threads to try, the one that ran last first.
  private func options(_ execution: Execution, _ left: Int) -> [Int] {
    let enabled = execution.enabled
    guard let last = execution.steps.last?.thread, enabled.contains(last) else { return enabled }
    return left == 0 ? [last] : [last] + enabled.filter { $0 != last }
  }

  private mutating func isNew(_ execution: Execution, _ left: Int) -> Bool {
    let visit = Visit(
      key: execution.key, last: preemptions == nil ? nil : execution.steps.last?.thread)
    if let known = seen[visit], known >= left { return false }
    seen[visit] = left
    return true
  }

  /// Moves on to the next untried option; false when none is left.
  private mutating func backtrack() -> Bool {
    while var choice = path.popLast() {
      choice.current += 1
      guard choice.current < choice.options.count else { continue }
      path.append(choice)
      return true
    }
    return false
  }
}

extension Outcome.Failure {
  init(reason: String, _ execution: Execution) {
    self.init(
      reason: reason, schedule: Schedule(execution.steps.map(\.thread)), steps: execution.steps)
  }
}
