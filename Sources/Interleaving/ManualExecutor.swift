/// An executor whose jobs run only when somebody drains it.
final class ManualExecutor: TaskExecutor, @unchecked Sendable {
  // @unchecked: tasks enqueue only from jobs that `drain` runs, or from the thread that drains.
  private var jobs: [UnownedJob] = []

  func enqueue(_ job: consuming ExecutorJob) { jobs.append(UnownedJob(job)) }

  /// Runs jobs until none is left.
  func drain() {
    while let job = jobs.popLast() { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}
