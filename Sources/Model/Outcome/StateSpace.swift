/// What an exploration saw.
package struct StateSpace: Sendable, Hashable {
  /// How often a rule declaration fired, over all states and parameters.
  package struct RuleCount: Sendable, Hashable {
    package var fired: Int
    /// The depth of the first state that it fired in; nil when it never did.
    package var firstDepth: Int?

    package init(fired: Int = 0, firstDepth: Int? = nil) {
      self.fired = fired
      self.firstDepth = firstDepth
    }
  }

  /// Distinct states, start states included; under symmetry, representatives.
  package var states: Int
  /// Rule firings over all states, those that lead back to the same state included.
  package var transitions: Int
  /// The distance of the farthest state from a start state.
  package var depth: Int
  /// Whether nothing reachable was left out.
  package var isComplete: Bool
  /// The limit that ended it, when it is not complete.
  package var limit: Limit?
  /// Indexed by rule.
  package var rules: [RuleCount]
  /// How often the condition of each cover was true, indexed by claim.
  package var covers: [ClaimIndex: Int]
  /// Peak bytes of the store divided by states.
  package var bytesPerState: Double
  package var workers: Int
  /// What computed successors: `bytecode`, `native`, or both, with the level of the change-over.
  package var backend: String
  /// Why another backend was not used that was wanted; nil when there is nothing to say.
  package var notice: String?
  /// Whether states that differ only in the names of scalarset members count as one.
  package var symmetry: Bool

  package init(
    states: Int, transitions: Int, depth: Int, isComplete: Bool, limit: Limit? = nil,
    rules: [RuleCount], covers: [ClaimIndex: Int] = [:], bytesPerState: Double, workers: Int,
    backend: String, symmetry: Bool = false
  ) {
    self.states = states
    self.transitions = transitions
    self.depth = depth
    self.isComplete = isComplete
    self.limit = limit
    self.rules = rules
    self.covers = covers
    self.bytesPerState = bytesPerState
    self.workers = workers
    self.backend = backend
    self.symmetry = symmetry
  }
}
