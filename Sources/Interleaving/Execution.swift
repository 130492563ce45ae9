/// One run of a scenario, step by step: the caller is the scheduler.
package final class Execution {
  /// Which thread takes a step, and which of its alternatives; 0 when it has one.
  package struct Turn: Hashable, Sendable {
    package let thread: Int
    package let choice: Int

    package init(thread: Int, choice: Int = 0) {
      self.thread = thread
      self.choice = choice
    }
  }

  /// Something that happened.
  package struct Step: Hashable, Sendable {
    package let turn: Turn
    package let label: String
    package let arguments: [Int]
    /// What the access gave: the value read, or before; 1 or 0 for yes or no; for a choice, which.
    package let result: Int
  }

  package let memory: SimulatedMemory
  package let scenario: Scenario
  package private(set) var steps: [Step] = []
  private let executor = ManualExecutor()

  /// Starts every thread and runs it up to its first access.
  package convenience init(_ build: (SimulatedMemory) -> Scenario) {
    self.init(build, histories: Histories())
  }

  /// Executions whose keys are to be compared share their histories.
  package init(_ build: (SimulatedMemory) -> Scenario, histories: Histories) {
    memory = SimulatedMemory(histories: histories)
    scenario = build(memory)
    memory.threads = scenario.threads.map { SimulatedMemory.ThreadState(name: $0.name) }
    for (number, thread) in scenario.threads.enumerated() { start(thread, number) }
  }

  deinit {
    if !isFinished { memory.abandon(executor.drain) }
  }

  private func start(_ thread: Scenario.Thread, _ number: Int) {
    let (memory, executor) = (memory, executor)
    memory.running = number
    Task(executorPreference: executor) {
      await thread.body()
      memory.threads[number].isFinished = true
    }
    executor.drain()
  }

  /// What a thread may do next, whether or not it is ready; empty when it has finished.
  package func alternatives(of thread: Int) -> [Alternative] {
    memory.threads[thread].parked?.alternatives ?? []
  }

  /// Every step that can be taken now, by thread, then by alternative.
  package var enabled: [Turn] {
    memory.threads.indices.flatMap { thread in
      let alternatives = alternatives(of: thread)
      return alternatives.indices.filter { alternatives[$0].isReady() }
        .map { Turn(thread: thread, choice: $0) }
    }
  }

  /// Whether every thread has come to its end.
  package var isFinished: Bool { memory.threads.allSatisfy(\.isFinished) }

  /// Lets a thread make its access and run on to the next one.
  @discardableResult
  package func step(_ turn: Turn) -> Step {
    guard let parked = memory.threads[turn.thread].parked,
      parked.alternatives.indices.contains(turn.choice),
      parked.alternatives[turn.choice].isReady()
    else {
      preconditionFailure("thread \(turn.thread) cannot take this step")
    }
    memory.threads[turn.thread].parked = nil
    memory.running = turn.thread
    parked.continuation.resume(returning: turn.choice)
    executor.drain()
    let alternative = parked.alternatives[turn.choice]
    let step = Step(
      turn: turn, label: alternative.label, arguments: alternative.arguments,
      result: memory.lastResult)
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
      thread.parked.map {
        "\(thread.name) waits at \($0.alternatives.map(\.label).joined(separator: " or "))"
      }
    }.joined(separator: ", ")
  }
}
