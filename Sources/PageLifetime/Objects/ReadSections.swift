package import Interleaving

/// RCU with a name for each reader: a grace period waits for exactly those read sections that had
/// begun when it was asked for.
package struct ReadSections<Memory: SharedMemory>: Sendable {
  /// Which thread is in a read section.
  package let reading: [Memory.Cell]
  /// Which of them the grace period after the kill waits for.
  package let killWaits: [Memory.Cell]
  /// Which of them `synchronize_rcu()` waits for.
  package let arrayWaits: [Memory.Cell]

  package init(_ memory: Memory, threads: Int) {
    func cells(_ name: String) -> [Memory.Cell] {
      (0..<threads).map { memory.cell("\(name) \($0)", 0) }
    }
    reading = cells("reading")
    killWaits = cells("kill waits")
    arrayWaits = cells("array waits")
  }

  /// `rcu_read_lock()`, as part of the access that follows it.
  func lock(_ thread: Int) { reading[thread].value = 1 }

  /// `rcu_read_unlock()`, as part of the access before it.
  func unlock(_ thread: Int) {
    for cells in [reading, killWaits, arrayWaits] { cells[thread].value = 0 }
  }

  /// Asks for a grace period, of `killWaits` or `arrayWaits`.
  func begin(_ waits: [Memory.Cell]) {
    for (wait, reading) in zip(waits, reading) { wait.value = reading.value }
  }
}
