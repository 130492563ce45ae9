/// One run of a scenario, step by step: the caller is the scheduler.
///
/// It can be put back into any state that it was in before, at the cost of a few steps of the thread
/// that goes on from there: see ``restore(_:)``.
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

  /// Where a thread is now.
  private struct Position {
    /// Nil when the thread has finished.
    var place: Place?
    /// The thread itself; nil when a copy of it has to be found.
    var resumption: Resumption?
  }

  package let memory: SimulatedMemory
  package let scenario: Scenario
  /// What happened since the start, or since the last time that a state was restored.
  package private(set) var steps: [Step] = []
  private let executor = ManualExecutor()
  private var positions: [Position] = []
  /// For each thread all places where it ever waited, by history.
  private var places: [[Int: Place]] = []
  /// The memory that a thread starts with.
  private var startValues: [[Int]] = []

  /// Starts every thread and runs it up to its first access.
  package init(_ build: (SimulatedMemory) -> Scenario) {
    memory = SimulatedMemory()
    scenario = build(memory)
    memory.histories = scenario.threads.map { _ in 0 }
    places = scenario.threads.map { _ in [:] }
    for thread in scenario.threads.indices {
      startValues.append(memory.values)
      positions.append(Position(place: nil, resumption: begin(thread)))
      settle(thread, cameFrom: nil)
    }
  }

  deinit {
    for (thread, position) in positions.enumerated() {
      if let resumption = position.resumption { abandon(resumption, thread) }
      for place in places[thread].values {
        while let copy = place.takeCopy() { abandon(copy, thread) }
      }
    }
  }

  // MARK: What may happen

  /// What a thread may do next, whether or not it is ready; empty when it has finished.
  package func alternatives(of thread: Int) -> [Alternative] {
    positions[thread].place?.alternatives ?? []
  }

  /// Every step that can be taken now, by thread, then by alternative.
  package var enabled: [Turn] {
    positions.indices.flatMap { thread in
      let alternatives = alternatives(of: thread)
      return alternatives.indices.filter { alternatives[$0].isReady() }
        .map { Turn(thread: thread, choice: $0) }
    }
  }

  /// Whether every thread has come to its end.
  package var isFinished: Bool { positions.allSatisfy { $0.place == nil } }

  /// What is wrong now, in words.
  package var violation: String? {
    if let violation = scenario.violation() { return violation }
    if isFinished { return scenario.finalViolation() }
    return enabled.isEmpty ? "deadlock: \(waiting)" : nil
  }

  private var waiting: String {
    positions.indices.compactMap { thread in
      positions[thread].place.map {
        "\(scenario.threads[thread].name) waits at "
          + $0.alternatives.map(\.label).joined(separator: " or ")
      }
    }.joined(separator: ", ")
  }

  // MARK: Steps

  /// Lets a thread make its access and run on to the next one.
  @discardableResult
  package func step(_ turn: Turn) -> Step {
    guard let place = positions[turn.thread].place,
      place.alternatives.indices.contains(turn.choice),
      place.alternatives[turn.choice].isReady()
    else {
      preconditionFailure("thread \(turn.thread) cannot take this step")
    }
    let before = memory.values
    let resumption = positions[turn.thread].resumption ?? copy(of: turn.thread, at: place)
    positions[turn.thread].resumption = resume(resumption, turn.thread, turn.choice)
    settle(
      turn.thread, cameFrom: Place.Origin(place: place, choice: turn.choice, values: before))
    let alternative = place.alternatives[turn.choice]
    let step = Step(
      turn: turn, label: alternative.label, arguments: alternative.arguments,
      result: memory.lastResult)
    steps.append(step)
    return step
  }

  /// Runs a thread from its start to where it waits; nil when it comes to its end.
  private func begin(_ thread: Int) -> Resumption? {
    let body = scenario.threads[thread].body
    return run(thread) { [executor] in
      Task(executorPreference: executor) { await body() }
      executor.drain()
    }
  }

  private func resume(_ resumption: Resumption, _ thread: Int, _ choice: Int?) -> Resumption? {
    run(thread) { [executor] in
      resumption.resume(returning: choice)
      executor.drain()
    }
  }

  private func run(_ thread: Int, _ body: () -> Void) -> Resumption? {
    memory.running = thread
    body()
    memory.running = nil
    return memory.parked?.resumption
  }

  /// Notes where a thread has come to wait, and how it came there if that is new.
  private func settle(_ thread: Int, cameFrom origin: Place.Origin?) {
    guard let parked = memory.takeParked() else {
      positions[thread].place = nil
      return
    }
    let history = memory.histories[thread]
    if let known = places[thread][history] {
      positions[thread].place = known
      return
    }
    let place = Place(history: history, alternatives: parked.alternatives, origin: origin)
    places[thread][history] = place
    positions[thread].place = place
  }

  // MARK: States

  /// The state: the values of all cells, and for each thread the number of what it has seen, or
  /// -1 when it has finished. Two states with the same key go on alike.
  package var key: [Int] {
    memory.values + positions.indices.map(history(of:))
  }

  /// The number of what a thread has seen; -1 when it has finished.
  package func history(of thread: Int) -> Int { positions[thread].place?.history ?? -1 }

  /// Goes to the state with this key, which this execution has been in before.
  ///
  /// Cells must be made by the builder of the scenario, none by a thread.
  package func restore(_ key: [Int]) {
    let count = memory.values.count
    precondition(key.count == count + positions.count, "a key of this scenario")
    for thread in positions.indices { move(thread, to: key[count + thread]) }
    memory.values = Array(key[..<count])
    steps = []
  }

  private func move(_ thread: Int, to history: Int) {
    let position = positions[thread]
    guard position.place?.history != history || history < 0 else { return }
    if let resumption = position.resumption, let place = position.place, !place.keep(resumption) {
      abandon(resumption, thread)
    }
    guard history >= 0 else {
      positions[thread] = Position()
      return
    }
    guard let place = places[thread][history] else {
      preconditionFailure("thread \(thread) has never been in this state")
    }
    positions[thread] = Position(place: place)
    memory.histories[thread] = history
  }

  /// One more copy of a thread: runs it alone, from the nearest place on its way where there is a
  /// copy, or from its start, in the memory that it met then.
  private func copy(of thread: Int, at place: Place) -> Resumption {
    if let copy = place.takeCopy() { return copy }
    let values = memory.values
    var origins: [Place.Origin] = []
    var nearest = place
    while nearest.copies.isEmpty, let origin = nearest.origin {
      origins.append(origin)
      nearest = origin.place
    }
    var copy = nearest.takeCopy() ?? restart(thread)
    for origin in origins.reversed() {
      memory.values = origin.values
      memory.histories[thread] = origin.place.history
      guard let next = resume(copy, thread, origin.choice) else {
        preconditionFailure("thread \(thread) does not do the same again")
      }
      _ = memory.takeParked()
      copy = next
    }
    precondition(
      memory.histories[thread] == place.history,
      "thread \(thread) depends on more than what it reads from cells")
    memory.values = values
    return copy
  }

  private func restart(_ thread: Int) -> Resumption {
    memory.values = startValues[thread]
    memory.histories[thread] = 0
    guard let copy = begin(thread) else {
      preconditionFailure("thread \(thread) does not start the same again")
    }
    _ = memory.takeParked()
    return copy
  }

  /// Lets a copy of a thread that nobody needs run to its end, to no effect.
  private func abandon(_ resumption: Resumption, _ thread: Int) {
    let (values, histories) = (memory.values, memory.histories)
    memory.abandon { _ = resume(resumption, thread, nil) }
    (memory.values, memory.histories) = (values, histories)
  }
}
