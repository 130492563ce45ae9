/// A solver for propositional clauses: conflict-driven clause learning with two watched literals,
/// in the manner of MiniSat (Eén and Sörensson, 2003).
///
/// It answers many small questions about almost the same clauses, under assumptions, which is what
/// IC3 asks. Z3 answers them as well, but takes a millisecond where this takes a few microseconds.
/// Everything that it says is checked by others: traces are replayed, proofs are certified.
/// Deterministic; effort is counted in propagations and conflicts.
struct SatSolver: ~Copyable {
  enum Answer {
    case satisfiable
    case unsatisfiable
    /// The limit was reached.
    case unknown
  }

  struct Watch: BitwiseCopyable {
    /// Where the clause is; of one of two literals the complement, as there is no need to look.
    let clause: Int32
    /// A literal of the clause: where it is true, the clause need not be looked at.
    let blocker: Int32
  }

  /// How many literals the solver has made true by propagation.
  var propagations = 0
  /// The assumptions that cannot hold together, after an answer of `unsatisfiable`.
  var core: [Literal] = []

  /// Clauses one after the other: twice the size and 1 if it was learned, the conflict that it was
  /// last of use in, and the literals.
  var arena = Buffer<Int32>(capacity: 256)
  var clauses = Buffer<Int32>()
  var learned = Buffer<Int32>()
  /// For each literal the clauses that watch it.
  var watches = Buffer<Buffer<Watch>>()
  /// For each literal 1 when it is true, -1 when it is false, 0 when it is open.
  var values = Buffer<Int8>()
  var model = Buffer<Int8>()
  /// For each variable the clause that made it true, or -1.
  var reasons = Buffer<Int32>()
  var levels = Buffer<Int32>()
  var phases = Buffer<Int8>()
  var seen = Buffer<Bool>()
  var isDecision = Buffer<Bool>()
  var trail = Buffer<Int32>()
  var head = 0
  var levelStarts: [Int] = []
  /// The assumptions of the last question, each with a level of its own: what follows from those that
  /// the next question begins with as well is still assigned then.
  private var assumed: [Literal] = []
  var order = VariableHeap()
  var conflicts = 0
  var mostLearned = 2_000
  var released: [Int] = []
  var spare: [Int] = []
  /// A clause that is being put together.
  var staged = Buffer<Int32>()
  /// Whether the clauses cannot hold together at all.
  var isContradiction = false

  deinit {
    arena.free()
    clauses.free()
    learned.free()
    for index in 0..<watches.count { watches[index].free() }
    watches.free()
    values.free()
    model.free()
    reasons.free()
    levels.free()
    phases.free()
    seen.free()
    isDecision.free()
    trail.free()
    order.free()
    staged.free()
  }

  var level: Int { levelStarts.count }

  // MARK: Clauses

  /// A new variable.
  ///
  /// - Parameter isDecision: whether it may be guessed; one that follows from others need not.
  mutating func addVariable(isDecision: Bool) -> Literal {
    let variable = reasons.count
    watches.append(Buffer())
    watches.append(Buffer())
    values.append(0)
    values.append(0)
    model.append(0)
    reasons.append(-1)
    levels.append(0)
    phases.append(-1)
    seen.append(false)
    self.isDecision.append(isDecision)
    order.addVariable()
    if isDecision { order.insert(variable) }
    return Literal(variable)
  }

  /// Adds a clause for good.
  mutating func add(_ literals: [Literal]) {
    for literal in literals { staged.append(literal.code) }
    addStaged()
  }

  /// Adds a clause of two literals for good.
  mutating func add(_ first: Literal, _ second: Literal) {
    staged.append(first.code)
    staged.append(second.code)
    addStaged()
  }

  /// Adds a clause of three literals for good.
  mutating func add(_ first: Literal, _ second: Literal, _ third: Literal) {
    staged.append(third.code)
    add(first, second)
  }

  /// Adds the clause that has been put together, without what is false for good or said twice.
  private mutating func addStaged() {
    defer { staged.shrink(to: 0) }
    if isContradiction { return }
    var clause = UnsafeMutableBufferPointer(start: staged.start, count: staged.count)
    clause.sort()
    var count = 0
    for literal in clause {
      if values[Int(literal)] != 0, levels[Int(literal >> 1)] == 0 {
        if values[Int(literal)] == 1 { return }
        continue
      }
      if count > 0, clause[count - 1] == literal { continue }
      if count > 0, clause[count - 1] == literal ^ 1 { return }
      clause[count] = literal
      count += 1
    }
    switch count {
    case 0: isContradiction = true
    case 1:
      cancel(to: 0)
      assign(clause[0], because: -1)
      if propagate() >= 0 { isContradiction = true }
    default: addAmidst(UnsafeMutableBufferPointer(rebasing: clause[..<count]))
    }
  }

  /// Adds a clause of several literals while assumptions hold: goes back to where it is not broken,
  /// and draws the conclusion where only one of its literals is left.
  private mutating func addAmidst(_ clause: UnsafeMutableBufferPointer<Int32>) {
    // Those are watched that became false last, or have not.
    for place in 0..<2 {
      for other in (place + 1)..<clause.count
      where levelOfFalsity(clause[other]) > levelOfFalsity(clause[place]) {
        clause.swapAt(place, other)
      }
    }
    let (first, second) = (clause[0], clause[1])
    if values[Int(second)] == -1 {
      let last = levelOfFalsity(second)
      cancel(to: levelOfFalsity(first) == last ? last - 1 : last)
    }
    let reference = attach(clause, isLearned: false)
    clauses.append(reference)
    if values[Int(second)] == -1, values[Int(first)] == 0 { assign(first, because: reference) }
  }

  /// Up to which level a literal is not false.
  private func levelOfFalsity(_ literal: Int32) -> Int {
    values[Int(literal)] == -1 ? Int(levels[Int(literal >> 1)]) : .max
  }

  /// A literal under which clauses hold until it is released.
  mutating func switchLiteral() -> Literal {
    if let variable = spare.popLast() { return Literal(variable) }
    return addVariable(isDecision: false)
  }

  /// Gives up a literal of `switchLiteral`, which is not assumed any more, and the clauses that were
  /// added with its negation.
  mutating func release(_ literal: Literal) { released.append(literal.number) }

  mutating func attach(_ literals: some Collection<Int32>, isLearned: Bool) -> Int32 {
    let clause = Int32(arena.count)
    arena.append(Int32(literals.count) << 1 | (isLearned ? 1 : 0))
    arena.append(Int32(truncatingIfNeeded: conflicts))
    for literal in literals { arena.append(literal) }
    watch(clause)
    return clause
  }

  private func watch(_ clause: Int32) {
    let first = arena[Int(clause) + 2]
    let second = arena[Int(clause) + 3]
    let isPair = arena[Int(clause)] >> 1 == 2
    let reference = isPair ? ~clause : clause
    watches.append(Watch(clause: reference, blocker: second), to: Int(first))
    watches.append(Watch(clause: reference, blocker: first), to: Int(second))
  }

  // MARK: Questions

  /// Whether the clauses and assumptions can hold together.
  ///
  /// - Parameter limit: after about how many propagations to give up; not before something has been
  ///   learned, so that asking again leads on.
  mutating func solve(_ assumptions: [Literal], limit: Int = .max) -> Answer {
    core = []
    if released.count > 300 || learned.count > mostLearned { tidy() }
    cancel(to: zip(assumed, assumptions).prefix(level).prefix(while: ==).count)
    assumed = assumptions
    let last = limit == .max ? .max : propagations + limit
    var restarts = 0
    while !isContradiction {
      let pause = conflicts + 100 * Self.luby(restarts)
      let answer = search(assumptions, until: pause, last)
      cancel(to: assumptions.count)
      if let answer { return answer }
      if propagations >= last { return .unknown }
      restarts += 1
      if learned.count > mostLearned { tidy() }
    }
    return .unsatisfiable
  }

  /// Whether a literal is true in the last answer of `satisfiable`.
  func isTrue(_ literal: Literal) -> Bool {
    (model[literal.number] > 0) != literal.isNegated
  }

  private static func luby(_ index: Int) -> Int {
    var size = 1
    var sequence = 0
    while size < index + 1 {
      sequence += 1
      size = 2 * size + 1
    }
    var index = index
    while size - 1 != index {
      size = (size - 1) >> 1
      sequence -= 1
      index %= size
    }
    return 1 << sequence
  }

  /// - Parameters:
  ///   - pause: the conflict to stop at.
  ///   - last: the propagation to stop after.
  private mutating func search(_ assumptions: [Literal], until pause: Int, _ last: Int) -> Answer? {
    while true {
      let conflict = propagate()
      if conflict >= 0 {
        conflicts += 1
        if level == 0 {
          isContradiction = true
          return .unsatisfiable
        }
        learn(from: conflict)
        order.decay()
        if propagations >= last { return nil }
        continue
      }
      if conflicts >= pause { return nil }
      var decision: Int32 = -1
      while level < assumptions.count {
        let assumption = assumptions[level]
        switch values[Int(assumption.code)] {
        case 1: levelStarts.append(trail.count)
        case -1:
          findCore(of: assumption)
          return .unsatisfiable
        default: decision = assumption.code
        }
        if decision >= 0 { break }
      }
      if decision < 0 {
        guard let choice = choose() else {
          for variable in 0..<reasons.count { model[variable] = values[2 * variable] }
          return .satisfiable
        }
        decision = choice
      }
      levelStarts.append(trail.count)
      assign(decision, because: -1)
    }
  }

  private mutating func choose() -> Int32? {
    while !order.isEmpty {
      let variable = order.popMostActive()
      if values[2 * variable] == 0 {
        return Int32(2 * variable + (phases[variable] < 0 ? 1 : 0))
      }
    }
    return nil
  }
}
