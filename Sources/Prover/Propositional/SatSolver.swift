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
  private(set) var propagations = 0
  /// The assumptions that cannot hold together, after an answer of `unsatisfiable`.
  private(set) var core: [Literal] = []

  /// Clauses one after the other: twice the size and 1 if it was learned, the conflict that it was
  /// last of use in, and the literals.
  private var arena = Buffer<Int32>(capacity: 256)
  private var clauses = Buffer<Int32>()
  private var learned = Buffer<Int32>()
  /// For each literal the clauses that watch it.
  private var watches = Buffer<Buffer<Watch>>()
  /// For each literal 1 when it is true, -1 when it is false, 0 when it is open.
  private var values = Buffer<Int8>()
  private var model = Buffer<Int8>()
  /// For each variable the clause that made it true, or -1.
  private var reasons = Buffer<Int32>()
  private var levels = Buffer<Int32>()
  private var phases = Buffer<Int8>()
  private var seen = Buffer<Bool>()
  private var isDecision = Buffer<Bool>()
  private var trail = Buffer<Int32>()
  private var head = 0
  private var levelStarts: [Int] = []
  private var order = VariableHeap()
  private var conflicts = 0
  private var mostLearned = 2_000
  private var released: [Int] = []
  private var spare: [Int] = []
  /// A clause that is being put together.
  private var staged = Buffer<Int32>()
  /// Whether the clauses cannot hold together at all.
  private var isContradiction = false

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

  private var level: Int { levelStarts.count }

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

  /// Adds the clause that has been put together, without what is false or said twice.
  private mutating func addStaged() {
    defer { staged.shrink(to: 0) }
    if isContradiction { return }
    var clause = UnsafeMutableBufferPointer(start: staged.start, count: staged.count)
    clause.sort()
    var count = 0
    for literal in clause {
      switch values[Int(literal)] {
      case 1: return
      case -1: continue
      default: break
      }
      if count > 0, clause[count - 1] == literal { continue }
      if count > 0, clause[count - 1] == literal ^ 1 { return }
      clause[count] = literal
      count += 1
    }
    switch count {
    case 0: isContradiction = true
    case 1:
      assign(clause[0], because: -1)
      if propagate() >= 0 { isContradiction = true }
    default: clauses.append(attach(clause[..<count], isLearned: false))
    }
  }

  /// A literal under which clauses hold until it is released.
  mutating func switchLiteral() -> Literal {
    if let variable = spare.popLast() { return Literal(variable) }
    return addVariable(isDecision: false)
  }

  /// Gives up a literal of `switchLiteral`, and the clauses that were added with its negation.
  mutating func release(_ literal: Literal) {
    add([!literal])
    released.append(literal.number)
  }

  private mutating func attach(_ literals: some Collection<Int32>, isLearned: Bool) -> Int32 {
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
    if isContradiction { return .unsatisfiable }
    if released.count > 300 || learned.count > mostLearned { tidy() }
    let last = limit == .max ? .max : propagations + limit
    var restarts = 0
    while true {
      let pause = conflicts + 100 * Self.luby(restarts)
      if let answer = search(assumptions, until: pause, last) {
        cancel(to: 0)
        return answer
      }
      cancel(to: 0)
      if propagations >= last { return .unknown }
      restarts += 1
      if learned.count > mostLearned { tidy() }
    }
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

  // MARK: Propagation

  private mutating func assign(_ code: Int32, because reason: Int32) {
    let code = Int(code)
    values[code] = 1
    values[code ^ 1] = -1
    let variable = code >> 1
    reasons[variable] = reason
    levels[variable] = Int32(level)
    trail.append(Int32(code))
  }

  /// Draws conclusions; gives a clause that is false, or -1.
  private mutating func propagate() -> Int32 {
    var conflict: Int32 = -1
    while head < trail.count, conflict < 0 {
      let falsified = trail[head] ^ 1
      head += 1
      propagations += 1
      conflict = visitWatches(of: falsified)
    }
    if conflict >= 0 { head = trail.count }
    return conflict
  }

  private mutating func visitWatches(of falsified: Int32) -> Int32 {
    let row = watches[Int(falsified)]
    let (count, start) = (row.count, row.start)
    var (from, to) = (0, 0)
    var conflict: Int32 = -1
    while from < count {
      let watch = start[from]
      from += 1
      if values[Int(watch.blocker)] == 1 {
        start[to] = watch
        to += 1
        continue
      }
      if watch.clause < 0 {
        start[to] = watch
        to += 1
        if values[Int(watch.blocker)] == 0 {
          assign(watch.blocker, because: ~watch.clause)
          continue
        }
        conflict = ~watch.clause
        break
      }
      let literals = arena.start + Int(watch.clause) + 2
      if literals[0] == falsified {
        literals[0] = literals[1]
        literals[1] = falsified
      }
      let first = literals[0]
      let kept = Watch(clause: watch.clause, blocker: first)
      if values[Int(first)] == 1 {
        start[to] = kept
        to += 1
        continue
      }
      let size = Int(literals[-2] >> 1)
      var next = 2
      while next < size, values[Int(literals[next])] == -1 { next += 1 }
      if next < size {
        literals[1] = literals[next]
        literals[next] = falsified
        watches.append(kept, to: Int(literals[1]))
        continue
      }
      start[to] = kept
      to += 1
      if values[Int(first)] == -1 {
        conflict = watch.clause
        break
      }
      assign(first, because: watch.clause)
    }
    while from < count {
      start[to] = start[from]
      to += 1
      from += 1
    }
    watches.start[Int(falsified)].shrink(to: to)
    return conflict
  }

  private mutating func cancel(to target: Int) {
    guard level > target else { return }
    let start = levelStarts[target]
    while trail.count > start {
      let code = Int(trail.removeLast())
      values[code] = 0
      values[code ^ 1] = 0
      let variable = code >> 1
      phases[variable] = code & 1 == 0 ? 1 : -1
      if isDecision[variable] { order.insert(variable) }
    }
    levelStarts.removeLast(level - target)
    head = start
  }
}

// Learning from conflicts.
extension SatSolver {
  /// Adds the clause of the first unique implication point and jumps back.
  private mutating func learn(from conflict: Int32) {
    var clause: [Int32] = [0]
    var (reason, open, place) = (conflict, 0, trail.count)
    var pivot: Int32 = -1
    repeat {
      use(reason)
      for literal in literals(of: reason) where literal != pivot {
        let variable = Int(literal >> 1)
        if seen[variable] || levels[variable] == 0 { continue }
        seen[variable] = true
        order.bump(variable)
        if Int(levels[variable]) == level { open += 1 } else { clause.append(literal) }
      }
      repeat { place -= 1 } while !seen[Int(trail[place] >> 1)]
      pivot = trail[place]
      reason = reasons[Int(pivot >> 1)]
      seen[Int(pivot >> 1)] = false
      open -= 1
    } while open > 0
    clause[0] = pivot ^ 1
    let marked = clause
    let kept = clause.indices.filter { $0 == 0 || !isImplied(clause[$0]) }
    clause = kept.map { clause[$0] }
    for literal in marked { seen[Int(literal >> 1)] = false }
    jumpBack(with: &clause)
  }

  /// Whether the other literals of a clause that is being learned imply this one's absence.
  private func isImplied(_ literal: Int32) -> Bool {
    let reason = reasons[Int(literal >> 1)]
    guard reason >= 0 else { return false }
    return literals(of: reason).allSatisfy {
      let variable = Int($0 >> 1)
      return variable == Int(literal >> 1) || seen[variable] || levels[variable] == 0
    }
  }

  private mutating func jumpBack(with clause: inout [Int32]) {
    guard clause.count > 1 else {
      cancel(to: 0)
      return assign(clause[0], because: -1)
    }
    var latest = 1
    for place in 2..<max(2, clause.count)
    where levels[Int(clause[place] >> 1)] > levels[Int(clause[latest] >> 1)] {
      latest = place
    }
    clause.swapAt(1, latest)
    cancel(to: Int(levels[Int(clause[1] >> 1)]))
    let reference = attach(clause, isLearned: true)
    learned.append(reference)
    assign(clause[0], because: reference)
  }

  private func literals(of clause: Int32) -> UnsafeMutableBufferPointer<Int32> {
    let place = Int(clause)
    return UnsafeMutableBufferPointer(start: arena.start + place + 2, count: Int(arena[place] >> 1))
  }

  private func use(_ clause: Int32) {
    arena[Int(clause) + 1] = Int32(truncatingIfNeeded: conflicts)
  }

  /// The assumptions because of which an assumption is false.
  private mutating func findCore(of assumption: Literal) {
    core = [assumption]
    if levels[assumption.number] == 0 { return }
    seen[assumption.number] = true
    var place = trail.count
    while place > levelStarts[0] {
      place -= 1
      let code = trail[place]
      let variable = Int(code >> 1)
      guard seen[variable] else { continue }
      seen[variable] = false
      let reason = reasons[variable]
      if reason < 0 {
        // A decision below the assumptions' levels is an assumption.
        core.append(Literal(code: code))
        continue
      }
      for literal in literals(of: reason) where levels[Int(literal >> 1)] > 0 {
        if Int(literal >> 1) != variable { seen[Int(literal >> 1)] = true }
      }
    }
  }

  /// Drops clauses that are true for good, learned ones that have been of no use lately, and the
  /// literals that were released.
  private mutating func tidy() {
    let isFull = learned.count > mostLearned
    let oldest = isFull ? middleUse() : .min
    let old = (arena: arena, clauses: clauses, learned: learned)
    arena = Buffer(capacity: old.arena.count + 4)
    clauses = Buffer(capacity: old.clauses.count + 4)
    learned = Buffer(capacity: old.learned.count + 4)
    for index in 0..<watches.count { watches.start[index].shrink(to: 0) }
    for index in 0..<trail.count { reasons[Int(trail[index] >> 1)] = -1 }
    for index in 0..<old.clauses.count { keep(old.clauses[index], of: old.arena) }
    for index in 0..<old.learned.count
    where old.arena[Int(old.learned[index])] >> 1 == 2
      || old.arena[Int(old.learned[index]) + 1] >= oldest
    {
      keep(old.learned[index], of: old.arena)
    }
    old.arena.free()
    old.clauses.free()
    old.learned.free()
    if isFull { mostLearned += mostLearned / 20 }
    forgetReleased()
  }

  /// The conflict before which half of the learned clauses were last of use.
  private func middleUse() -> Int32 {
    (0..<learned.count).map { arena[Int(learned[$0]) + 1] }.sorted()[learned.count / 2]
  }

  private mutating func keep(_ clause: Int32, of old: Buffer<Int32>) {
    let place = Int(clause)
    let literals = UnsafeBufferPointer(start: old.start + place + 2, count: Int(old[place] >> 1))
    if literals.contains(where: { values[Int($0)] == 1 }) { return }
    let rest = literals.filter { values[Int($0)] == 0 }
    let isLearned = old[place] & 1 == 1
    let copy = attach(rest, isLearned: isLearned)
    arena[Int(copy) + 1] = old[place + 1]
    if isLearned { learned.append(copy) } else { clauses.append(copy) }
  }

  private mutating func forgetReleased() {
    for variable in released { seen[variable] = true }
    var count = 0
    for index in 0..<trail.count where !seen[Int(trail[index] >> 1)] {
      trail[count] = trail[index]
      count += 1
    }
    trail.shrink(to: count)
    head = count
    for variable in released {
      seen[variable] = false
      values[2 * variable] = 0
      values[2 * variable + 1] = 0
    }
    spare += released
    released = []
  }
}
