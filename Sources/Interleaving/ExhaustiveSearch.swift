/// Breadth-first search over schedules: the first violation found is one of the shortest.
///
/// An execution cannot be forked, so every step from a state runs the scenario again up to there.
struct ExhaustiveSearch {
  /// A state, and how it was first reached.
  private struct Node {
    let parent: Int
    let turn: Execution.Turn
    let depth: Int
    /// How many preemptions may follow.
    let left: Int
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
  private var nodes: [Node] = []
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
    start()
    var next = 0
    while next < nodes.count, outcome.failure == nil {
      guard outcome.executions < bounds.executions else {
        outcome.bound = .executions(bounds.executions)
        break
      }
      expand(next)
      next += 1
    }
    outcome.states = seen.count
    return outcome
  }

  private mutating func start() {
    let execution = execution(of: nil)
    visit(
      execution,
      Node(parent: -1, turn: Execution.Turn(thread: -1), depth: 0, left: preemptions ?? .max))
  }

  /// Takes every step from a state, the first one in the execution that found out what they are.
  private mutating func expand(_ number: Int) {
    let node = nodes[number]
    let first = execution(of: number)
    guard node.depth < bounds.steps else {
      outcome.bound = .steps(bounds.steps)
      return
    }
    var reached: Execution? = first
    for (turn, left) in options(first, node) where outcome.failure == nil {
      let execution = reached ?? execution(of: number)
      reached = nil
      execution.step(turn)
      outcome.points += 1
      visit(execution, Node(parent: number, turn: turn, depth: node.depth + 1, left: left))
    }
  }

  /// Notes a violation, or a state that is new.
  private mutating func visit(_ execution: Execution, _ node: Node) {
    if let reason = execution.violation {
      outcome.failure = Outcome.Failure(reason: reason, execution)
      return
    }
    let visit = Visit(
      key: execution.key, last: preemptions == nil ? nil : execution.steps.last?.turn.thread)
    if let known = seen[visit], known >= node.left { return }
    seen[visit] = node.left
    if !execution.isFinished { nodes.append(node) }
  }

  /// Runs the scenario up to a state.
  private mutating func execution(of number: Int?) -> Execution {
    var turns: [Execution.Turn] = []
    var node = number ?? -1
    while node > 0 {
      turns.append(nodes[node].turn)
      node = nodes[node].parent
    }
    let execution = Execution(build, histories: histories)
    for turn in turns.reversed() { execution.step(turn) }
    outcome.executions += 1
    outcome.points += turns.count
    return execution
  }

  /// The steps to take, with the preemptions that are left after each.
  private func options(_ execution: Execution, _ node: Node) -> [(Execution.Turn, left: Int)] {
    let enabled = execution.enabled
    guard preemptions != nil, let last = execution.steps.last?.turn.thread,
      enabled.contains(where: { $0.thread == last })
    else { return enabled.map { ($0, node.left) } }
    return enabled.compactMap { turn in
      let left = turn.thread == last ? node.left : node.left - 1
      return left < 0 ? nil : (turn, left)
    }
  }
}

extension Outcome.Failure {
  init(reason: String, _ execution: Execution) {
    self.init(
      reason: reason, schedule: Schedule(execution.steps.map(\.turn)), steps: execution.steps)
  }
}
