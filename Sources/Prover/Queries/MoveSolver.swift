import Model

/// One move, and everything that IC3 asks about it: a solver that knows this move alone.
///
/// A frame is asked about by turning on its switch and those of all later frames (the delta encoding
/// of Eén, Mishchenko and Brayton, 2011): a lemma is stated once, under the switch of the greatest
/// frame that has it.
final class MoveSolver {
  /// A state, the arguments of the move in it, and what the move breaks, if that was asked.
  struct Witness {
    let state: State
    let arguments: [Int64]
  }

  let move: Move
  /// When the move breaks each goal, from states that break none.
  private(set) var breaches: [(goal: Goal, condition: Literal)] = []
  /// The goals that are broken after the move where they are broken before it.
  private(set) var untouched: [Goal] = []

  /// The solver itself, for questions about other sets of states.
  let solver: GateSolver
  private let system: PropositionalSystem
  /// What is turned on to assume that cells are defined.
  private let areDefined: Literal
  private var switches: [Literal] = []
  private var property: Literal
  /// How many entries of the relation's log this solver has heard of.
  var entryCount = 0

  private var circuit: Circuit { system.circuit }

  init(_ move: Move, of system: PropositionalSystem) {
    self.move = move
    self.system = system
    solver = GateSolver(system.circuit)
    areDefined = solver.addSwitch()
    property = solver.addSwitch()
    solver.assert(anyOf: [system.isWellFormed])
    solver.assert(anyOf: [system.isAdmitted])
  }

  /// The solver's work so far.
  var effort: Int { solver.effort }

  // MARK: What is known

  /// States of every state that a cell is defined.
  func assumeDefined(_ cell: Int) {
    solver.assert(anyOf: [!isUndefined(system.state[cell])], where: areDefined)
  }

  /// Sets what is assumed of states in frames and what the move may break, and forgets all lemmas.
  func setProperty(_ goals: [(goal: Goal, condition: Literal)], failing claims: Set<ClaimIndex>) {
    property = solver.addSwitch()
    (switches, entryCount) = ([], 0)
    for goal in goals { solver.assert(anyOf: [!goal.condition], where: property) }
    let after = PropositionalSystem.replacing(
      system.state, by: move.next, in: goals.map(\.condition), circuit)
    var found: [(goal: Goal, condition: Literal)] = move.failures.filter {
      claims.contains($0.claim)
    }.map { (Goal(claim: $0.claim), $0.condition) }
    untouched = []
    for (goal, condition) in zip(goals, after) {
      if !move.isStart, condition == goal.condition {
        untouched.append(goal.goal)
        continue
      }
      found.append((goal.goal, circuit.all([move.succeeds, condition])))
    }
    breaches = []
    for (goal, condition) in found where condition != Circuit.no {
      if let place = breaches.firstIndex(where: { $0.goal == goal }) {
        breaches[place].condition = circuit.any([breaches[place].condition, condition])
      } else {
        breaches.append((goal, condition))
      }
    }
  }

  /// Excludes a cube from a frame and all before it.
  func exclude(_ cube: Cube, upTo level: Int) {
    solver.assert(
      anyOf: cube.literals.map { !gate(of: $0) }, where: isIn(level))
  }

  /// Forgets the lemmas that were stated for a frame.
  func renew(_ level: Int) {
    if level < switches.count { switches[level] = solver.addSwitch() }
  }

  /// The switch of a frame.
  private func isIn(_ level: Int) -> Literal {
    while switches.count <= level { switches.append(solver.addSwitch()) }
    return switches[level]
  }

  /// The switches that say that a state is in a frame.
  private func frame(_ level: Int, top: Int) -> [Literal] {
    if move.isStart { return [] }
    return [areDefined, property] + (level..<max(level, top + 1)).map(isIn)
  }

  // MARK: Questions

  /// Whether the move changes what a cube speaks of.
  func touches(_ cube: Cube) -> Bool { cube.literals.contains { move.next[$0.cell] != nil } }

  /// The atoms of a cube that keep the move from leading into it from a frame, from outside of it;
  /// nil when the move does, or the limit was reached.
  func obstacles(
    to cube: Cube, of atoms: [Atom], from level: Int, top: Int, limit: Int
  ) -> (answer: SatSolver.Answer, core: [Atom]) {
    let gates = atoms.map { $0.gate(over: bits(of: $0.cell), of: type(of: $0.cell), circuit) }
    if let place = gates.firstIndex(of: Circuit.no) { return (.unsatisfiable, [atoms[place]]) }
    // What the move does not change holds before it as well, so that something else must differ.
    let outside = cube.literals.filter { move.next[$0.cell] != nil }.map {
      !gate(of: $0)
    }
    let answer = solver.ask(
      [move.succeeds] + gates, switches: frame(level, top: top),
      anyOf: move.isStart ? nil : outside,
      limit: limit)
    return (answer, answer == .unsatisfiable ? core(atoms, gates) : [])
  }

  /// Whether the move breaks one of its goals from a frame.
  func breach(_ condition: Literal, of level: Int, top: Int, limit: Int) -> SatSolver.Answer {
    solver.ask([condition], switches: frame(level, top: top), limit: limit)
  }

  /// What the last answer describes.
  func witness() -> Witness {
    let contents = zip(system.system.layout.cells, system.state).map { cell, bits in
      cell.value(ofRaw: number(bits))
    }
    let arguments = move.arguments.map { argument in
      Int64(truncatingIfNeeded: argument.offset + Int128(number(argument.bits)))
    }
    return Witness(state: State(cells: contents), arguments: arguments)
  }

  /// Whether the move, where these atoms hold, can miss one of the aims; if not, which of the atoms
  /// suffice for that.
  func misses(
    _ aims: [Literal], where atoms: [Atom], arguments: [Int64], limit: Int
  ) -> (answer: SatSolver.Answer, core: [Atom]) {
    let given = zip(move.arguments, arguments).flatMap { argument, value in
      let raw = UInt64(truncatingIfNeeded: Int128(value) - argument.offset)
      return argument.bits.indices.map {
        raw >> UInt64($0) & 1 == 1 ? argument.bits[$0] : !argument.bits[$0]
      }
    }
    let gates = atoms.map { $0.gate(over: system.state[$0.cell], of: type(of: $0.cell), circuit) }
    let answer = solver.ask(
      gates + given, switches: [areDefined], anyOf: aims.map { !$0 }, limit: limit)
    return (answer, answer == .unsatisfiable ? core(atoms, gates) : [])
  }

  /// That the move succeeds and ends in a cube.
  func aims(at cube: Cube) -> [Literal] {
    [move.succeeds]
      + cube.literals.map {
        $0.gate(over: bits(of: $0.cell), of: type(of: $0.cell), circuit)
      }
  }

  /// Whether the move can leave one of these cells undefined when they are defined before it.
  func undefines(_ cell: Int, among cells: [Int], limit: Int) -> SatSolver.Answer {
    guard let next = move.next[cell] else { return .unsatisfiable }
    let before = move.isStart ? [] : cells.map { !isUndefined(system.state[$0]) }
    return solver.ask([move.succeeds, isUndefined(next)] + before, limit: limit)
  }

  private func isUndefined(_ bits: [Literal]) -> Literal { circuit.equal(bits, 0) }

  private func gate(of literal: Cube.Literal) -> Literal {
    literal.gate(over: system.state[literal.cell], of: type(of: literal.cell), circuit)
  }

  private func type(of cell: Int) -> ScalarType { system.system.layout.cells[cell].type }

  private func bits(of cell: Int) -> [Literal] { system.bits(of: cell, after: move) }

  private func number(_ bits: [Literal]) -> UInt64 {
    bits.indices.reduce(0) { solver.isTrue(bits[$1]) ? $0 | 1 << UInt64($1) : $0 }
  }

  private func core(_ atoms: [Atom], _ gates: [Literal]) -> [Atom] {
    let core = Set(solver.core)
    return zip(atoms, gates).filter { core.contains($0.1) }.map(\.0)
  }
}
