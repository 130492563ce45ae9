import Model

/// Shortest paths over representatives, with the fewest changes of column where that can be
/// afforded.
///
/// A column is a member of a scalarset as a rule, and renamed with it. What a change of column is
/// does not depend on names, so it is enough to know, for each representative on a shortest path
/// and each member that may have acted last, the fewest changes up to there.
struct SymmetricPath {
  /// A representative, and what was fired in the one before it.
  struct Step {
    let state: StateIndex
    /// Nil at the start.
    let reached: Recorder.Reached?
  }

  /// A representative with the column that acted last, -1 at the start.
  private struct Node: Hashable {
    let state: StateIndex
    let column: Int
  }

  /// The best way to a node.
  private struct Way {
    let changes: Int
    let from: Node?
    let reached: Recorder.Reached?
  }

  private let search: Search
  private let symmetry: Symmetry
  private let program: Program
  private let replay: Replay
  private let columns: Columns
  private let canonicalizer: Canonicalizer
  /// The most entries that the sweep may keep.
  private static let entryLimit = 500_000

  init(_ search: Search, _ symmetry: Symmetry, _ program: Program) {
    self.search = search
    self.symmetry = symmetry
    self.program = program
    replay = Replay(program)
    columns = Columns(search.system)
    canonicalizer = symmetry.makeCanonicalizer()
  }

  /// The path by recorded parents.
  func recorded(to target: StateIndex) -> [Step] {
    let states = search.recordedPath(to: target)
    var steps = [Step(state: states[0], reached: nil)]
    for (state, next) in zip(states, states.dropFirst()) {
      let words = search.words(of: next)
      let reached = replay.successors(of: search.store.state(at: state)).first {
        canonicalizer.canonical($0.words) == words
      }
      guard let reached else { preconditionFailure("a state follows from its parent") }
      steps.append(Step(state: next, reached: reached))
    }
    return steps
  }

  /// A path with the fewest changes of column; nil when there are no columns, or too many states
  /// to look at.
  func best(to target: StateIndex) -> [Step]? {
    let depth = search.depth(of: target)
    guard columns.count > 2, depth > 1,
      search.levels[depth].reduce(0, +) <= search.options.rearrangementLimit,
      let layers = layers(before: target, depth)
    else { return nil }
    var ways: [[Node: Way]] = [
      Dictionary(
        uniqueKeysWithValues: layers[0].map {
          (Node(state: $0, column: -1), Way(changes: 0, from: nil, reached: nil))
        })
    ]
    var entries = 0
    for layer in layers.dropFirst() {
      guard search.limits.interruption() == nil, entries < Self.entryLimit else { return nil }
      ways.append(step(from: ways[ways.count - 1], into: layer))
      entries += ways[ways.count - 1].count
    }
    return path(along: ways)
  }

  /// For each level the states on some shortest path to the target.
  private func layers(before target: StateIndex, _ depth: Int) -> [Set<StateIndex>]? {
    var layers: [Set<StateIndex>] = [[target]]
    var entries = 0
    let expander = search.makeExpander()
    for level in (0..<depth).reversed() {
      guard search.limits.interruption() == nil, entries < Self.entryLimit else { return nil }
      var layer: Set<StateIndex> = []
      for shard in 0..<StateIndex.shardCount {
        for position in search.levels[level][shard]..<search.levels[level + 1][shard] {
          let state = StateIndex(shard: shard, position: position)
          if leads(state, into: layers[layers.count - 1], expander) { layer.insert(state) }
        }
      }
      entries += layer.count
      layers.append(layer)
    }
    return layers.reversed()
  }

  private func leads(_ state: StateIndex, into next: Set<StateIndex>, _ expander: any Expander)
    -> Bool
  {
    expander.expand(search.store.state(at: state), marksAntecedents: false)
    return (0..<expander.output.count).contains { successor in
      search.store.index(of: expander.output.state(at: successor)).map(next.contains) ?? false
    }
  }

  private func step(from nodes: [Node: Way], into layer: Set<StateIndex>) -> [Node: Way] {
    var ways: [Node: Way] = [:]
    let order = nodes.sorted {
      ($0.value.changes, $0.key.state, $0.key.column)
        < ($1.value.changes, $1.key.state, $1.key.column)
    }
    for (node, way) in order {
      for reached in replay.successors(of: search.store.state(at: node.state)) {
        let words = canonicalizer.canonical(reached.words)
        guard let state = search.store.index(of: words), layer.contains(state) else { continue }
        let column = columns.column(of: reached)
        let changes = way.changes + (node.column == -1 || node.column == column ? 0 : 1)
        let next = Node(state: state, column: renamed(column))
        if let known = ways[next], known.changes <= changes { continue }
        ways[next] = Way(changes: changes, from: node, reached: reached)
      }
    }
    return ways
  }

  /// A column as the representative found last names it.
  private func renamed(_ column: Int) -> Int {
    guard column > 0, let type = columns.type else { return column }
    let value = type.lower + Int64(column - 1)
    let renaming = Array(canonicalizer.chosen)
    return Int(symmetry.tables.scalarsets.image(of: value, type, under: renaming) - type.lower) + 1
  }

  private func path(along ways: [[Node: Way]]) -> [Step]? {
    let last = ways[ways.count - 1].min {
      ($0.value.changes, $0.key.state, $0.key.column)
        < ($1.value.changes, $1.key.state, $1.key.column)
    }
    guard var node = last?.key else { return nil }
    var steps: [Step] = []
    for layer in ways.reversed() {
      guard let way = layer[node] else { return nil }
      steps.append(Step(state: node.state, reached: way.reached))
      if let from = way.from { node = from }
    }
    return steps.reversed()
  }
}
