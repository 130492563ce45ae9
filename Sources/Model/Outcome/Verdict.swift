package import SourceText

/// The answer to one claim; it cannot be given without its evidence.
package enum Verdict: Sendable {
  case holds(Proof)
  case violated(Trace)
  /// It holds, but says nothing.
  case vacuous(Vacuity, Proof)
  /// Never a success, never an error.
  case unknown(Reason)
}

extension Verdict {
  /// Whether no engine can add anything.
  package var isSettled: Bool {
    if case .unknown = self { false } else { true }
  }

  /// Whether every state says that it holds, and that this says something.
  package var isExhausted: Bool {
    if case .holds(.exhausted) = self { true } else { false }
  }

  package var isViolation: Bool {
    if case .violated = self { true } else { false }
  }
}

/// Why a claim holds.
package enum Proof: Sendable {
  /// Every reachable state of this instance was visited.
  case exhausted(StateSpace)
  /// It holds at any depth.
  case inductive(Certificate)
}

/// How a claim can hold trivially.
package enum Vacuity: String, Sendable, Hashable, Codable {
  case noReachableState
  case noRuleFired
  /// The condition of a cover was true in no reachable state.
  case coverNeverMet
  /// The left side of the claim's implication was never true.
  case antecedentNeverTrue
  case assumptionsContradict
}

/// Why there is no answer.
package enum Reason: Sendable, Hashable {
  /// No violation within this many steps from a start state.
  case bounded(depth: Int)
  case limit(Limit)
  /// The solver gave up, in its own words.
  case solver(String)
  case unsupported([Feature])
  /// The claim is not inductive at this `k`; with the counterexample to induction.
  case notInductive(k: Int, Trace)
  /// No proof for every value of the symbolic constants: a step may not keep the claim.
  ///
  /// - Parameter gaveUp: whether the solver gave up; otherwise it found a state, of some size, from
  ///   which the step breaks the claim, reachable or not.
  case notKept(by: String, gaveUp: Bool)
  /// The exploration ended at another violation first.
  case stoppedAtViolation
}

/// Something that an engine cannot honour, and where it stands.
package struct Feature: Sendable, Hashable {
  package let description: String
  package let range: SourceRange?

  package init(_ description: String, range: SourceRange? = nil) {
    self.description = description
    self.range = range
  }

  /// The description and the line, as `a while loop :12`.
  package var placed: String {
    guard let range, !range.isNone else { return description }
    return "\(description) :\(range.start.line)"
  }
}
