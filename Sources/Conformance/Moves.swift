import Model

/// A rule with its arguments, enabled in a state.
struct Move: Hashable {
  let rule: RuleIndex
  let name: String
  let arguments: [Int64]
  let from: State

  /// Whether it is a step of this process with these other arguments. A rule of a process has it
  /// as its first parameter.
  func isOf(process: Int64?, arguments others: [Int]) -> Bool {
    arguments == (process.map { [$0] } ?? []) + others.map(Int64.init)
  }

  /// As a person reads it: `folio_put(t=Task_1, f=Folio_2)`.
  func text(in system: TransitionSystem) -> String {
    let values = zip(system[rule].parameters, arguments).map { parameter, value in
      guard case .type(let type) = parameter.domain else { return "\(parameter.name)=\(value)" }
      return "\(parameter.name)=\(type.text(of: value))"
    }
    return values.isEmpty ? name : "\(name)(\(values.joined(separator: ", ")))"
  }
}

/// The steps of a specification, by its evaluator.
struct Moves {
  /// One cell of the state, by name.
  struct Cell {
    let name: String
    let type: ScalarType
  }

  let system: TransitionSystem
  let cells: [Cell]
  private let evaluator: Evaluator
  private let arguments: [[[Int64]]]
  // Many pairs have the same specified state: what it allows is evaluated once.
  private var enabledMoves: [State: [Move]] = [:]
  private var steps: [Move: Trace.Step] = [:]

  init(_ system: TransitionSystem) {
    self.system = system
    let evaluator = Evaluator(system)
    self.evaluator = evaluator
    arguments = system.rules.map { evaluator.arguments(of: $0.parameters) }
    cells = zip(system.cellPaths, system.layout.cells).map {
      Cell(name: $0.text(in: system), type: $1.type)
    }
  }

  /// The start states that do not fail.
  var starts: [Trace.Step] {
    system.startStates.indices.map(StartStateIndex.init).flatMap { index in
      evaluator.arguments(of: system[index].parameters).compactMap { arguments in
        guard case .reached(let state, _) = evaluator.start(index, arguments: arguments) else {
          return nil
        }
        return Trace.Step(action: .start(index), arguments: arguments, state: state)
      }
    }
  }

  /// Every rule instance whose guard is true. One whose guard fails is the specification's own
  /// violation, and no step.
  mutating func enabled(in state: State) -> [Move] {
    if let known = enabledMoves[state] { return known }
    let moves = system.rules.indices.flatMap { position -> [Move] in
      let rule = RuleIndex(position)
      return arguments[position].compactMap { arguments in
        guard (try? evaluator.isEnabled(rule, arguments: arguments, in: state)) == true else {
          return nil
        }
        return Move(
          rule: rule, name: system[rule].name, arguments: arguments, from: state)
      }
    }
    enabledMoves[state] = moves
    return moves
  }

  /// The step of a move; nil when an assumption prunes it, without a state when it fails.
  mutating func step(_ move: Move) -> Trace.Step? {
    if let known = steps[move] { return known }
    let step = fire(move)
    steps[move] = step
    return step
  }

  private func fire(_ move: Move) -> Trace.Step? {
    switch evaluator.fire(move.rule, arguments: move.arguments, in: move.from) {
    case .reached(let state, _):
      Trace.Step(action: .rule(move.rule), arguments: move.arguments, state: state)
    case .failed: Trace.Step(action: .rule(move.rule), arguments: move.arguments, state: nil)
    case .pruned: nil
    }
  }
}

/// Observations beside the state of the specification.
struct Comparison {
  private let observed: [String: Int64?]
  private let state: State
  private let cells: [Moves.Cell]

  init(_ observed: [String: Int64?], _ state: State, _ cells: [Moves.Cell]) {
    self.observed = observed
    self.state = state
    self.cells = cells
  }

  /// How many cells are on both sides.
  var count: Int { cells.count { observed[$0.name] != nil } }

  var differs: Bool {
    zip(cells, state.cells).contains { cell, value in
      guard let implemented = observed[cell.name] else { return false }
      return implemented != value
    }
  }

  /// Every cell that is on both sides, as text.
  var all: [ConformanceRecord.Observation] {
    zip(cells, state.cells).compactMap { cell, value in
      guard let implemented = observed[cell.name] else { return nil }
      return ConformanceRecord.Observation(
        name: cell.name, specified: value.map(cell.type.text) ?? "undefined",
        implemented: implemented.map(cell.type.text) ?? "undefined")
    }
  }
}
