import Model

/// All steps between the states of a complete exploration, backwards: for each state those that
/// lead to it. States are numbered densely, shard after shard.
///
/// Costs 16 bytes a state and 8 bytes a step while it is made.
final class StateGraph {
  /// The number of the first state of each shard, and the number of states.
  let firstNumber: [Int]
  let count: Int
  /// For each state the position of its first predecessor; one more than states.
  private var starts: Block<Int>
  private var predecessors: Block<UInt32>

  /// Expands every state again and asks `onState` about it; nil when a limit is reached.
  init?(
    of search: Search, onState: (Int, SuccessorBuffer) -> Void, limit: inout Limit?
  ) {
    let store = search.store
    var firstNumber = [0]
    for shard in store.shards {
      firstNumber.append(firstNumber[firstNumber.count - 1] + shard.count)
    }
    self.firstNumber = firstNumber
    count = firstNumber[firstNumber.count - 1]
    starts = Block(zeroed: count + 2)
    predecessors = Block()
    var targets = Block<UInt32>()
    let ends = Block<Int>(capacity: count)
    var steps = 0
    let expander = search.makeExpander()
    for number in 0..<count {
      if number % 1_024 == 0 {
        limit = search.limits.interruption() ?? Self.memoryLimit(search, count, steps)
        if limit != nil { return nil }
      }
      let index = Self.index(of: number, in: firstNumber)
      expander.seek(store.state(at: index))
      onState(number, expander.output)
      targets.reserve(steps + expander.output.count)
      for successor in 0..<expander.output.count {
        guard let target = store.index(of: expander.output.state(at: successor)) else {
          preconditionFailure("a complete exploration knows every successor")
        }
        let targetNumber = firstNumber[target.shard] + target.position
        targets.base[steps] = UInt32(targetNumber)
        starts.base[targetNumber + 2] += 1
        steps += 1
      }
      ends.base[number] = steps
    }
    turnAround(targets.base, ends.base, steps)
  }

  private static func memoryLimit(_ search: Search, _ states: Int, _ steps: Int) -> Limit? {
    guard let memory = search.limits.memoryBytes else { return nil }
    return search.store.bytes + 16 * states + 10 * steps > memory ? .memory : nil
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
