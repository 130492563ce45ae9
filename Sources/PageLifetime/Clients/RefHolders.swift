package import Interleaving

/// Threads that take and drop references of one `percpu_ref`, within C1w, and its owner.
package final class RefHolders<Memory: SharedMemory>: Sendable {
  package let ref: SplitPercpuRef<Memory>
  /// How many references a thread has been given and has not put.
  package let holds: [Memory.Cell]
  /// Calls of tryget in flight.
  package let trygets: Memory.Cell
  package let freed: Memory.Cell
  private let most: Int

  /// A thread holds at most `most` references at a time.
  package init(_ memory: Memory, threads: Int, most: Int, fault: Fault? = nil) {
    ref = SplitPercpuRef(memory, fault: fault)
    holds = (0..<threads).map { memory.cell("holds \($0)", 0) }
    trygets = memory.cell("trygets", 0)
    freed = memory.cell("freed", 0)
    self.most = most
  }

  package func caller(_ thread: Int) async {
    let (holds, ref, most) = (holds[thread], ref, most)
    let gets = (1...most).map { amount in
      Alternative("get_many", [amount]) { holds.value >= 1 && holds.value + amount <= most }
    }
    let puts = (1...most).map { amount in
      Alternative("put_many", [amount]) { holds.value >= amount }
    }
    let tryget = Alternative("tryget_many", [1]) { holds.value == 0 && ref.hasData.value == 1 }
    await ref.memory.checkpoint("caller")
    while let choice = await ref.memory.choose(gets + puts + [tryget]) {
      switch choice {
      case ..<most:
        await ref.getMany(choice + 1)
        holds.adjust(choice + 1)
      case 2 * most:
        trygets.adjust(1)
        if await ref.trygetLive() { holds.value = 1 }
        trygets.adjust(-1)
      default:
        holds.adjust(most - choice - 1)
        await ref.putMany(choice - most + 1)
      }
      await ref.memory.checkpoint("caller")
    }
  }

  package func owner() async {
    await ref.kill()
    let trygets = trygets
    await ref.exitAndFree(whenAllowed: { trygets.value == 0 })
    freed.value = 1
  }
}
