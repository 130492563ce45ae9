import Model

/// The steps of a system as a solver for each move, and everything that IC3 asks about them.
///
/// Frame 0 is the moment before any start state: the moves from there are the start states, and
/// frame 1 holds the initial states at least. A question about a step is one about each move, and
/// those that change nothing that it speaks of are not asked.
final class Relation {
  /// A state, what is done in it, and what this breaks, if that is what was asked.
  struct Witness {
    let move: Int
    let state: State
    let arguments: [Int64]
    var goal: Goal?
  }

  /// The literals of a cube that suffice for an answer of no, or what speaks against it.
  enum Answer<Found> {
    case no(Cube)
    case yes(Found)
  }

  /// What solvers are told of frames, in order; each hears of it when it is asked next.
  private enum Entry {
    case exclude(Cube, upTo: Int)
    case renew(Int)
  }

  /// What a propagation takes, in nanoseconds, when work is counted.
  private static let propagationTime = 150

  /// After how many propagations limits are heard.
  private let slice: Int

  let system: PropositionalSystem
  /// The claims assumed in every frame, and to be kept by every move.
  private(set) var property: [ClaimIndex]
  /// The cells that are never undefined, whatever the property.
  private(set) var defined: [Int] = []
  private(set) var domains: Domains

  private let starts: [MoveSolver]
  let rules: [MoveSolver]
  /// The moves by rules, those first that led into a cube most recently.
  private var order: [Int]
  /// For each move how many of its goals are known not to be broken, while lemmas for the frame
  /// that was asked about last are only added.
  private var settledGoals: (level: Int, counts: [Int: Int]) = (0, [:])
  private let beginnings: Beginnings?
  /// What no reachable state may do for the property to hold, and when a state does it.
  private(set) var goals: [(goal: Goal, condition: Literal)] = []
  let limits: Limits
  private var log: [Entry] = []
  /// How often lemmas have spoken of each cell, later ones counting for more.
  private var usefulness: [Double]
  private var increment = 1.0
  private var questions = 0
  /// How many propagations have been told of.
  private var counted = 0

  init(
    _ system: PropositionalSystem, property: [ClaimIndex], limits: Limits, slice: Int = 2_000_000
  ) throws(Halt) {
    self.slice = slice
    self.system = system
    self.property = property
    self.limits = limits
    starts = system.starts.map { MoveSolver($0, of: system) }
    rules = system.rules.map { MoveSolver($0, of: system) }
    order = Array(rules.indices)
    usefulness = system.state.map { _ in 0 }
    beginnings = Beginnings(of: system.system)
    domains = Domains(of: system.system.layout)
    try setProperty()
    defined = try definedCells()
    domains = Domains(of: system.system.layout, defined: Set(defined))
    for solver in rules { defined.forEach(solver.assumeDefined) }
  }

  /// The work of all solvers so far, in propagations.
  var effort: Int { (starts + rules).reduce(0) { $0 + $1.effort } }

  /// Goes on without a claim; lemmas may depend on it, and are forgotten.
  func forget(_ claim: ClaimIndex) throws(Halt) {
    property.removeAll { $0 == claim }
    try forgetLemmas()
  }

  /// Forgets all lemmas.
  func forgetLemmas() throws(Halt) {
    log = []
    try setProperty()
  }

  /// Tells every solver of the property. Where circuits are large this takes long, so that limits are
  /// heard meanwhile.
  private func setProperty() throws(Halt) {
    settledGoals.counts = [:]
    goals =
      system.wrong.filter { property.contains($0.claim) }.map {
        (Goal(claim: $0.claim), $0.condition)
      }
      + system.evaluationFailures.filter {
        property.contains($0.claim) && !property.contains($0.broken)
      }.map { (Goal(claim: $0.claim, isEvaluation: true), $0.condition) }
    for solver in starts + rules {
      solver.setProperty(goals, failing: Set(property))
      try hearLimits()
    }
  }

  /// Excludes a cube from a frame and all before it.
  func exclude(_ cube: Cube, upTo level: Int) {
    log.append(.exclude(cube, upTo: level))
    for literal in cube.literals { usefulness[literal.cell] += increment }
    increment *= 1.01
    guard increment > 1e100 else { return }
    increment *= 1e-100
    for cell in usefulness.indices { usefulness[cell] *= 1e-100 }
  }

  /// Forgets the lemmas that were stated for a frame.
  func renew(_ level: Int) {
    log.append(.renew(level))
    settledGoals.counts = [:]
  }

  /// Literals about cells that lemmas have spoken of least, first.
  func lessUsefulFirst(_ literals: [Cube.Literal]) -> [Cube.Literal] {
    literals.indices.sorted {
      (usefulness[literals[$0].cell], $0) < (usefulness[literals[$1].cell], $1)
    }.map { literals[$0] }
  }

  /// The atoms of a cube, those about useful cells first: what a solver is told first it needs
  /// more often.
  private func atoms(of cube: Cube) -> [Atom] {
    let atoms = domains.atoms(of: cube)
    return atoms.indices.sorted {
      (-usefulness[atoms[$0].cell], $0) < (-usefulness[atoms[$1].cell], $1)
    }.map { atoms[$0] }
  }

  /// A solver that knows all lemmas.
  private func rule(_ number: Int) -> MoveSolver {
    let solver = rules[number]
    for entry in log[solver.entryCount...] {
      switch entry {
      case .exclude(let cube, let level): solver.exclude(cube, upTo: level)
      case .renew(let level): solver.renew(level)
      }
    }
    solver.entryCount = log.count
    return solver
  }

  // MARK: Questions

  /// Whether a cube has an initial state; if not, which literals keep it away from them.
  func initialState(in cube: Cube) throws(Halt) -> Answer<Behaviour.First> {
    if let beginnings {
      return beginnings.first(in: cube).map { .yes($0) } ?? .no(beginnings.reasons(against: cube))
    }
    let atoms = atoms(of: cube)
    var needed: Set<Atom> = []
    for solver in starts {
      let (answer, core) = try ask { limit in
        solver.obstacles(to: cube, of: atoms, from: 0, top: 0, limit: limit)
      }
      if answer == .satisfiable { return .yes(first(of: solver)) }
      needed.formUnion(core)
    }
    return .no(self.cube(of: atoms, needed))
  }

  private func first(of solver: MoveSolver) -> Behaviour.First {
    guard case .start(let index) = solver.move.action else {
      preconditionFailure("behaviours begin with start states")
    }
    return .start(index, arguments: solver.witness().arguments)
  }

  /// Whether a move leads from the frame before `level`, outside of a cube, into the cube, which
  /// has no initial state.
  func predecessor(of cube: Cube, at level: Int, top: Int) throws(Halt) -> Answer<Witness> {
    var settled: Set<Int> = []
    return try predecessor(of: cube, at: level, top: top, settled: &settled)
  }

  /// The same without the moves that are settled, to which it adds those that do not lead into the
  /// cube; as long as lemmas are only added, they never will.
  func predecessor(of cube: Cube, at level: Int, top: Int, settled: inout Set<Int>) throws(Halt)
    -> Answer<Witness>
  {
    if level == 1 { return .no(Cube([cube.literals[0]])) }
    let atoms = atoms(of: cube)
    var needed: Set<Atom> = []
    for (place, number) in order.enumerated()
    where !settled.contains(number) && rules[number].touches(cube) {
      let solver = rule(number)
      let (answer, core) = try ask { limit in
        solver.obstacles(to: cube, of: atoms, from: level - 1, top: top, limit: limit)
      }
      if answer == .satisfiable {
        order.remove(at: place)
        order.insert(number, at: 0)
        return .yes(witness(of: number))
      }
      needed.formUnion(core)
      settled.insert(number)
    }
    return .no(self.cube(of: atoms, needed))
  }

  /// How a behaviour begins that breaks the property before any rule fires.
  func initialBreach() throws(Halt) -> (Goal, Behaviour.First)? {
    for solver in starts {
      for (goal, condition) in solver.breaches {
        let (answer, _) = try ask { limit in
          (solver.breach(condition, of: 0, top: 0, limit: limit), [])
        }
        if answer == .satisfiable { return (goal, first(of: solver)) }
      }
    }
    return nil
  }

  /// A state of a frame from which a move breaks the property.
  func breach(of level: Int, top: Int) throws(Halt) -> Witness? {
    if settledGoals.level != level { settledGoals = (level, [:]) }
    for number in order {
      let known = settledGoals.counts[number, default: 0]
      if known == rules[number].breaches.count { continue }
      let solver = rule(number)
      for (goal, condition) in solver.breaches.dropFirst(known) {
        let (answer, _) = try ask { limit in
          (solver.breach(condition, of: level, top: top, limit: limit), [])
        }
        if answer == .satisfiable {
          var witness = witness(of: number)
          witness.goal = goal
          return witness
        }
        settledGoals.counts[number, default: 0] += 1
      }
    }
    return nil
  }

  /// States that do the same as a witness, for the same reason: the same move with the same
  /// arguments breaks its goal, or leads into the target.
  func lift(_ witness: Witness, to target: Cube?) throws(Halt) -> Cube {
    let solver = rules[witness.move]
    let aims =
      target.map(solver.aims)
      ?? solver.breaches.filter { $0.goal == witness.goal }.map(\.condition)
    let all = atoms(of: domains.cube(of: witness.state))
    var atoms = all
    while true {
      let (answer, core) = try ask { limit in
        solver.misses(aims, where: atoms, arguments: witness.arguments, limit: limit)
      }
      guard answer == .unsatisfiable else {
        throw .failed(.disagreement("a step does not lead where the solver says it does"))
      }
      if core.count == atoms.count { return cube(of: all, Set(core)) }
      // In the other order, the solver may need others.
      atoms = core.reversed()
    }
  }

  /// The firing of a rule that a witness is about.
  func firing(of witness: Witness) -> Behaviour.Firing {
    guard case .rule(let rule) = rules[witness.move].move.action else {
      preconditionFailure("only rules fire")
    }
    return (rule: rule, arguments: witness.arguments)
  }

  private func witness(of number: Int) -> Witness {
    let witness = rules[number].witness()
    return Witness(move: number, state: witness.state, arguments: witness.arguments)
  }

  private func cube(of atoms: [Atom], _ needed: Set<Atom>) -> Cube {
    // Where nothing at all is possible none is needed, but a lemma says something.
    domains.cube(ofUnordered: needed.isEmpty ? Array(atoms.prefix(1)) : Array(needed))
  }

  /// Asks in slices, so that limits are heard between them.
  func ask<Core>(_ question: (Int) -> (SatSolver.Answer, Core)) throws(Halt)
    -> (SatSolver.Answer, Core)
  {
    while true {
      questions += 1
      if questions % 32 == 0 { try hearLimits() }
      let answer = question(slice)
      if answer.0 != .unknown { return answer }
      questions |= 31
    }
  }

  private func hearLimits() throws(Halt) {
    limits.onWork(Self.propagationTime * (effort - counted))
    counted = effort
    if let limit = limits.interruption() { throw .gaveUp(.limit(limit)) }
  }

  // MARK: What always holds

  /// The cells that hold a value in every initial state and keep doing so, together.
  private func definedCells() throws(Halt) -> [Int] {
    var cells = Array(system.state.indices)
    var isStable = false
    while !isStable {
      isStable = true
      for cell in cells {
        for solver in starts + rules {
          let (answer, _) = try ask { limit in
            (solver.undefines(cell, among: cells, limit: limit), [])
          }
          if answer == .unsatisfiable { continue }
          cells.removeAll { $0 == cell }
          isStable = false
          break
        }
      }
    }
    return cells
  }
}
