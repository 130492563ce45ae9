import Model

/// Puts the moves of a system together to one circuit: the choice among them, what the latches hold
/// next, and what is bad.
struct Wiring {
  private let system: PropositionalSystem
  /// Whether a start state has been run.
  let started: Literal
  private(set) var model: AIGERText
  /// The bits of the number that is chosen, the lowest first.
  private let choice: [Literal]
  private let moves: [(number: Int, move: Move)]

  private var circuit: Circuit { system.circuit }

  init(_ system: PropositionalSystem) {
    self.system = system
    model = AIGERText(circuit: system.circuit)
    let options = max(system.starts.count, system.rules.count, 1)
    let width = Int.bitWidth - (options - 1).leadingZeroBitCount
    choice = (0..<width).map { _ in system.circuit.input() }
    started = system.circuit.input()
    moves =
      system.starts.enumerated().map { ($0.offset, $0.element) }
      + system.rules.enumerated().map { ($0.offset, $0.element) }
  }

  /// Makes the model, with a bad signal for each of these claims.
  mutating func connect(_ claims: [ClaimIndex]) {
    let selections = moves.map(selection)
    let firings = zip(selections, moves).map { circuit.all([$0, $1.move.succeeds]) }
    addLatches(firings)
    model.bad = claims.map { claim in
      AIGERText.Leaf(
        name: system.system[claim].name.onOneLine, literal: broken(claim, selections))
    }
    addInputs()
    model.comments = moves.map { "choice \($0.number): \(name(of: $0.move))" }
  }

  /// That a move is chosen, at a time for it.
  private func selection(_ number: Int, _ move: Move) -> Literal {
    circuit.all([move.isStart ? !started : started, circuit.equal(choice, UInt64(number))])
  }

  private mutating func addLatches(_ firings: [Literal]) {
    let names = CellNames.all(of: system.system)
    for (cell, bits) in system.state.enumerated() {
      let writers = moves.indices.filter { moves[$0].move.next[cell] != nil }
      let stays = !circuit.any(writers.map { firings[$0] })
      for (place, bit) in bits.enumerated() {
        let written = writers.map { writer in
          circuit.all([firings[writer], moves[writer].move.next[cell]![place]])
        }
        model.latches.append(AIGERText.Leaf(name: "\(names[cell]).\(place)", literal: bit))
        model.next.append(circuit.any(written + [circuit.all([stays, bit])]))
      }
    }
    model.latches.append(AIGERText.Leaf(name: "started", literal: started))
    let starts = zip(firings, moves).filter(\.1.move.isStart).map(\.0)
    model.next.append(circuit.any([started] + starts))
  }

  /// That a claim is broken, by the state or by making the choice.
  private func broken(_ claim: ClaimIndex, _ selections: [Literal]) -> Literal {
    let byState = system.wrong.filter { $0.claim == claim }.map {
      circuit.all([started, $0.condition])
    }
    let byMove = zip(selections, moves).flatMap { selection, choice in
      choice.move.failures.filter { $0.claim == claim }.map {
        circuit.all([selection, $0.condition])
      }
    }
    return circuit.any(byState + byMove)
  }

  // MARK: Inputs

  /// The choice, and the arguments of rules of which there are too many to be numbered.
  private mutating func addInputs() {
    model.inputs = choice.enumerated().map {
      AIGERText.Leaf(name: "choice.\($0.offset)", literal: $0.element)
    }
    var seen = Set((system.state.joined() + choice + [started]).map(\.number))
    for (_, move) in moves {
      let roots = [move.succeeds] + move.failures.map(\.condition) + move.next.values.joined()
      let own = circuit.cone(of: roots).filter {
        circuit.gates[$0] == .input && seen.insert($0).inserted
      }
      model.inputs += own.enumerated().map { place, number in
        AIGERText.Leaf(name: "\(name(of: move)), argument.\(place)", literal: Literal(number))
      }
    }
  }

  /// A start state or a rule with its arguments, as far as they are known.
  private func name(of move: Move) -> String {
    let (word, name, parameters) =
      switch move.action {
      case .start(let index):
        ("start", system.system[index].name, system.system[index].parameters)
      case .rule(let index):
        ("rule", system.system[index].name, system.system[index].parameters)
      }
    let arguments = zip(parameters, move.arguments).map { parameter, argument in
      guard argument.bits.isEmpty, let value = Int64(exactly: argument.offset) else { return "any" }
      if case .type(let type) = parameter.domain { return type.text(of: value) }
      return String(value)
    }
    return (["\(word) \"\(name)\""] + arguments).joined(separator: " ").onOneLine
  }
}
