import Model

/// An instance as it is looked at: what its states are like, what is counted in them, and who is
/// there.
struct View {
  let system: TransitionSystem
  private let evaluator: Evaluator
  private(set) var scopes: [Scope]
  private(set) var countings: [Counting]
  private(set) var presences: [Presence]

  init(
    _ system: TransitionSystem, sorts: [ScalarType], _ words: [[String]], _ defined: Set<Int>
  ) {
    self.system = system
    evaluator = Evaluator(system)
    let leaves = Leaf.leaves(of: system)
    func scope(_ variables: [Variable]) -> Scope {
      Scope(variables, system, leaves: leaves, defined: defined)
    }
    let ones = zip(sorts, words).map { Variable(name: $1[0], type: $0) }
    let others = zip(sorts, words).map { Variable(name: $1[1], type: $0) }
    let single = ones.map { scope([$0]) }
    let mixed = ones.indices.flatMap { first in
      ones.indices.filter { $0 > first }.map { scope([ones[first], ones[$0]]) }
    }
    let double = ones.indices.map { scope([ones[$0], others[$0]]) }
    let triple = ones.indices.flatMap { first in
      ones.indices.filter { $0 != first }
        .map { scope([ones[first], others[first], ones[$0]]) }
    }
    let outer = [scope([])] + single
    scopes = outer + mixed + double + triple
    let symbolic = system.symbolicConstants.compactMap { name in
      system.constants.first { $0.name == name }.map { (name: name, value: $0.value) }
    }
    let surroundings =
      [Surroundings(outer[0], single.filter { $0.isCountable })]
      + ones.indices.map { index in
        let inner = ones.indices.filter { $0 != index && sorts[$0].kind == .scalarset }
          .map { scope([ones[$0], ones[index]]) }
        return Surroundings(single[index], inner)
      }
    countings = surroundings.map { Counting($0, symbolic: symbolic) }
    presences = surroundings.map(Presence.init)
  }

  /// A state of this instance.
  func moment(_ state: State) -> Moment { Moment(state, in: evaluator) }

  mutating func add(_ states: [State], _ isOver: () -> Bool) {
    for moment in states.lazy.map(moment) {
      if isOver() { return }
      for index in scopes.indices { scopes[index].add(moment) }
      for index in countings.indices { countings[index].add(moment) }
      for index in presences.indices { presences[index].add(moment) }
    }
  }

  mutating func add(_ other: Self) {
    for index in scopes.indices { scopes[index].add(other.scopes[index]) }
    for index in countings.indices { countings[index].add(other.countings[index]) }
    for index in presences.indices { presences[index].add(other.presences[index]) }
  }

  mutating func relate() {
    for index in countings.indices { countings[index].relate() }
  }

  mutating func take(from other: Self) {
    for index in scopes.indices { scopes[index].add(other.scopes[index]) }
    for index in countings.indices { countings[index].take(other.countings[index]) }
    for index in presences.indices { presences[index].add(other.presences[index]) }
  }
}

extension Scope {
  fileprivate var isCountable: Bool { variables.allSatisfy { $0.type.kind == .scalarset } }
}
