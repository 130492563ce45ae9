/// What runs in one execution: threads over fresh memory, and what must be true of it.
package struct Scenario: Sendable {
  /// A thread: a name and straight-line code over shared memory.
  package struct Thread: Sendable {
    package let name: String
    package let body: @Sendable () async -> Void

    package init(_ name: String, _ body: @escaping @Sendable () async -> Void) {
      self.name = name
      self.body = body
    }
  }

  package let threads: [Thread]
  /// What is wrong after a step, in words; nil when nothing is.
  package let violation: @Sendable () -> String?
  /// What is wrong when every thread has finished.
  package let finalViolation: @Sendable () -> String?

  package init(
    _ threads: [Thread], always violation: @escaping @Sendable () -> String? = { nil },
    finally finalViolation: @escaping @Sendable () -> String? = { nil }
  ) {
    self.threads = threads
    self.violation = violation
    self.finalViolation = finalViolation
  }
}

/// Builds a scenario anew for each execution; it must do the same every time.
package typealias ScenarioBuilder = @Sendable (SimulatedMemory) -> Scenario
