import SourceText

/// What an exploration saw, as reports show it.
package struct ExplorationRecord: Sendable, Hashable, Codable {
  /// Distinct reachable states, start states included.
  package var states: Int
  /// Rule firings over all states, self-loops included.
  package var transitions: Int
  package var depth: Int
  /// Whether states that differ only in the names of scalarset members count as one.
  package var symmetry: Bool
  package var complete: Bool
  /// How states were kept; nil means in full.
  package var storage: StateStorage?
  /// A bound on the probability that a reachable state was missed; nil when none can be.
  package var missProbability: Double?
  /// The limit that ended it, when it is not complete.
  package var limit: Limit?
  /// Wall-clock time; nil when reports must not depend on the clock.
  package var seconds: Double?
  /// Peak bytes of the store divided by states, to a tenth.
  package var bytesPerState: Double
  /// What computed successors; nil when reports must not depend on the machine.
  package var backend: String?
  /// What a user should know about that; nil when there is nothing to say, or reports must not
  /// depend on the machine.
  package var notice: String?
  /// How many threads explored; nil when reports must not depend on the machine.
  package var workers: Int?

  package init(
    states: Int, transitions: Int, depth: Int, symmetry: Bool = false, complete: Bool,
    limit: Limit? = nil, seconds: Double? = nil, bytesPerState: Double, backend: String?,
    notice: String? = nil, workers: Int? = nil
  ) {
    self.states = states
    self.transitions = transitions
    self.depth = depth
    self.symmetry = symmetry
    self.complete = complete
    self.limit = limit
    self.seconds = seconds
    self.bytesPerState = bytesPerState
    self.backend = backend
    self.notice = notice
    self.workers = workers
  }

  /// The record of a state space that took `seconds` to visit.
  package init(_ space: StateSpace, seconds: Double?) {
    self.init(
      states: space.states, transitions: space.transitions, depth: space.depth,
      symmetry: space.symmetry, complete: space.isComplete, limit: space.limit, seconds: seconds,
      bytesPerState: (space.bytesPerState * 10).rounded() / 10, backend: space.backend,
      notice: space.notice, workers: space.workers)
    if space.storage == .compact {
      storage = .compact
      missProbability = space.missProbability
    }
  }
}

/// How often a rule declaration fired.
package struct RuleRecord: Sendable, Hashable {
  package var name: String
  package var line: Int
  /// Over all states and choices of parameters.
  package var fired: Int
  /// The depth of the first state that it fired in; nil when it never did.
  package var firstDepth: Int?

  package init(name: String, line: Int, fired: Int, firstDepth: Int?) {
    self.name = name
    self.line = line
    self.fired = fired
    self.firstDepth = firstDepth
  }

  /// The records of all rules of `system`, in its order.
  package static func records(of space: StateSpace, in system: TransitionSystem) -> [RuleRecord] {
    zip(system.rules, space.rules).map { rule, count in
      RuleRecord(
        name: rule.name, line: Int(rule.range.start.line), fired: count.fired,
        firstDepth: count.firstDepth)
    }
  }
}

extension RuleRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, line, fired, firstDepth
  }

  /// Every key is written, `firstDepth` as null for a rule that never fired.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .name)
    try values.encode(line, forKey: .line)
    try values.encode(fired, forKey: .fired)
    try values.encode(firstDepth, forKey: .firstDepth)
  }
}
