package import Interleaving

/// Read-copy-update as far as `percpu_ref` needs it: a grace period lasts until everybody who was
/// reading when it began has stopped.
package struct RCU<Memory: SharedMemory>: Sendable {
  /// How many threads hold something that they read and have yet to act on.
  package let readers: Memory.Cell
  private let memory: Memory

  package init(_ memory: Memory) {
    self.memory = memory
    readers = memory.cell("readers", 0)
  }

  /// `rcu_read_lock()` and a read of the cell, as one access.
  func readLocked(_ cell: Memory.Cell, _ label: String) async -> Int {
    let readers = readers
    return await memory.section(label, when: { true }) {
      readers.adjust(1)
      return cell.value
    }
  }

  /// `rcu_read_unlock()`, as part of the access before it.
  func readUnlock() { readers.adjust(-1) }

  /// What `call_rcu()` queued: runs in one piece once it is queued and the grace period is over.
  func callback(
    _ label: String, whenQueued isQueued: @escaping @Sendable () -> Bool, waits: Bool = true,
    _ body: @escaping @Sendable () -> Void
  ) async {
    let readers = readers
    _ = await memory.section(label, when: { isQueued() && (!waits || readers.value == 0) }) {
      body()
      return 0
    }
  }
}
