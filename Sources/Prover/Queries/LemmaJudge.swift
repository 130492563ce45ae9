import Model

/// One move from the states that satisfy an inductive invariant: which of its lemmas it takes for
/// the move to keep something.
final class LemmaJudge {
  private let move: Move
  private let system: PropositionalSystem
  private let lemmas: [Cube]
  private let solver: GateSolver
  private var switches: [Literal] = []

  /// - Parameter goals: what no state of the invariant does.
  init(_ move: Move, of system: PropositionalSystem, assuming goals: [Literal], _ lemmas: [Cube]) {
    self.move = move
    self.system = system
    self.lemmas = lemmas
    solver = GateSolver(system.circuit)
    for fact in [system.isWellFormed, system.isAdmitted] + goals.map({ !$0 }) {
      solver.assert(anyOf: [fact])
    }
    for lemma in lemmas {
      let isOn = solver.addSwitch()
      solver.assert(anyOf: gates(of: lemma) { system.state[$0] }.map { !$0 }, where: isOn)
      switches.append(isOn)
    }
  }

  /// The lemmas that keep a condition of the move from being true; nil when all together do not.
  ///
  /// - Parameter known: lemmas that are needed anyway, which are preferred.
  func lemmas(against condition: Literal, preferring known: Set<Int>) -> [Int]? {
    core([condition], known)
  }

  /// The lemmas that keep the move from breaking one of them; nil when all together do not.
  func lemmas(keeping number: Int, preferring known: Set<Int>) -> [Int]? {
    let lemma = lemmas[number]
    guard lemma.literals.contains(where: { move.next[$0.cell] != nil }) else { return [] }
    return core([move.succeeds] + gates(of: lemma) { system.bits(of: $0, after: move) }, known)
  }

  private func core(_ gates: [Literal], _ known: Set<Int>) -> [Int]? {
    let order = known.sorted() + switches.indices.filter { !known.contains($0) }
    guard solver.ask(gates, last: order.map { switches[$0] }) == .unsatisfiable else { return nil }
    let core = Set(solver.core(of: switches))
    return switches.indices.filter { core.contains(switches[$0]) }
  }

  private func gates(of cube: Cube, _ bits: (Int) -> [Literal]) -> [Literal] {
    cube.literals.map {
      $0.gate(over: bits($0.cell), of: system.system.layout.cells[$0.cell].type, system.circuit)
    }
  }
}
