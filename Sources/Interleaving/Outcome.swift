/// What testing found, and how much of all executions it stands for.
package struct Outcome: Sendable {
  /// A violation and the way to it.
  package struct Failure: Sendable {
    /// What is wrong.
    package let reason: String
    /// Runs the same execution again.
    package let schedule: Schedule
    package let steps: [Execution.Step]
  }

  /// Runs from a start; for an exhaustive search, from any state.
  package internal(set) var executions = 0
  /// Scheduling points over all executions.
  package internal(set) var points = 0
  /// Different states; 0 when states are not kept.
  package internal(set) var states = 0
  package internal(set) var failure: Failure?
  /// Why not every interleaving was seen; nil when every one was, or a violation ended the search.
  package internal(set) var bound: Bound?

  /// What was left out.
  package enum Bound: Hashable, Sendable {
    case preemptions(Int)
    case steps(Int)
    case executions(Int)
    /// Schedules were drawn at random.
    case sampled(seed: UInt64)
  }

  /// Whether every interleaving was seen and none is wrong.
  package var isProof: Bool { failure == nil && bound == nil }
}
