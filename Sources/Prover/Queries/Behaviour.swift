import Model
import Z3

/// What a solver chose: where a behaviour begins and which rules fire, for which arguments.
struct Behaviour {
  enum First {
    case start(StartStateIndex, arguments: [Int64])
    case assumed(State)
  }

  typealias Firing = (rule: RuleIndex, arguments: [Int64])

  let first: First
  var firings: [Firing]
}

extension Behaviour {
  /// What happens in a trace that begins with a start state or an assumed one.
  init(_ trace: Trace) {
    let first: First =
      switch trace.steps[0].action {
      case .start(let index): .start(index, arguments: trace.steps[0].arguments)
      default: .assumed(trace.steps[0].state!)
      }
    let firings = trace.steps.compactMap { step -> Firing? in
      if case .rule(let rule) = step.action { (rule, step.arguments) } else { nil }
    }
    self.init(first: first, firings: firings)
  }
}

extension Unrolling {
  /// The behaviour that an assignment describes, with this many firings.
  func behaviour(in assignment: Assignment, firings: Int) -> Behaviour {
    let picks = moments.prefix(firings).map { moment in
      let (number, arguments) = pick(of: moment.step, in: assignment)
      return (rule: RuleIndex(number), arguments: arguments)
    }
    return Behaviour(first: first(in: assignment), firings: Array(picks))
  }

  private func first(in assignment: Assignment) -> Behaviour.First {
    if let beginning {
      let (number, arguments) = pick(of: beginning, in: assignment)
      return .start(StartStateIndex(number), arguments: arguments)
    }
    return .assumed(state(in: assignment))
  }

  /// The first state that an assignment describes.
  func state(in assignment: Assignment) -> State {
    let cells = zip(encoder.system.layout.cells, moments[0].state).map { cell, symbolic in
      cell.value(ofRaw: assignment.unsigned(symbolic.raw) ?? 0)
    }
    return State(cells: cells)
  }

  private func pick(of selection: Selection, in assignment: Assignment) -> (Int, [Int64]) {
    let number = Int(assignment.value(of: .number(selection.selector)))
    let arguments = selection.options[number].arguments.map(assignment.value)
    return (number, arguments)
  }
}

extension Assignment {
  /// The number that a symbolic value has here; truth values are 0 and 1.
  func value(of value: Value) -> Int64 {
    switch value {
    case .truth(let term): return truth(term) == true ? 1 : 0
    case .number(let scalar):
      guard let bits = scalar.bits else { return Int64(scalar.offset) }
      return Int64(truncatingIfNeeded: scalar.offset + Int128(unsigned(bits) ?? 0))
    }
  }
}
