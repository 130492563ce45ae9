/// What follows from what has been assigned, by clauses of which one literal is left.
extension SatSolver {
  mutating func assign(_ code: Int32, because reason: Int32) {
    let code = Int(code)
    values[code] = 1
    values[code ^ 1] = -1
    let variable = code >> 1
    reasons[variable] = reason
    levels[variable] = Int32(level)
    trail.append(Int32(code))
  }

  /// Draws conclusions; gives a clause that is false, or -1.
  mutating func propagate() -> Int32 {
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

  mutating func cancel(to target: Int) {
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
    head = min(head, start)
  }
}
