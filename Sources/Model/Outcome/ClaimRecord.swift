/// The answers a report can give, one meaning each.
package enum VerdictWord: String, Sendable, Hashable, Codable, CaseIterable {
  /// It holds at any depth.
  case proved
  /// It holds in every reachable state of this instance.
  case exhausted
  /// No violation up to a depth; never called proved.
  case bounded
  case violated
  /// It holds, but says nothing.
  case vacuous
  /// A reachable state meets the cover; not every state was visited.
  case met
  /// Nothing is shown of it: what breaks the assumption is ruled out.
  case assumed
  case unknown
}

/// What a specification says the answer to one of its claims will be.
package enum ExpectedAnswer: String, Sendable, Hashable, Codable, CaseIterable {
  case holds
  case violated
  case vacuous

  /// Whether a verdict is as expected; nil when it decides nothing. A proof does not say whether a
  /// claim that holds says anything.
  package func isMet(by verdict: VerdictWord) -> Bool? {
    switch verdict {
    case .proved where self == .vacuous: nil
    case .proved, .exhausted, .met, .assumed: self == .holds
    case .violated: self == .violated
    case .vacuous: self == .vacuous
    case .bounded, .unknown: nil
    }
  }
}

/// What was found about one claim.
package struct ClaimRecord: Sendable, Hashable {
  package var name: String
  package var kind: Claim.Kind
  /// The line of the claim; 0 for claims that no line makes.
  package var line: Int
  package var verdict: VerdictWord
  /// What the specification says of it; nil when it says nothing, which means `holds`.
  package var expected: ExpectedAnswer?
  package var scope: Scope
  /// The name of the engine that decided it; nil when none did.
  package var engine: String?
  /// Violated: the number of steps of its trace. Bounded: the depth searched. Exhausted: the depth
  /// of the state space.
  package var depth: Int?
  /// The file that holds its trace.
  package var trace: String?
  /// The file that holds its certificate.
  package var certificate: String?
  /// Why there is no better answer; nil when there could be none.
  package var reason: ReasonRecord?

  package init(
    name: String, kind: Claim.Kind, line: Int, verdict: VerdictWord,
    expected: ExpectedAnswer? = nil, scope: Scope, engine: String? = nil, depth: Int? = nil,
    trace: String? = nil, certificate: String? = nil, reason: ReasonRecord? = nil
  ) {
    self.name = name
    self.kind = kind
    self.line = line
    self.verdict = verdict
    self.expected = expected
    self.scope = scope
    self.engine = engine
    self.depth = depth
    self.trace = trace
    self.certificate = certificate
    self.reason = reason
  }

  /// Whether the verdict is as expected; nil when it decides nothing.
  package var isMet: Bool? { (expected ?? .holds).isMet(by: verdict) }

  /// What a verdict is about.
  package enum Scope: Sendable, Hashable {
    /// These values of the constants.
    case instance([String: Int64])
    /// Every value of the constants of these names.
    case forAll([String])
    /// Every value of these constants from these on.
    case from([String: Int64])
  }
}

/// Why there is no better answer: a code that scripts can compare, and words where it has them.
package struct ReasonRecord: Sendable, Hashable {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case antecedentNeverTrue = "antecedent-never-true"
    case assumptionsContradict = "assumptions-contradict"
    case bounded
    case coverNeverMet = "cover-never-met"
    case depth
    case interrupted
    case memory
    case noReachableState = "no-reachable-state"
    case noRuleFired = "no-rule-fired"
    case notInductive = "not-inductive"
    case solver
    case states
    case stoppedAtViolation = "stopped-at-violation"
    case timeout
    case unsupported
  }

  package var code: Code
  package var detail: String?

  package init(_ code: Code, detail: String? = nil) {
    self.code = code
    self.detail = detail
  }
}
