import Model

/// All steps between the states of a complete exploration, backwards: for each state those that
/// lead to it. States are numbered densely, shard after shard.
///
/// Under symmetry a goal with parameters is renamed with the state that a step leads to, so there
/// is a node for each state and goal, those of one state side by side.
///
/// Costs 16 bytes a node and 8 bytes a step of each while it is made.
final class StateGraph {
  /// The number of the first state of each shard, and the number of states.
  let firstNumber: [Int]
  let count: Int
  /// How many nodes each state has.
  let copies: Int
  /// For each node the position of its first predecessor; one more than nodes.
  private var starts: Block<Int>
  private var predecessors: Block<UInt32>

  /// Expands every state again and asks `onState` about it; nil when a limit is reached.
  init?(
    of search: Search, goals: RenamedGoals?, onState: (Int, SuccessorBuffer) -> Void,
    limit: inout Limit?
  ) {
    let store = search.store
    var firstNumber = [0]
    for shard in store.shards {
      firstNumber.append(firstNumber[firstNumber.count - 1] + shard.count)
    }
    self.firstNumber = firstNumber
    let states = firstNumber[firstNumber.count - 1]
    copies = goals?.count ?? 1
    count = states * copies
    guard count < Int(UInt32.max) else {
      limit = .memory
      return nil
    }
    starts = Block(zeroed: count + 2)
    predecessors = Block()
    var targets = Block<UInt32>()
    let ends = Block<Int>(capacity: count)
    var steps = 0
    let expander = search.makeExpander()
    for number in 0..<states {
      if number % 1_024 == 0 {
        limit = search.limits.interruption() ?? Self.memoryLimit(search, count, steps)
        if limit != nil { return nil }
      }
      let index = Self.index(of: number, in: firstNumber)
      expander.seek(store.state(at: index))
      onState(number, expander.output)
      let successors = (0..<expander.output.count).map { successor -> Int in
        guard let target = store.index(of: expander.output.state(at: successor)) else {
          preconditionFailure("a complete exploration knows every successor")
        }
        return firstNumber[target.shard] + target.position
      }
      targets.reserve(steps + copies * successors.count)
      for copy in 0..<copies {
        for (successor, state) in successors.enumerated() {
          let goal = goals?.image(of: copy, onStep: successor, of: expander) ?? 0
          let target = state * copies + goal
          targets.base[steps] = UInt32(target)
          starts.base[target + 2] += 1
          steps += 1
        }
        ends.base[number * copies + copy] = steps
      }
    }
    turnAround(targets.base, ends.base, steps)
  }

  private static func memoryLimit(_ search: Search, _ states: Int, _ steps: Int) -> Limit? {
    guard let memory = search.limits.memoryBytes else { return nil }
    return search.bytesInUse + 10 * steps + (steps == 0 ? 16 * states : 0) > memory ? .memory : nil
  }

  /// Sorts the steps by where they lead, by counting.
  private func turnAround(
    _ targets: UnsafePointer<UInt32>, _ ends: UnsafePointer<Int>, _ steps: Int
  ) {
    for number in 0..<count { starts.base[number + 2] += starts.base[number + 1] }
    predecessors.reserve(steps)
    var step = 0
    for number in 0..<count {
      while step < ends[number] {
        let target = Int(targets[step])
        predecessors.base[starts.base[target + 1]] = UInt32(number)
        starts.base[target + 1] += 1
        step += 1
      }
    }
  }

  static func index(of number: Int, in firstNumber: [Int]) -> StateIndex {
    let shard = (firstNumber.firstIndex { $0 > number } ?? firstNumber.count) - 1
    return StateIndex(shard: shard, position: number - firstNumber[shard])
  }

  func index(of number: Int) -> StateIndex { Self.index(of: number, in: firstNumber) }

  /// Marks every state from which some marked state can be reached.
  func closeBackwards(_ marked: inout [Bool]) {
    var waiting = (0..<count).filter { marked[$0] }
    while let state = waiting.popLast() {
      for position in starts.base[state]..<starts.base[state + 1] {
        let predecessor = Int(predecessors.base[position])
        if !marked[predecessor] {
          marked[predecessor] = true
          waiting.append(predecessor)
        }
      }
    }
  }
}
