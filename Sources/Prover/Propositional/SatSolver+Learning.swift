/// What a conflict teaches, and which assumptions it comes from.
extension SatSolver {
  /// Adds the clause of the first unique implication point and jumps back.
  mutating func learn(from conflict: Int32) {
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

  func literals(of clause: Int32) -> UnsafeMutableBufferPointer<Int32> {
    let place = Int(clause)
    return UnsafeMutableBufferPointer(start: arena.start + place + 2, count: Int(arena[place] >> 1))
  }

  private func use(_ clause: Int32) {
    arena[Int(clause) + 1] = Int32(truncatingIfNeeded: conflicts)
  }

  /// The assumptions because of which an assumption is false.
  mutating func findCore(of assumption: Literal) {
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
}
