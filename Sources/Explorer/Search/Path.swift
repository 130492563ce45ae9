import Model

/// A row of stored states, each a successor of the one before.
struct Path {
  let states: [StateIndex]
  /// The column of the action that leads to each state but the first, when it matters.
  let columns: [Int]?
  let search: Search
  let replay: Replay

  init(states: [StateIndex], columns: [Int]?, search: Search, replay: Replay) {
    self.states = states
    self.columns = columns
    self.search = search
    self.replay = replay
  }

  /// The steps, with actions and values.
  func steps(in system: TransitionSystem) -> [Trace.Step] {
    let columnsOf = Columns(system)
    var steps = [start(in: system)]
    for position in states.indices.dropFirst() {
      let target = words(of: states[position])
      let candidates = replay.successors(of: search.store.state(at: states[position - 1]))
        .filter { $0.words == target }
      let wanted = columns.map { $0[position - 1] }
      guard
        let reached = candidates.first(where: { reached in
          wanted.map { $0 == columnsOf.column(of: reached) } ?? true
        }), case .rule(let rule) = reached.action
      else { preconditionFailure("a state follows from its parent") }
      steps.append(
        Trace.Step(
          action: .rule(rule), arguments: reached.arguments,
          state: system.layout.unpack(target)))
    }
    return steps
  }

  private func start(in system: TransitionSystem) -> Trace.Step {
    let target = words(of: states[0])
    guard let reached = replay.starts().reached.first(where: { $0.words == target }),
      case .start(let start) = reached.action
    else { preconditionFailure("a state without parent is a start state") }
    return Trace.Step(
      action: .start(start), arguments: reached.arguments, state: system.layout.unpack(target))
  }

  private func words(of state: StateIndex) -> [UInt64] {
    search.store.state(at: state)
  }
}

extension Search {
  /// The states from a start state to this one, each the recorded parent of the next.
  func recordedPath(to state: StateIndex) -> [StateIndex] {
    var states = [state]
    var parent = store.parent(of: state)
    while parent != .none {
      states.append(parent)
      parent = store.parent(of: parent)
    }
    return states.reversed()
  }

  /// What a state is stored as: under symmetry the representative of its orbit, else itself.
  func representative(of words: [UInt64]) -> [UInt64] {
    symmetry?.makeCanonicalizer().canonical(words) ?? words
  }

  /// The words of a stored state.
  func words(of state: StateIndex) -> [UInt64] { store.state(at: state) }
}
