import Model

/// Decides liveness: from every reachable state, is a state that satisfies the claim reachable?
///
/// After a complete exploration: marks the states that satisfy a claim, closes the marks against
/// the direction of the steps, and looks for the first state without one. Each choice of the
/// claim's parameters is a goal of its own.
struct Liveness: Sendable {
  /// A claim for some values of its parameters.
  struct Goal: Hashable {
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
    let renamed = search.symmetry.flatMap { RenamedGoals(goals, search.system, $0) }
    // With renamed goals there is one row, of all goals for each state; else a row for each goal.
    let copies = renamed?.count ?? 1
    let row = [Bool](repeating: false, count: search.store.count * copies)
    var marks = Array(repeating: row, count: goals.count / copies)
    var failedClaims: Set<Int> = []
    var failures: [(claim: Int, state: StateIndex)] = []
    let firstNumber = search.store.shards.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.count)
    }
    let graph = StateGraph(
      of: search, goals: renamed,
      onState: { number, output in
        for (goal, isTrue) in output.goals.enumerated() where isTrue {
          marks[goal / copies][number * copies + goal % copies] = true
        }
        guard !output.failedClaims.isEmpty else { return }
        failedClaims.formUnion(output.failedClaims)
        for claim in output.takeFalseClaims() {
          failures.append((claim, StateGraph.index(of: number, in: firstNumber)))
        }
      }, limit: &limit)
    search.addFindings(failures)
    failed = Set(failedClaims.map(ClaimIndex.init))
    guard let graph else { return }
    for row in marks.indices {
      graph.closeBackwards(&marks[row])
      for copy in 0..<copies {
        let state = first(in: graph, without: marks[row], copy, search)
        note(goals[row * copies + copy], state, search)
      }
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
  private func first(
    in graph: StateGraph, without marked: [Bool], _ copy: Int, _ search: Search
  ) -> StateIndex? {
    for level in 1..<search.levels.count {
      for shard in 0..<StateIndex.shardCount {
        for position in search.levels[level - 1][shard]..<search.levels[level][shard]
        where !marked[(graph.firstNumber[shard] + position) * graph.copies + copy] {
          return StateIndex(shard: shard, position: position)
        }
      }
    }
    return nil
  }
}
