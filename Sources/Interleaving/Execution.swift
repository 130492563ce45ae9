/// One run of a scenario, step by step: the caller is the scheduler.
package final class Execution {
  /// One access that happened.
  package struct Step: Hashable, Sendable {
    package let thread: Int
    package let access: SimulatedMemory.Access
    /// What the access gave: the value read, or before; 1 or 0 for yes or no.
    package let result: Int
  }

  package let memory: SimulatedMemory
  package let scenario: Scenario
  package private(set) var steps: [Step] = []
  private let executor = ManualExecutor()

  /// Starts every thread and runs it up to its first access.
  package convenience init(_ build: ScenarioBuilder) { self.init(build, histories: Histories()) }

  init(_ build: ScenarioBuilder, histories: Histories) {
    memory = SimulatedMemory(histories: histories)
    scenario = build(memory)
    memory.threads = scenario.threads.map { SimulatedMemory.ThreadState(name: $0.name) }
    for (number, thread) in scenario.threads.enumerated() { start(thread, number) }
  }

  deinit { abandon() }

  private func start(_ thread: Scenario.Thread, _ number: Int) {
    let (memory, executor) = (memory, executor)
    memory.running = number
    Task(executorPreference: executor) {
      await thread.body()
      memory.threads[number].isFinished = true
    }
    executor.drain()
  }

  /// What each thread is about to do; nil when it has finished.
  package func pending(_ thread: Int) -> SimulatedMemory.Access? {
    memory.threads[thread].parked?.access
  }

  /// The threads that can take a step now, in order.
  package var enabled: [Int] {
    memory.threads.indices.filter { memory.threads[$0].parked?.isReady() == true }
  }

  /// Whether every thread has come to its end.
  package var isFinished: Bool { memory.threads.allSatisfy(\.isFinished) }

  /// Lets a thread make its access and run on to the next one.
  @discardableResult
  package func step(_ thread: Int) -> Step {
    guard let parked = memory.threads[thread].parked, parked.isReady() else {
      preconditionFailure("thread \(thread) cannot take a step")
    }
    memory.threads[thread].parked = nil
    memory.running = thread
    parked.continuation.resume()
    executor.drain()
    let step = Step(thread: thread, access: parked.access, result: memory.lastResult)
    steps.append(step)
    return step
  }

  /// The state: the values of all cells, and what each thread has seen. Two executions with the
  /// same key go on alike.
  package var key: [Int] {
    memory.cells.map(\.value) + memory.threads.map { $0.isFinished ? -1 : $0.history }
  }

  /// What is wrong now, in words.
  package var violation: String? {
    if let violation = scenario.violation() { return violation }
    if isFinished { return scenario.finalViolation() }
    return enabled.isEmpty ? "deadlock: \(waiting)" : nil
  }

  private var waiting: String {
    memory.threads.compactMap { thread in
      thread.parked.map { "\(thread.name) waits at \($0.access.label)" }
    }.joined(separator: ", ")
  }

  private func abandon() {
    guard !isFinished else { return }
    memory.abandon(executor.drain)
  }
}
