/// A solver of questions about the gates of a circuit, which knows the clauses of those that it was
/// asked about.
final class GateSolver {
  private let circuit: Circuit
  private var solver = SatSolver()
  /// For each gate its literal, as far as it is known here.
  private var literals: [Literal?] = []
  /// What the assumptions of the last question stand for.
  private var asked: [Literal: Literal] = [:]

  init(_ circuit: Circuit) {
    self.circuit = circuit
    literals = [solver.addVariable(isDecision: false)]
    solver.add([literals[0]!])
  }

  /// The solver's work so far.
  var effort: Int { solver.propagations }

  /// States that one of these gates is true.
  func assert(anyOf gates: [Literal]) { solver.add(gates.map(literal)) }

  /// A literal of the solver's own, which is no gate: what is asserted under it holds where it is
  /// assumed.
  func addSwitch() -> Literal { solver.addVariable(isDecision: false) }

  /// States that one of these gates is true wherever a switch is on.
  func assert(anyOf gates: [Literal], where isOn: Literal) {
    solver.add([!isOn] + gates.map(literal))
  }

  /// Whether the gates can be true, with these switches on; perhaps with one of some other gates.
  ///
  /// - Parameter last: switches that are only turned on as far as it takes for an answer of no,
  ///   in this order.
  func ask(
    _ gates: [Literal], switches: [Literal] = [], anyOf some: [Literal]? = nil,
    last: [Literal] = [], limit: Int = .max
  ) -> SatSolver.Answer {
    var assumptions = switches
    let own = some.map { some in
      let own = solver.switchLiteral()
      assert(anyOf: some, where: own)
      return own
    }
    if let own { assumptions.append(own) }
    asked = [:]
    for gate in gates {
      let literal = literal(gate)
      asked[literal] = gate
      assumptions.append(literal)
    }
    let answer = solver.solve(assumptions + last, limit: limit)
    if let own { solver.release(own) }
    return answer
  }

  /// Of the gates that were asked about last and cannot be true together, some that cannot either.
  var core: [Literal] { solver.core.compactMap { asked[$0] } }

  /// Of the switches that were on then, those that it takes.
  func core(of switches: [Literal]) -> [Literal] {
    let core = Set(solver.core)
    return switches.filter(core.contains)
  }

  /// Whether a gate is true in the last answer; any value for one that has not been heard of.
  func isTrue(_ gate: Literal) -> Bool {
    guard gate.number < literals.count, let known = literals[gate.number] else { return false }
    return solver.isTrue(known) != gate.isNegated
  }

  private func literal(_ gate: Literal) -> Literal {
    if gate.number >= literals.count || literals[gate.number] == nil { load(gate.number) }
    let known = literals[gate.number]!
    return gate.isNegated ? !known : known
  }

  /// Adds the clauses of a gate and of all that it depends on.
  private func load(_ number: Int) {
    while literals.count < circuit.gates.count { literals.append(nil) }
    var pending = [number]
    while let next = pending.last {
      let known = pending.count
      circuit.forEachInput(of: next) {
        if literals[$0.number] == nil { pending.append($0.number) }
      }
      if pending.count > known { continue }
      if literals[next] == nil { define(next) }
      pending.removeLast()
    }
  }

  private func define(_ number: Int) {
    func own(_ gate: Literal) -> Literal {
      gate.isNegated ? !literals[gate.number]! : literals[gate.number]!
    }
    let gate = circuit.gates[number]
    let isInput = if case .input = gate { true } else { false }
    let output = solver.addVariable(isDecision: isInput)
    literals[number] = output
    switch gate {
    case .constant, .input: break
    case .and(let parts):
      for part in parts { solver.add(!output, own(part)) }
      solver.add([output] + parts.map { !own($0) })
    case .equal(let left, let right):
      let (left, right) = (own(left), own(right))
      solver.add(!output, !left, right)
      solver.add(!output, left, !right)
      solver.add(output, left, right)
      solver.add(output, !left, !right)
    case .choice(let condition, let yes, let no):
      let (condition, yes, no) = (own(condition), own(yes), own(no))
      solver.add(!condition, !yes, output)
      solver.add(!condition, yes, !output)
      solver.add(condition, !no, output)
      solver.add(condition, no, !output)
      solver.add(!yes, !no, output)
      solver.add(yes, no, !output)
    }
  }
}
