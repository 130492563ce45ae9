import Model

/// A rule with its arguments.
struct Move: Hashable {
  let rule: RuleIndex
  let name: String
  let arguments: [Int64]

  /// As a person reads it: `folio_put(t=Task_1, f=Folio_2)`.
  func text(in system: TransitionSystem) -> String {
    let values = zip(system[rule].parameters, arguments).map { parameter, value in
      guard case .type(let type) = parameter.domain else { return "\(parameter.name)=\(value)" }
      return "\(parameter.name)=\(type.text(of: value))"
    }
    return values.isEmpty ? name : "\(name)(\(values.joined(separator: ", ")))"
  }
}

/// The states and steps of a specification, by its evaluator: states and moves are known by their
/// numbers.
struct Moves {
  /// One cell of the state, by name.
  struct Cell {
    let name: String
    let type: ScalarType
  }

  let system: TransitionSystem
  let cells: [Cell]
  /// Every rule instance.
  let all: [Move]
  private let evaluator: Evaluator
  private var states: [State] = []
  private var numbers: [State: Int] = [:]
  /// One for each move.
  private var guards: [Guard]

  init(_ system: TransitionSystem) {
    self.system = system
    let evaluator = Evaluator(system)
    self.evaluator = evaluator
    all = system.rules.indices.flatMap { position in
      evaluator.arguments(of: system.rules[position].parameters).map {
        Move(rule: RuleIndex(position), name: system.rules[position].name, arguments: $0)
      }
    }
    cells = zip(system.cellPaths, system.layout.cells).map {
      Cell(name: $0.text(in: system), type: $1.type)
    }
    guards = Array(repeating: Guard(), count: all.count)
  }

  /// How the specification starts.
  struct Start {
    let index: StartStateIndex
    let arguments: [Int64]
    let state: State

    var traced: Trace.Step {
      Trace.Step(action: .start(index), arguments: arguments, state: state)
    }
  }

  /// The start states that do not fail, each once, with the first arguments that lead to it.
  var starts: [Start] {
    var states: Set<State> = []
    return system.startStates.indices.map(StartStateIndex.init).flatMap { index in
      evaluator.arguments(of: system[index].parameters).compactMap { arguments in
        guard case .reached(let state, _) = evaluator.start(index, arguments: arguments),
          states.insert(state).inserted
        else { return nil }
        return Start(index: index, arguments: arguments, state: state)
      }
    }
  }

  /// The state with a number.
  subscript(number: Int) -> State { states[number] }

  mutating func number(of state: State) -> Int {
    if let known = numbers[state] { return known }
    states.append(state)
    numbers[state] = states.count - 1
    return states.count - 1
  }

  /// Every move whose guard is true. One whose guard fails is the specification's own violation,
  /// and no step.
  mutating func enabled(in number: Int) -> [Int] {
    let state = states[number]
    return all.indices.filter { move in
      if let known = guards[move].isTrue(in: state) { return known }
      let reads = ReadLog()
      let isEnabled =
        (try? evaluator.isEnabled(
          all[move].rule, arguments: all[move].arguments, in: state, noting: reads)) == true
      guards[move].learn(isEnabled, in: state, reads.cells)
      return isEnabled
    }
  }

  /// Where a move leads; nil when it fails or an assumption prunes it.
  mutating func state(after move: Int, in number: Int) -> Int? {
    let result = evaluator.fire(all[move].rule, arguments: all[move].arguments, in: states[number])
    guard case .reached(let state, _) = result else { return nil }
    return self.number(of: state)
  }
}
