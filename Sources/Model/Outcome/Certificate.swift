/// What an inductive proof leaves behind, so that others can check it without us.
///
/// Its invariant is the conjunction of the claims and of the lemmas, which are counted from 0 in
/// this order: the conjuncts.
package struct Certificate: Sendable, Hashable {
  /// Who found it, which decides what its obligations look like.
  package enum Method: String, Sendable, Hashable, Codable {
    case kInduction = "k-induction"
    case ic3
    /// For every value of some constants.
    case parametric
    /// It is no proof, but a violation at every size from some on.
    case race
  }

  package let method: Method
  /// The names of the claims that it proves; with a race, of the claim that this breaks.
  package let claims: [String]
  /// The inductive invariant in Murphi: an expression for each conjunct, which is `true` for a claim
  /// about what bodies do, and after these what is stated besides.
  package let invariant: [String]
  /// The conjuncts of the invariant that are no claims: sets of states that it excludes.
  package let lemmas: [Cube]
  /// The induction depth; 1 is plain induction.
  package let k: Int
  /// The constants of the instance, those apart that stand for every positive value.
  package let constants: [String: Int64]
  /// The constants for every positive value of which it is a proof.
  package let forAll: [String]
  /// What breaks the claim, when that is what the obligations show; nil for a proof.
  package let race: Race?
  /// Why the claims hold trivially, which the obligations then show; nil when they say something.
  package let vacuity: Vacuity?
  package let obligations: [Obligation]

  package init(
    by method: Method, claims: [String], invariant: [String], lemmas: [Cube] = [], k: Int,
    constants: [String: Int64], forAll: [String] = [], race: Race? = nil,
    vacuity: Vacuity? = nil, obligations: [Obligation]
  ) {
    self.method = method
    self.claims = claims
    self.invariant = invariant
    self.lemmas = lemmas
    self.k = k
    self.constants = constants.filter { !forAll.contains($0.key) }
    self.forAll = forAll
    self.race = race
    self.vacuity = vacuity
    self.obligations = obligations
  }

  /// The names of the invariant's conjuncts; a race has none.
  package var conjuncts: [String] {
    race == nil ? claims + lemmas.indices.map { "lemma \($0 + 1)" } : []
  }
}

extension Certificate {
  /// One question to a solver, complete in itself.
  package struct Obligation: Sendable, Hashable {
    package enum Answer: String, Sendable, Hashable, Codable {
      case sat
      case unsat
    }

    /// The part of SMT-LIB that a problem is stated in.
    package enum Logic: String, Sendable, Hashable, CaseIterable {
      case bitVectors = "QF_BV"
      /// Integers, functions and quantifiers.
      case all = "ALL"
    }

    /// What it says, for example `preservation: rule "kill"`, on one line.
    package let name: String
    /// The answer that the proof needs.
    package let expected: Answer
    package let logic: Logic
    /// SMT-LIB 2.6: declarations and assertions, without `set-logic` and `check-sat`.
    package let text: String
    /// The start state or rule that keeps something, as `rule "kill"`.
    package let step: String?
    /// The conjunct that is kept; nil for all.
    package let keeps: Int?
    /// The conjuncts that are assumed, where not all are.
    package let premises: [Int]?
    /// Which of the assertions that could be made of what is assumed it has, counted from 0; nil
    /// for all.
    package let assertions: [Int]?

    package init(
      name: String, expected: Answer, logic: Logic = .bitVectors, text: String,
      step: String? = nil, keeps: Int? = nil, premises: [Int]? = nil, assertions: [Int]? = nil
    ) {
      self.name = name.onOneLine
      self.expected = expected
      self.logic = logic
      self.text = text
      self.step = step?.onOneLine
      self.keeps = keeps
      self.premises = premises
      self.assertions = assertions
    }
  }
}

extension Certificate {
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
}

extension String {
  /// The text with spaces for line ends.
  package var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
