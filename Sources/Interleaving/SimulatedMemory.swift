/// Memory whose every access waits for the scheduler: one scheduling point each.
///
/// A thread that comes to an access parks there; when the scheduler picks it, the access happens
/// and the thread runs on to its next one. Between two accesses nothing else runs.
package final class SimulatedMemory: SharedMemory, @unchecked Sendable {
  // @unchecked: the driver and the jobs that it drains take turns on one thread.

  /// Where a thread waits for its turn: one alternative for an access, several for a choice.
  struct Parked {
    let alternatives: [Alternative]
    let continuation: UnsafeContinuation<Int?, Never>
  }

  /// What the scheduler knows of a thread.
  struct ThreadState {
    let name: String
    var parked: Parked?
    var isFinished = false
    /// The number of what it has seen so far, in the table of histories.
    var history = 0
  }

  package private(set) var cells: [SimulatedCell] = []
  var threads: [ThreadState] = []
  /// The thread that runs now.
  var running = 0
  let histories: Histories
  /// What the last step did.
  private(set) var lastResult = 0
  /// Set when the rest of an execution is of no interest: threads run to their ends unscheduled,
  /// and nothing that they do counts.
  private(set) var isAbandoned = false
  private var accessesLeft = 10_000

  init(histories: Histories) { self.histories = histories }

  package func cell(_ name: String, _ value: Int) -> SimulatedCell {
    let cell = SimulatedCell(name, value, in: self)
    cells.append(cell)
    return cell
  }

  package func section(
    _ label: String, when isReady: @escaping @Sendable () -> Bool,
    _ effect: @escaping @Sendable () -> Int
  ) async -> Int {
    await access(label, when: isReady, effect)
  }

  package func choose(_ alternatives: [Alternative]) async -> Int? {
    guard let choice = await park(alternatives) else { return nil }
    note(alternatives[choice].label, choice)
    return choice
  }

  package func checkpoint(_ label: String, _ locals: Int...) async {
    threads[running].history = histories.number(at: label, keeping: locals)
  }

  /// Waits for the scheduler, does the access, and remembers what it gave.
  func access(
    _ label: String, when isReady: @escaping @Sendable () -> Bool = { true },
    _ effect: () -> Int
  ) async -> Int {
    _ = await park([Alternative(label, when: isReady)])
    let result = effect()
    note(label, result)
    return result
  }

  private func park(_ alternatives: [Alternative]) async -> Int? {
    if isAbandoned {
      accessesLeft -= 1
      if accessesLeft > 0 { return nil }
    }
    let thread = running
    return await withUnsafeContinuation { continuation in
      threads[thread].parked = Parked(alternatives: alternatives, continuation: continuation)
    }
  }

  private func note(_ label: String, _ result: Int) {
    lastResult = result
    threads[running].history = histories.number(
      of: label, result, after: threads[running].history)
  }

  /// Lets every thread run to its end. A thread that still loops after many accesses is given up,
  /// and its memory with it.
  func abandon(_ drain: () -> Void) {
    isAbandoned = true
    for thread in threads.indices {
      guard let parked = threads[thread].parked else { continue }
      threads[thread].parked = nil
      running = thread
      parked.continuation.resume(returning: nil)
      drain()
    }
  }
}

/// A cell of a ``SimulatedMemory``.
package final class SimulatedCell: SharedCell, @unchecked Sendable {
  // @unchecked: as for the memory that owns it.
  package let name: String
  package var value: Int
  private unowned let memory: SimulatedMemory

  init(_ name: String, _ value: Int, in memory: SimulatedMemory) {
    self.name = name
    self.value = value
    self.memory = memory
  }

  @discardableResult
  package func adjust(_ delta: Int) -> Int {
    value += delta
    return value
  }

  package func load(_ label: String) async -> Int {
    await memory.access(label) { value }
  }

  package func store(_ value: Int, _ label: String) async {
    _ = await memory.access(label) {
      self.value = value
      return value
    }
  }

  @discardableResult
  package func fetchAdd(_ delta: Int, _ label: String) async -> Int {
    await memory.access(label) {
      defer { value += delta }
      return value
    }
  }

  package func compareExchange(_ expected: Int, _ desired: Int, _ label: String) async -> Int {
    await memory.access(label) {
      let before = value
      if before == expected { value = desired }
      return before
    }
  }

  package func add(_ delta: Int, unless forbidden: Int, _ label: String) async -> Bool {
    let added = await memory.access(label) {
      if value == forbidden { return 0 }
      value += delta
      return 1
    }
    return added == 1
  }

  @discardableResult
  package func wait(_ label: String, until condition: @escaping @Sendable (Int) -> Bool) async
    -> Int
  {
    await memory.access(label, when: { [self] in condition(value) }) { value }
  }
}
