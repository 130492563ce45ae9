/// Breadth-first search over schedules: the first violation found is one of the shortest.
///
/// One execution serves all: it is put back into each state that there is to go on from.
struct ExhaustiveSearch {
  /// A state, and how it was first reached.
  private struct Node {
    let parent: Int
    let turn: Execution.Turn
    let depth: Int
    /// How many preemptions may follow.
    let left: Int
    let key: [Int]
  }

  /// With a bound on preemptions, what may follow depends on the thread that ran last.
  private struct Visit: Hashable {
    let key: [Int]
    let last: Int?
  }

  private let build: ScenarioBuilder
  private let bounds: Bounds
  private let preemptions: Int?
  private let execution: Execution
  private var nodes: [Node] = []
  /// For each visited state the most preemptions that were left there.
  private var seen: [Visit: Int] = [:]
  private var outcome = Outcome()

  init(_ build: @escaping ScenarioBuilder, bounds: Bounds, preemptions: Int?) {
    self.build = build
    self.bounds = bounds
    self.preemptions = preemptions
    execution = Execution(build)
  }

  mutating func run() -> Outcome {
    if let preemptions { outcome.bound = .preemptions(preemptions) }
    visit(parent: -1, Execution.Turn(thread: -1), depth: 0, left: preemptions ?? .max)
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

  /// Takes every step from a state.
  private mutating func expand(_ number: Int) {
    let node = nodes[number]
    guard node.depth < bounds.steps else {
      outcome.bound = .steps(bounds.steps)
      return
    }
    execution.restore(node.key)
    for (turn, left) in options(node) where outcome.failure == nil {
      execution.restore(node.key)
      execution.step(turn)
      outcome.executions += 1
      outcome.points += 1
      visit(parent: number, turn, depth: node.depth + 1, left: left)
    }
  }

  /// Notes a violation, or a state that is new.
  private mutating func visit(parent: Int, _ turn: Execution.Turn, depth: Int, left: Int) {
    if let reason = execution.violation {
      let way = parent < 0 ? [] : path(to: parent) + [turn]
      outcome.failure = Outcome.Failure(reason: reason, execution(along: way))
      return
    }
    let key = execution.key
    let visit = Visit(
      key: key, last: preemptions == nil || parent < 0 ? nil : turn.thread)
    if let known = seen[visit], known >= left { return }
    seen[visit] = left
    guard !execution.isFinished else { return }
    nodes.append(Node(parent: parent, turn: turn, depth: depth, left: left, key: key))
  }

  private func path(to number: Int) -> [Execution.Turn] {
    var turns: [Execution.Turn] = []
    var node = number
    while node > 0 {
      turns.append(nodes[node].turn)
      node = nodes[node].parent
    }
    return turns.reversed()
  }

  private func execution(along turns: [Execution.Turn]) -> Execution {
    let execution = Execution(build)
    for turn in turns { execution.step(turn) }
    return execution
  }

  /// The steps to take, with the preemptions that are left after each.
  private func options(_ node: Node) -> [(Execution.Turn, left: Int)] {
    let enabled = execution.enabled
    guard preemptions != nil, enabled.contains(where: { $0.thread == node.turn.thread })
    else { return enabled.map { ($0, node.left) } }
    return enabled.compactMap { turn in
      let left = turn.thread == node.turn.thread ? node.left : node.left - 1
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
