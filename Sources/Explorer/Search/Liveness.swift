import Model

/// Decides liveness: from every reachable state, is a state that satisfies the claim reachable?
///
/// After a complete exploration: marks the states that satisfy a claim, closes the marks against
/// the direction of the steps, and looks for the first state without one. Each choice of the
/// claim's parameters is a goal of its own.
struct Liveness: Sendable {
  /// A claim for some values of its parameters.
  struct Goal {
    let claim: ClaimIndex
    let arguments: [Int64]
  }

  /// For each violated claim, a first state from which it is out of reach.
  private(set) var violations: [ClaimIndex: (state: StateIndex, arguments: [Int64])] = [:]
  /// The claims whose condition could not be evaluated in some state.
  private(set) var failed: Set<ClaimIndex> = []
  /// What ended the analysis early.
  private(set) var limit: Limit?

  init(_ search: Search) {
    let goals = Self.goals(of: search.system)
    guard !goals.isEmpty else { return }
    var marks = goals.map { _ in [Bool](repeating: false, count: search.store.count) }
    var failedClaims: Set<Int> = []
    var failures: [(claim: Int, state: StateIndex)] = []
    let firstNumber = search.store.shards.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.count)
    }
    let graph = StateGraph(
      of: search,
      onState: { number, output in
        for (goal, isTrue) in output.goals.enumerated() where isTrue { marks[goal][number] = true }
        guard !output.failedClaims.isEmpty else { return }
        failedClaims.formUnion(output.failedClaims)
        for claim in output.takeFalseClaims() {
          failures.append((claim, StateGraph.index(of: number, in: firstNumber)))
        }
      }, limit: &limit)
    search.addFindings(failures)
    failed = Set(failedClaims.map(ClaimIndex.init))
    guard let graph else { return }
    for (goal, marked) in zip(goals, marks) {
      var marked = marked
      graph.closeBackwards(&marked)
      note(goal, first(in: graph, without: marked, search), search)
    }
  }

  /// In the order in which the machine looks at them.
  private static func goals(of system: TransitionSystem) -> [Goal] {
    let evaluator = Evaluator(system)
    return system.claims(of: .liveness).filter { system[$0].condition != nil }.flatMap { claim in
      evaluator.arguments(of: system[claim].parameters).map { Goal(claim: claim, arguments: $0) }
    }
  }

  private mutating func note(_ goal: Goal, _ state: StateIndex?, _ search: Search) {
    guard let state else { return }
    if let known = violations[goal.claim],
      search.depth(of: known.state) <= search.depth(of: state)
    {
      return
    }
    violations[goal.claim] = (state, goal.arguments)
  }

  /// The first unmarked state of the least depth.
  private func first(in graph: StateGraph, without marked: [Bool], _ search: Search) -> StateIndex?
  {
    for level in 1..<search.levels.count {
      for shard in 0..<StateIndex.shardCount {
        for position in search.levels[level - 1][shard]..<search.levels[level][shard]
        where !marked[graph.firstNumber[shard] + position] {
          return StateIndex(shard: shard, position: position)
        }
      }
    }
    return nil
  }
}
