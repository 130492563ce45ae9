/// Memory whose every access waits for the scheduler: one scheduling point each.
///
/// A thread that comes to an access parks there; when the scheduler picks it, the access happens
/// and the thread runs on to its next one. Between two accesses nothing else runs.
package final class SimulatedMemory: SharedMemory, @unchecked Sendable {
  // @unchecked: the driver and the jobs that it drains take turns on one thread.

  /// Where a thread has come to wait: one alternative for an access, several for a choice.
  struct Parked {
    let alternatives: [Alternative]
    let resumption: Resumption
  }

  /// What the cells hold, in the order in which they were made.
  package internal(set) var values: [Int] = []
  /// For each thread the number of what it has seen so far.
  var histories: [Int] = []
  /// The thread that runs now.
  var running: Int?
  /// Where the thread that ran last waits, until somebody takes note.
  private(set) var parked: Parked?
  /// What the last step did.
  private(set) var lastResult = 0
  private let numbers = Histories()
  /// An access happens now: what it reads counts as its result.
  private var isInAccess = false
  /// What runs now is of no interest: it runs to its end unscheduled.
  private var isAbandoned = false
  private var accessesLeft = 0

  init() {}

  package func cell(_ name: String, _ value: Int) -> SimulatedCell {
    values.append(value)
    return SimulatedCell(name, values.count - 1, in: self)
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
    guard let running else { return }
    histories[running] = numbers.number(at: label, keeping: locals)
  }

  /// Waits for the scheduler, does the access, and remembers what it gave.
  func access(
    _ label: String, when isReady: @escaping @Sendable () -> Bool = { true },
    _ effect: () -> Int
  ) async -> Int {
    _ = await park([Alternative(label, when: isReady)])
    isInAccess = true
    let result = effect()
    isInAccess = false
    note(label, result)
    return result
  }

  /// A value that a thread looks at between its accesses is part of what it has seen.
  func noteRead(_ value: Int) {
    guard !isInAccess, let running else { return }
    histories[running] = numbers.number(ofValue: value, after: histories[running])
  }

  private func park(_ alternatives: [Alternative]) async -> Int? {
    if isAbandoned {
      accessesLeft -= 1
      if accessesLeft > 0 { return nil }
    }
    return await withUnsafeContinuation { resumption in
      parked = Parked(alternatives: alternatives, resumption: resumption)
    }
  }

  private func note(_ label: String, _ result: Int) {
    lastResult = result
    guard let running else { return }
    histories[running] = numbers.number(of: label, result, after: histories[running])
  }

  /// Where the thread that ran last waits; nil when it has come to its end.
  func takeParked() -> Parked? {
    defer { parked = nil }
    return parked
  }

  /// What runs in `body` is not scheduled. A thread that still loops after many accesses is given
  /// up, and its memory with it.
  func abandon(_ body: () -> Void) {
    isAbandoned = true
    accessesLeft = 10_000
    body()
    isAbandoned = false
    parked = nil
  }
}

/// A cell of a ``SimulatedMemory``.
package final class SimulatedCell: SharedCell, @unchecked Sendable {
  // @unchecked: as for the memory that owns it.
  package let name: String
  private let index: Int
  private unowned let memory: SimulatedMemory

  init(_ name: String, _ index: Int, in memory: SimulatedMemory) {
    self.name = name
    self.index = index
    self.memory = memory
  }

  package var value: Int {
    get {
      let value = memory.values[index]
      memory.noteRead(value)
      return value
    }
    set { memory.values[index] = newValue }
  }

  package func adjust(_ delta: Int) { memory.values[index] += delta }

  package func adjusted(by delta: Int) -> Int {
    adjust(delta)
    return value
  }

  package func load(_ label: String) async -> Int {
    await memory.access(label) { value }
  }

  package func store(_ value: Int, _ label: String) async {
    _ = await memory.access(label) {
      self.value = value
      return 0
    }
  }

  package func fetchAdd(_ delta: Int, _ label: String) async -> Int {
    await memory.access(label) {
      defer { adjust(delta) }
      return value
    }
  }

  package func add(_ delta: Int, _ label: String) async {
    _ = await memory.access(label) {
      adjust(delta)
      return 0
    }
  }

  package func addAndTest(_ delta: Int, _ label: String) async -> Bool {
    let isZero = await memory.access(label) {
      adjust(delta)
      return value == 0 ? 1 : 0
    }
    return isZero == 1
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
      adjust(delta)
      return 1
    }
    return added == 1
  }

  package func wait(_ label: String, until condition: @escaping @Sendable (Int) -> Bool) async {
    _ = await memory.access(label, when: { [self] in condition(value) }) { 0 }
  }
}
