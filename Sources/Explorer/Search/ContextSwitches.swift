import Model

/// Which column of a counterexample an action belongs to.
struct Columns {
  /// For each rule the position of its parameter that names the column.
  private let parameter: [Int?]
  private let lower: Int64
  /// The type whose members have columns.
  let type: ScalarType?
  let count: Int

  init(_ system: TransitionSystem) {
    var type: ScalarType?
    parameter = system.rules.map { rule in
      rule.parameters.firstIndex { parameter in
        guard case .type(let candidate) = parameter.domain, candidate.name != nil,
          candidate.name == system.columns
        else { return false }
        type = candidate
        return true
      }
    }
    self.type = type
    lower = type?.lower ?? 0
    count = (type?.count ?? 0) + 1
  }

  /// 0 for actions of no column.
  func column(of reached: Recorder.Reached) -> Int {
    guard case .rule(let rule) = reached.action, let position = parameter[rule.position] else {
      return 0
    }
    return Int(reached.arguments[position] - lower) + 1
  }
}

/// Finds, among the shortest behaviours to a state, one with the fewest changes of column.
///
/// A sweep from the state back to level 0. For each state that lies on some shortest behaviour it
/// computes, for each column that the next step may belong to, the fewest changes from there to
/// the end; the first minimum from level 0 on is then the answer. Every state of the levels
/// passed is expanded once more, so this is done for small explorations only.
struct ContextSwitches {
  private let search: Search
  private let replay: Replay
  private let columns: Columns
  private let program: Program
  /// The most entries that the sweep may keep.
  private static let entryLimit = 500_000

  init(_ search: Search, _ program: Program) {
    self.search = search
    self.program = program
    replay = Replay(program)
    columns = Columns(search.system)
  }

  /// The fewest changes after a state, by the column of the step that comes next.
  private typealias Costs = [UInt16]

  /// Nil when there are no columns, or too many states to look at.
  func bestPath(to target: StateIndex) -> Path? {
    let depth = search.depth(of: target)
    guard search.limit != .memory, columns.count > 2, columns.count < 64, depth > 1,
      depth < Int(UInt16.max),
      search.levels[depth].reduce(0, +) <= search.options.rearrangementLimit
    else { return nil }
    var layers: [[StateIndex: Costs]] = [[target: Costs(repeating: 0, count: columns.count)]]
    var entries = 0
    for level in (0..<depth).reversed() {
      guard search.limits.interruption() == nil else { return nil }
      let layer = layer(at: level, before: layers[layers.count - 1])
      entries += layer.count
      guard entries < Self.entryLimit else { return nil }
      layers.append(layer)
    }
    return path(along: layers.reversed())
  }

  /// The states of a level that lead into the next layer.
  private func layer(at level: Int, before next: [StateIndex: Costs]) -> [StateIndex: Costs] {
    var layer: [StateIndex: Costs] = [:]
    let machine = Machine(program)
    for shard in 0..<StateIndex.shardCount {
      for position in search.levels[level][shard]..<search.levels[level + 1][shard] {
        let index = StateIndex(shard: shard, position: position)
        let state = search.store.state(at: index)
        guard leads(state, into: next, machine) else { continue }
        layer[index] = costs(of: state, before: next)
      }
    }
    return layer
  }

  private func leads(
    _ state: UnsafePointer<UInt64>, into next: [StateIndex: Costs], _ machine: Machine
  ) -> Bool {
    machine.output.begin()
    machine.load(state)
    machine.run(from: program.entries.rules)
    return (0..<machine.output.count).contains { successor in
      search.store.index(of: machine.output.state(at: successor)).map { next[$0] != nil } ?? false
    }
  }

  private func costs(of state: UnsafePointer<UInt64>, before next: [StateIndex: Costs]) -> Costs {
    var costs = Costs(repeating: .max, count: columns.count)
    for (column, target) in steps(from: state, into: next) {
      costs[column] = min(costs[column], Self.cost(of: column, then: next[target]!))
    }
    return costs
  }

  private func steps(from state: UnsafePointer<UInt64>, into next: [StateIndex: Costs])
    -> [(column: Int, target: StateIndex)]
  {
    replay.successors(of: state).compactMap { reached in
      guard let target = search.store.index(of: reached.words), next[target] != nil else {
        return nil
      }
      return (columns.column(of: reached), target)
    }
  }

  /// The changes of a step in this column and the best way on from there.
  private static func cost(of column: Int, then costs: Costs) -> UInt16 {
    let least = costs.min()!
    return costs[column] == least ? least : min(costs[column], least + 1)
  }

  private func path(along layers: [[StateIndex: Costs]]) -> Path {
    var state = layers[0].min { (($0.value.min()!), $0.key) < (($1.value.min()!), $1.key) }!.key
    var states = [state]
    var taken: [Int] = []
    for (layer, next) in zip(layers, layers.dropFirst()) {
      let costs = layer[state]!
      let column = best(of: costs, after: taken.last)
      let target = steps(from: search.store.state(at: state), into: next)
        .first {
          $0.column == column && Self.cost(of: column, then: next[$0.target]!) == costs[column]
        }!
        .target
      states.append(target)
      taken.append(column)
      state = target
    }
    return Path(states: states, columns: taken, search: search, replay: replay)
  }

  /// The column to go on in: the last one, unless another is better by more than the change.
  private func best(of costs: Costs, after last: Int?) -> Int {
    let least = costs.min()!
    if let last, costs[last] != .max, costs[last] <= least + 1 { return last }
    return costs.firstIndex(of: least)!
  }
}
