package import Model

/// Decides many instances of specifications, several at a time, and gives the records in order.
package struct Survey: Sendable {
  /// One instance of one specification.
  package struct Job: Sendable {
    package let specification: Specification
    /// The name of the configuration.
    package let configuration: String

    package init(_ specification: Specification, configuration: String) {
      self.specification = specification
      self.configuration = configuration
    }
  }

  private let strategy: Strategy
  private let limits: Limits
  /// How many instances are decided at a time.
  private let width: Int

  /// As many instances at a time as the limits have workers; each is explored by one.
  package init(strategy: Strategy, limits: Limits) {
    self.strategy = strategy
    width = limits.workers
    var limits = limits
    limits.workers = 1
    self.limits = limits
  }

  /// Decides all jobs; `onRecord` is called in their order.
  package func run(_ jobs: [Job], onRecord: (Job, SpecRecord) -> Void) async throws {
    var waiting: [Int: SpecRecord] = [:]
    var reported = 0
    try await withThrowingTaskGroup(of: (Int, SpecRecord).self) { group in
      var next = 0
      func add() {
        guard next < jobs.count else { return }
        let (number, job) = (next, jobs[next])
        next += 1
        group.addTask { (number, try await record(of: job)) }
      }
      for _ in 0..<width { add() }
      while let (number, record) = try await group.next() {
        add()
        waiting[number] = record
        while let record = waiting.removeValue(forKey: reported) {
          onRecord(jobs[reported], record)
          reported += 1
        }
      }
    }
  }

  private func record(of job: Job) async throws(EngineFailure) -> SpecRecord {
    try await Verifier(job.specification, strategy: strategy, limits: limits).run().record
  }
}
