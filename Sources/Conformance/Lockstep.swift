import Interleaving
package import Model

/// Explores an implementation and a specification side by side, over every interleaving.
///
/// Breadth first over pairs of states. Each step that the implementation can take must be an
/// enabled rule, each enabled rule a step that some thread is about to take, and afterwards all
/// observations must agree.
struct Lockstep {
  private struct Pair: Hashable {
    /// Which start state: each has an implementation of its own.
    let start: Int
    let implementation: [Int]
    let specification: Int
  }

  private struct Node {
    let parent: Int
    /// The number of the move that led here; nil at a start.
    let move: Int?
    let depth: Int
    let pair: Pair
  }

  private let pairing: Pairing
  private let limits: Limits
  private var moves: Moves
  /// For each start state.
  private var starts: [(step: Moves.Start, implementation: Implementation)] = []
  private var nodes: [Node] = []
  private var seen: Set<Pair> = []
  private var matchedMoves: Set<Int> = []
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
    let steps = moves.starts
    precondition(!steps.isEmpty, "a specification that is paired has a start state")
    for step in steps where result.divergence == nil {
      let implementation = Implementation(pairing, from: step.arguments)
      starts.append((step, implementation))
      noteUnspecified(implementation.subject.observe().keys)
      visit(
        Node(
          parent: -1, move: nil, depth: 0,
          pair: Pair(
            start: starts.count - 1, implementation: implementation.execution.key,
            specification: moves.number(of: step.state))))
    }
  }

  // MARK: Steps

  private mutating func expand(_ number: Int) {
    let node = nodes[number]
    if let maxDepth = limits.maxDepth, node.depth >= maxDepth {
      result.limit = .depth
      return
    }
    let implementation = starts[node.pair.start].implementation
    let execution = implementation.execution
    execution.restore(node.pair.implementation)
    guard !implementation.subject.isOver() else { return }
    var open = moves.enabled(in: node.pair.specification)
    for turn in execution.enabled {
      execution.restore(node.pair.implementation)
      let offer = implementation.offer(of: turn, among: moves.all)
      let matching = open.filter(offer.moves.contains)
      guard matching.count == 1 else {
        let rules = matching.map { moves.all[$0].name }
        diverge(implementation.divergence(turn, offer, from: rules), at: number)
        return
      }
      let move = matching[0]
      open.removeAll { $0 == move }
      offer.isMatched = true
      execution.step(turn)
      follow(move, from: number, execution.key)
      guard result.divergence == nil else { return }
    }
    if let left = open.first(where: { pairing.environment[moves.all[$0].name] == nil }) {
      diverge(
        .onlyInSpecification(rule: moves.all[left].text(in: moves.system)), at: number)
    }
  }

  /// Takes the step that the implementation has taken.
  private mutating func follow(_ move: Int, from number: Int, _ key: [Int]) {
    result.steps += 1
    matchedMoves.insert(move)
    // A step that fails at run time has no state after it: the specification's own violation.
    guard let state = moves.state(after: move, in: nodes[number].pair.specification) else {
      return
    }
    visit(
      Node(
        parent: number, move: move, depth: nodes[number].depth + 1,
        pair: Pair(
          start: nodes[number].pair.start, implementation: key, specification: state)))
  }

  /// Notes a pair that is new. The implementation is in that state.
  private mutating func visit(_ node: Node) {
    guard seen.insert(node.pair).inserted else { return }
    nodes.append(node)
    let observations = starts[node.pair.start].implementation.observations(of: moves.cells)
    if result.cells == 0 {
      (result.observedCells, result.cells) = (observations.count, moves.cells.count)
    }
    if observations.differ(from: moves[node.pair.specification]) {
      diverge(.observation, at: nodes.count - 1)
    }
  }

  // MARK: Findings

  private mutating func diverge(_ kind: Conformity.Divergence.Kind, at number: Int) {
    let pair = nodes[number].pair
    let implementation = starts[pair.start].implementation
    implementation.execution.restore(pair.implementation)
    result.divergence = Conformity.Divergence(
      kind: kind, trace: Trace(steps: path(to: number), ending: .open),
      observations: implementation.observations(of: moves.cells)
        .text(beside: moves[pair.specification], moves.cells))
  }

  /// The steps on the way to a pair, from the start on.
  private func path(to number: Int) -> [Trace.Step] {
    var steps: [Trace.Step] = []
    var node = number
    while let move = nodes[node].move {
      steps.append(
        Trace.Step(
          action: .rule(moves.all[move].rule), arguments: moves.all[move].arguments,
          state: moves[nodes[node].pair.specification]))
      node = nodes[node].parent
    }
    return [starts[nodes[node].pair.start].step.traced] + steps.reversed()
  }

  /// An observation under a name that is no cell's would compare nothing.
  private mutating func noteUnspecified(_ names: some Sequence<String>) {
    let cells = Set(moves.cells.map(\.name))
    result.unspecified = Set(result.unspecified).union(names).subtracting(cells).sorted()
  }

  private mutating func noteCoverage() {
    result.matchedRules = Set(matchedMoves.map { moves.all[$0].name })
    result.matchedLabels = starts.reduce(into: []) { $0.formUnion($1.implementation.matchedLabels) }
    guard result.divergence == nil, result.limit == nil else { return }
    result.idleRules = moves.system.rules.map(\.name).filter {
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
