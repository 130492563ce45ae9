package import Model

/// What was found about one claim in one configuration, as far as it must not change unnoticed.
package struct LockEntry: Sendable, Hashable, Codable {
  /// Which claim of which instance.
  package struct Key: Sendable, Hashable, Codable, Comparable {
    package let spec: String
    /// The name of the configuration; `default` for the constants as the specification has them.
    package let configuration: String
    package let claim: String

    package init(spec: String, configuration: String, claim: String) {
      self.spec = spec
      self.configuration = configuration
      self.claim = claim
    }

    package static func < (left: Key, right: Key) -> Bool {
      (left.spec, left.configuration, left.claim) < (right.spec, right.configuration, right.claim)
    }
  }

  /// How an answer was found: by visiting states, or by a solver.
  package enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    case explicit
    case symbolic
    case none
  }

  package let key: Key
  package let kind: Claim.Kind
  package let verdict: VerdictWord
  package let method: Method
  /// Of the race, or of the state space; nil when there is none.
  package let depth: Int?
  /// Of the whole instance; nil when it was not explored.
  package let states: Int?
  package let transitions: Int?
  /// A hash of the specification's text.
  package let textHash: String

  package init(
    key: Key, kind: Claim.Kind, verdict: VerdictWord, method: Method, depth: Int?, states: Int?,
    transitions: Int?, textHash: String
  ) {
    self.key = key
    self.kind = kind
    self.verdict = verdict
    self.method = method
    self.depth = depth
    self.states = states
    self.transitions = transitions
    self.textHash = textHash
  }
}

extension LockEntry {
  /// The entries of one record. Claims of one name, such as assertions in several places, share
  /// an entry only if they are numbered, so each after the first carries its number.
  package static func entries(
    of record: SpecRecord, configuration: String, textHash: String
  ) -> [LockEntry] {
    var seen: [String: Int] = [:]
    return record.claims.map { claim in
      seen[claim.name, default: 0] += 1
      let number = seen[claim.name, default: 1]
      return LockEntry(
        key: Key(
          spec: record.spec, configuration: configuration,
          claim: number == 1 ? claim.name : "\(claim.name) #\(number)"),
        kind: claim.kind, verdict: claim.verdict, method: method(of: claim), depth: claim.depth,
        states: record.exploration?.states, transitions: record.exploration?.transitions,
        textHash: textHash)
    }
  }

  private static func method(of claim: ClaimRecord) -> Method {
    switch claim.engine {
    case nil: .none
    case "explicit": .explicit
    default: .symbolic
    }
  }
}
