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
}

/// What an inductive proof leaves behind, so that others can check it without us.
package struct Certificate: Sendable, Hashable, Codable {
  /// One question to a solver, complete in itself.
  package struct Obligation: Sendable, Hashable, Codable {
    package enum Answer: String, Sendable, Hashable, Codable {
      case sat
      case unsat
    }

    /// What it says, for example `preservation: rule "kill"`.
    package let name: String
    /// The answer that the proof needs.
    package let expected: Answer
    /// SMT-LIB 2.6: declarations and assertions, without `check-sat`.
    package let text: String
    /// The claims that it takes as its hypothesis, where not every obligation takes them all.
    package let premises: [String]?

    package init(name: String, expected: Answer, text: String, premises: [String]? = nil) {
      self.name = name
      self.expected = expected
      self.text = text
      self.premises = premises
    }
  }

  /// Steps that break a claim at every size from some on.
  package struct Race: Sendable, Hashable, Codable {
    /// A start state, or the firing of a rule.
    package struct Step: Sendable, Hashable, Codable {
      /// Which one of the system's start states or rules it is.
      package let position: Int
      /// The values of the parameters, in their order.
      package let arguments: [Int64]

      package init(_ position: Int, _ arguments: [Int64]) {
        self.position = position
        self.arguments = arguments
      }
    }

    /// The start state first.
    package let steps: [Step]
    /// The values of the claim's parameters for which it is false in the end; nil when the last
    /// step fails.
    package let claimArguments: [Int64]?
    /// The least value of each symbolic constant.
    package let from: [String: Int64]

    package init(steps: [Step], claimArguments: [Int64]?, from: [String: Int64]) {
      self.steps = steps
      self.claimArguments = claimArguments
      self.from = from
    }
  }

  /// The names of the claims that it proves; with a race, of the claim that this breaks.
  package let claims: [String]
  /// The inductive invariant, a Murphi expression for each conjunct.
  package let invariant: [String]
  /// The conjuncts of the invariant that are no claims: sets of states that it excludes. Nil when
  /// there are none.
  package let lemmas: [Cube]?
  /// The induction depth; 1 is plain induction.
  package let k: Int
  /// The constants of the instance, those apart that stand for every positive value.
  package let constants: [String: Int64]
  /// The constants for every positive value of which it is a proof. Nil when there are none.
  package let forAll: [String]?
  /// What breaks the claim, when that is what the obligations show; nil for a proof.
  package let race: Race?
  /// Why the claims hold trivially, which the obligations then show; nil when they say something.
  package let vacuity: Vacuity?
  package let obligations: [Obligation]

  package init(
    claims: [String], invariant: [String], lemmas: [Cube] = [], k: Int,
    constants: [String: Int64], forAll: [String] = [], race: Race? = nil,
    vacuity: Vacuity? = nil, obligations: [Obligation]
  ) {
    self.claims = claims
    self.invariant = invariant
    self.lemmas = lemmas.isEmpty ? nil : lemmas
    self.k = k
    self.constants = constants.filter { !forAll.contains($0.key) }
    self.forAll = forAll.isEmpty ? nil : forAll
    self.race = race
    self.vacuity = vacuity
    self.obligations = obligations
  }
}
