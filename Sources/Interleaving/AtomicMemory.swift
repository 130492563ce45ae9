import Synchronization

/// Memory over real atomics, for threads that really run at the same time.
///
/// Sections exclude each other by one mutex; code under test must not mix sections and single
/// accesses to the same cell unless that race is meant.
package struct AtomicMemory: SharedMemory {
  private let lock: MutexBox

  package init() { lock = MutexBox() }

  package func cell(_ name: String, _ value: Int) -> AtomicCell { AtomicCell(value) }

  package func section(
    _ label: String, when isReady: @escaping @Sendable () -> Bool,
    _ effect: @escaping @Sendable () -> Int
  ) async -> Int {
    while true {
      if let result = lock.mutex.withLock({ _ in isReady() ? effect() : nil }) { return result }
      await Task.yield()
    }
  }

  package func choose(_ alternatives: [Alternative]) async -> Int? {
    let ready = alternatives.indices.filter { alternatives[$0].isReady() }
    return ready.randomElement()
  }

  package func checkpoint(_ label: String, _ locals: Int...) async {}
}

private final class MutexBox: Sendable {
  let mutex = Mutex(())
}

/// A cell of an ``AtomicMemory``.
package final class AtomicCell: SharedCell {
  private let atomic: Atomic<Int>

  init(_ value: Int) { atomic = Atomic(value) }

  package var value: Int {
    get { atomic.load(ordering: .sequentiallyConsistent) }
    set { atomic.store(newValue, ordering: .sequentiallyConsistent) }
  }

  package func adjust(_ delta: Int) {
    atomic.wrappingAdd(delta, ordering: .sequentiallyConsistent)
  }

  package func adjusted(by delta: Int) -> Int {
    atomic.wrappingAdd(delta, ordering: .sequentiallyConsistent).newValue
  }

  package func load(_ label: String) async -> Int { value }

  package func store(_ value: Int, _ label: String) async { self.value = value }

  package func add(_ delta: Int, _ label: String) async { adjust(delta) }

  package func addAndTest(_ delta: Int, _ label: String) async -> Bool {
    adjusted(by: delta) == 0
  }

  package func fetchAdd(_ delta: Int, _ label: String) async -> Int {
    atomic.wrappingAdd(delta, ordering: .sequentiallyConsistent).oldValue
  }

  package func compareExchange(_ expected: Int, _ desired: Int, _ label: String) async -> Int {
    atomic.compareExchange(
      expected: expected, desired: desired, ordering: .sequentiallyConsistent
    ).original
  }

  package func add(_ delta: Int, unless forbidden: Int, _ label: String) async -> Bool {
    var seen = value
    while seen != forbidden {
      let (exchanged, original) = atomic.compareExchange(
        expected: seen, desired: seen + delta, ordering: .sequentiallyConsistent)
      if exchanged { return true }
      seen = original
    }
    return false
  }

  package func wait(_ label: String, until condition: @escaping @Sendable (Int) -> Bool) async {
    while !condition(value) { await Task.yield() }
  }
}
