/// Making room.
extension SatSolver {
  /// Drops clauses that are true for good, learned ones that have been of no use lately, and the
  /// literals that were released.
  mutating func tidy() {
    cancel(to: 0)
    if isContradiction || propagate() >= 0 {
      isContradiction = true
      return
    }
    for variable in released where values[2 * variable] == 0 {
      assign(Literal(variable, isNegated: true).code, because: -1)
    }
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
