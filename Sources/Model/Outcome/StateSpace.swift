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
  package var storage: StateStorage
  /// The bits of the fingerprints that states were told apart by; nil when by all their bits.
  package var fingerprintBits: Int?

  package init(
    states: Int, transitions: Int, depth: Int, isComplete: Bool, limit: Limit? = nil,
    rules: [RuleCount], covers: [ClaimIndex: Int] = [:], bytesPerState: Double, workers: Int,
    backend: String, symmetry: Bool = false, storage: StateStorage = .exact,
    fingerprintBits: Int? = nil
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
    self.storage = storage
    self.fingerprintBits = fingerprintBits
  }

  /// A bound on the probability that a reachable state was missed, 0 to 1.
  ///
  /// With b-bit fingerprints, a state that is new when k are known is taken for one of them with
  /// a probability of k / 2^b. Before that happens for the first time every new state is added. So
  /// if it happened and n states are known in the end, it happened first when some k <= n were
  /// known: the probability is at most the sum of k / 2^b for k <= n, n (n + 1) / 2^(b + 1). That
  /// fingerprints are as good as random ones is an assumption.
  package var missProbability: Double {
    guard let fingerprintBits else { return 0 }
    let states = Double(states)
    var bound = states * (states + 1)
    for _ in 0...fingerprintBits { bound /= 2 }
    return min(1, bound)
  }
}
