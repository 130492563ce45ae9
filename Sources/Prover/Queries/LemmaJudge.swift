import Model

/// One move from the states that satisfy an inductive invariant: which of its conjuncts it takes
/// for the move to keep something.
final class LemmaJudge {
  private let move: Move
  private let system: PropositionalSystem
  private let lemmas: [Cube]
  private let solver: GateSolver
  /// What is turned on to assume a claim, a lemma, and that conditions have values.
  private var claims: [(claim: ClaimIndex, isOn: Literal)] = []
  private var switches: [Literal] = []
  private let haveValues: Literal

  /// - Parameters:
  ///   - known: a solver that knows the move.
  ///   - goals: what no state of the invariant does.
  init(
    _ known: MoveSolver, of system: PropositionalSystem,
    assuming goals: [(goal: Goal, condition: Literal)], _ lemmas: [Cube]
  ) {
    move = known.move
    solver = known.solver
    self.system = system
    self.lemmas = lemmas
    haveValues = solver.addSwitch()
    for (goal, condition) in goals {
      if !goal.isEvaluation { claims.append((goal.claim, solver.addSwitch())) }
      solver.assert(
        anyOf: [!condition], where: goal.isEvaluation ? haveValues : claims[claims.count - 1].isOn)
    }
    for lemma in lemmas {
      let isOn = solver.addSwitch()
      solver.assert(anyOf: gates(of: lemma) { system.state[$0] }.map { !$0 }, where: isOn)
      switches.append(isOn)
    }
  }

  /// The rule of the move.
  var rule: RuleIndex {
    guard case .rule(let rule) = move.action else { preconditionFailure("only rules keep lemmas") }
    return rule
  }

  /// Whether a condition of the move can be true; if not, the conjuncts that keep it from that.
  ///
  /// - Parameter known: lemmas that are needed anyway, which are preferred, as claims are.
  func premises(against condition: Literal, preferring known: Set<Int>, limit: Int)
    -> (answer: SatSolver.Answer, core: Grounds.Premises)
  {
    premises(against: [condition], known, limit)
  }

  /// Whether the move can break a lemma; if not, the conjuncts that keep it from that.
  func premises(keeping number: Int, preferring known: Set<Int>, limit: Int)
    -> (answer: SatSolver.Answer, core: Grounds.Premises)
  {
    let lemma = lemmas[number]
    guard lemma.literals.contains(where: { move.next[$0.cell] != nil }) else {
      return (.unsatisfiable, Grounds.Premises(lemmas: [number]))
    }
    return premises(
      against: [move.succeeds] + gates(of: lemma) { system.bits(of: $0, after: move) }, known, limit
    )
  }

  private func premises(against gates: [Literal], _ known: Set<Int>, _ limit: Int)
    -> (answer: SatSolver.Answer, core: Grounds.Premises)
  {
    let order = known.sorted() + switches.indices.filter { !known.contains($0) }
    let last = claims.map(\.isOn) + order.map { switches[$0] }
    let answer = solver.ask(gates, switches: [haveValues], last: last, limit: limit)
    guard answer == .unsatisfiable else { return (answer, Grounds.Premises()) }
    let core = Set(solver.core(of: last))
    let premises = Grounds.Premises(
      claims: Set(claims.filter { core.contains($0.isOn) }.map(\.claim)),
      lemmas: Set(switches.indices.filter { core.contains(switches[$0]) }))
    return (answer, premises)
  }

  private func gates(of cube: Cube, _ bits: (Int) -> [Literal]) -> [Literal] {
    cube.literals.map {
      $0.gate(over: bits($0.cell), of: system.system.layout.cells[$0.cell].type, system.circuit)
    }
  }
}
