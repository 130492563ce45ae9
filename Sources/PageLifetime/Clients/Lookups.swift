package import Interleaving

/// Threads that look a page map up by page frame number, whenever they like.
package final class Lookups<Memory: SharedMemory>: Sendable {
  package let map: PublishedMap<Memory>
  /// Which thread was given the page map and has not put it.
  package let holds: [Memory.Cell]
  private let memory: Memory

  package init(_ memory: Memory, ranges: Int, threads: Int, fault: Fault? = nil) {
    self.memory = memory
    map = PublishedMap(memory, ranges: ranges, threads: threads, fault: fault)
    holds = (0..<threads).map { memory.cell("holds \($0)", 0) }
  }

  package func caller(_ thread: Int) async {
    let (holds, ranges) = (holds[thread], map.entries.indices)
    let lookups = ranges.map { Alternative("get_dev_pagemap", [$0]) { holds.value == 0 } }
    let cached = ranges.map { Alternative("get_dev_pagemap, cached", [$0]) { holds.value == 1 } }
    let put = Alternative("put_dev_pagemap") { holds.value == 1 }
    await memory.checkpoint("caller")
    while let choice = await memory.choose(lookups + cached + [put]) {
      switch choice / ranges.count {
      case 0: holds.value = await map.getDevPagemap(choice, by: thread) ? 1 : 0
      case 1: await lookAgain(thread, choice % ranges.count)
      default:
        holds.value = 0
        await map.putDevPagemap(by: thread)
      }
      await memory.checkpoint("caller")
    }
  }

  private func lookAgain(_ thread: Int, _ range: Int) async {
    if range > 0 { holds[thread].value = 0 }
    holds[thread].value = await map.getDevPagemap(range, cachedBy: thread) ? 1 : 0
  }
}
