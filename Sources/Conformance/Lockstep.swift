import Interleaving
package import Model

/// Explores an implementation and a specification side by side, over every interleaving.
///
/// Breadth first over pairs of states. Each step that the implementation can take must be an
/// enabled rule, each enabled rule a step that some thread is about to take, and afterwards all
/// observations must agree.
struct Lockstep {
  private struct Node {
    let parent: Int
    let turn: Execution.Turn
    let step: Trace.Step
    let depth: Int
  }

  private struct Key: Hashable {
    let implementation: [Int]
    let specification: State
  }

  private let pairing: Pairing
  private var moves: Moves
  private let limits: Limits
  private let histories = Histories()
  private var nodes: [Node] = []
  private var seen: Set<Key> = []
  private var result = Conformity()

  init(_ pairing: Pairing, _ system: TransitionSystem, limits: Limits) {
    self.pairing = pairing
    self.limits = limits
    moves = Moves(system)
  }

  mutating func run() -> Conformity {
    start()
    var next = 0
    while next < nodes.count, result.divergence == nil, result.limit == nil {
      if next % 64 == 0 { result.limit = limits.interruption() }
      if let maxStates = limits.maxStates, nodes.count >= maxStates { result.limit = .states }
      expand(next)
      next += 1
    }
    result.states = nodes.count
    noteCoverage()
    return result
  }

  private mutating func start() {
    let starts = moves.starts
    precondition(!starts.isEmpty, "a specification that is paired has a start state")
    for first in starts where result.divergence == nil {
      let (execution, subject) = execution(along: [], from: first.arguments)
      visit(
        execution, subject,
        Node(parent: -1, turn: Execution.Turn(thread: 0), step: first, depth: 0))
    }
  }

  // MARK: Steps

  private mutating func expand(_ number: Int) {
    let node = nodes[number]
    guard let state = node.step.state else { return }
    if let maxDepth = limits.maxDepth, node.depth >= maxDepth {
      result.limit = .depth
      return
    }
    var ready: (Execution, Subject)? = execution(at: number)
    guard let (execution, subject) = ready, !subject.isOver() else { return }
    var open = moves.enabled(in: state)
    // Asked now: the first step goes on in this execution.
    let offers = execution.enabled.map {
      ($0, execution.alternatives(of: $0.thread)[$0.choice])
    }
    for (turn, alternative) in offers {
      let names = pairing.rules(for: alternative.label)
      let matching = open.filter { move in
        names.contains(move.name)
          && move.isOf(process: subject.processes[turn.thread], arguments: alternative.arguments)
      }
      guard matching.count == 1 else {
        let kind: Conformity.Divergence.Kind =
          matching.isEmpty
          ? .onlyInImplementation(
            thread: subject.scenario.threads[turn.thread].name, label: alternative.label)
          : .ambiguous(label: alternative.label, rules: matching.map(\.name))
        diverge(kind, at: number, subject)
        return
      }
      open.removeAll { $0 == matching[0] }
      let (next, nextSubject) = ready ?? self.execution(at: number)
      ready = nil
      follow(matching[0], turn, label: alternative.label, from: number, next, nextSubject)
      guard result.divergence == nil else { return }
    }
    if let left = open.first(where: { pairing.environment[$0.name] == nil }) {
      let (_, subject) = self.execution(at: number)
      diverge(.onlyInSpecification(rule: left.text(in: moves.system)), at: number, subject)
    }
  }

  /// Takes the same step on both sides.
  private mutating func follow(
    _ move: Move, _ turn: Execution.Turn, label: String, from number: Int,
    _ execution: Execution, _ subject: Subject
  ) {
    execution.step(turn)
    result.steps += 1
    result.matchedRules.insert(move.name)
    result.matchedLabels.insert(label)
    // A step that fails at run time has no state after it: the specification's own violation.
    guard let step = moves.step(move), step.state != nil else { return }
    let node = Node(parent: number, turn: turn, step: step, depth: nodes[number].depth + 1)
    visit(execution, subject, node)
  }

  private mutating func visit(_ execution: Execution, _ subject: Subject, _ node: Node) {
    guard let state = node.step.state else { return }
    let observed = subject.observe()
    if node.parent < 0 { noteUnspecified(observed.keys) }
    let comparison = Comparison(observed, state, moves.cells)
    if result.cells == 0 {
      (result.observedCells, result.cells) = (comparison.count, moves.cells.count)
    }
    guard !comparison.differs else {
      nodes.append(node)
      diverge(.observation, at: nodes.count - 1, comparison.all)
      return
    }
    let key = Key(implementation: execution.key, specification: state)
    if seen.insert(key).inserted { nodes.append(node) }
  }

  /// Runs the implementation up to a pair of states.
  private func execution(at number: Int) -> (Execution, Subject) {
    let path = path(to: number).map { nodes[$0] }
    return execution(along: path.dropFirst().map(\.turn), from: path[0].step.arguments)
  }

  private func execution(
    along turns: [Execution.Turn], from start: [Int64]
  ) -> (Execution, Subject) {
    var subject: Subject?
    let build = pairing.build
    let execution = Execution(
      { memory in
        let built = build(memory, start)
        subject = built
        return built.scenario
      }, histories: histories)
    for turn in turns { execution.step(turn) }
    guard let subject else { preconditionFailure("an execution builds its subject") }
    return (execution, subject)
  }

  /// The nodes on the way to one, from the start on.
  private func path(to number: Int) -> [Int] {
    var path: [Int] = []
    var node = number
    while node >= 0 {
      path.append(node)
      node = nodes[node].parent
    }
    return path.reversed()
  }

  // MARK: Findings

  private mutating func diverge(
    _ kind: Conformity.Divergence.Kind, at number: Int, _ subject: Subject
  ) {
    let state = nodes[number].step.state
    diverge(
      kind, at: number, state.map { Comparison(subject.observe(), $0, moves.cells).all } ?? [])
  }

  private mutating func diverge(
    _ kind: Conformity.Divergence.Kind, at number: Int,
    _ observations: [ConformanceRecord.Observation]
  ) {
    let steps = path(to: number).map { nodes[$0].step }
    result.divergence = Conformity.Divergence(
      kind: kind, trace: Trace(steps: steps, ending: .open), observations: observations)
  }

  /// An observation under a name that is no cell's would compare nothing.
  private mutating func noteUnspecified(_ names: some Sequence<String>) {
    let cells = Set(moves.cells.map(\.name))
    result.unspecified = Set(result.unspecified).union(names).subtracting(cells).sorted()
  }

  private mutating func noteCoverage() {
    let names = moves.system.rules.map(\.name)
    guard result.divergence == nil, result.limit == nil else { return }
    result.idleRules = names.filter {
      !result.matchedRules.contains($0) && pairing.environment[$0] == nil
    }
    result.busyEnvironment = pairing.environment.keys.sorted().filter {
      result.matchedRules.contains($0)
    }
  }
}

/// Explores the implementation of a pairing beside its specification.
package func conformity(
  of pairing: Pairing, to system: TransitionSystem, limits: Limits = Limits()
) -> Conformity {
  var lockstep = Lockstep(pairing, system, limits: limits)
  return lockstep.run()
}
