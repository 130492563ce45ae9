package import SourceText

/// The answer to one claim; it cannot be given without its evidence.
package enum Verdict: Sendable {
  case holds(Proof)
  case violated(Trace)
  /// It holds, but says nothing.
  case vacuous(Vacuity, Proof)
  /// It is an assumption: what breaks it is ruled out, and nothing is shown of it.
  case assumed
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
  /// A reachable state meets it, which is all that a cover claims; not every state was visited.
  case met(StateSpace)
  /// It holds at any depth.
  case inductive(Certificate)
}

/// How a claim can hold trivially.
package enum Vacuity: String, Sendable, Hashable, Codable {
  case noReachableState
  /// No rule leads from an initial state to a state.
  case noRuleFired
  /// The condition of a cover was true in no reachable state.
  case coverNeverMet
  /// The left side of the claim's implication was never true.
  case antecedentNeverTrue
  case assumptionsContradict

  /// Why whatever is claimed of the behaviours of a system holds; nil when some behaviour has a
  /// step.
  package init?(of system: TransitionSystem, hasState: Bool, hasStep: Bool) {
    switch (hasState, hasStep) {
    case (false, _):
      self =
        system.claims(of: .assumption).isEmpty ? .noReachableState : .assumptionsContradict
    case (true, false): self = .noRuleFired
    case (true, true): return nil
    }
  }
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

  /// The description and the line, as `a while loop :12`, but for a line that is known.
  package func placed(unlessAt known: SourceRange) -> String {
    guard let range, !range.isNone, range != known else { return description }
    return "\(description) :\(range.start.line)"
  }
}
