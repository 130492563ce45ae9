import Model

/// The initial states, where they are few enough to be listed: whether a cube has one of them is
/// asked more often than anything else, and then takes no solver.
struct Beginnings {
  /// Systems with more have the solver asked.
  private static let limit = 64

  let all: [(state: State, first: Behaviour.First)]

  /// Nil when there are too many, or one of them cannot be computed or judged.
  init?(of system: TransitionSystem) {
    let evaluator = Evaluator(system)
    var all: [(State, Behaviour.First)] = []
    for index in system.startStates.indices.map(StartStateIndex.init) {
      let choices = evaluator.arguments(of: system[index].parameters)
      if all.count + choices.count > Self.limit { return nil }
      for arguments in choices {
        switch evaluator.start(index, arguments: arguments) {
        case .reached(let state, _):
          guard let isAdmitted = try? evaluator.admits(state) else { return nil }
          if isAdmitted { all.append((state, .start(index, arguments: arguments))) }
        case .pruned: break
        case .failed: return nil
        }
      }
    }
    self.all = all
  }

  /// How to begin in a state of a cube.
  func first(in cube: Cube) -> Behaviour.First? {
    all.first { cube.contains($0.state) }?.first
  }

  /// Literals of a cube without initial states that keep it away from them.
  func reasons(against cube: Cube) -> Cube {
    var open = all.map(\.state)
    var literals: [Cube.Literal] = []
    for literal in cube.literals where !open.isEmpty {
      let rest = open.filter { literal.admits($0.cells[literal.cell]) }
      if rest.count < open.count { literals.append(literal) }
      open = rest
    }
    return Cube(literals)
  }
}
