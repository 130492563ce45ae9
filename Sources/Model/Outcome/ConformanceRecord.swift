/// What a cross-check of an implementation with a specification found, for reports.
package struct ConformanceRecord: Sendable, Hashable, Codable {
  package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every interleaving was seen, both sides agree, every rule had its turn.
    case conforms
    case diverges
    /// Both sides agree, but some rules were never matched.
    case uncovered
    /// A limit ended it; nothing has diverged by then.
    case incomplete
  }

  /// A value on both sides.
  package struct Observation: Sendable, Hashable, Codable {
    package let name: String
    package let specified: String
    package let implemented: String

    package init(name: String, specified: String, implemented: String) {
      self.name = name
      self.specified = specified
      self.implemented = implemented
    }

    package var differs: Bool { specified != implemented }
  }

  /// What the implementation is a version of.
  package var version: String
  package var spec: String
  /// The constants that choose the version.
  package var constants: [String: Int64]
  package var outcome: Outcome
  /// Pairs of states, and steps between them.
  package var states: Int
  package var steps: Int
  /// How many rules of the specification a step matched.
  package var matchedRules: Int
  /// How many labels of the implementation a rule matched; all that it came to.
  package var matchedLabels: Int
  /// How many cells of the specification are compared, of all.
  package var observedCells: Int
  package var cells: Int
  /// The rules that only the environment performs, with the reason.
  package var environment: [String: String]
  /// What is wrong, one line each.
  package var findings: [String]
  /// Where both sides part: every observed value.
  package var observations: [Observation]
  /// The way there.
  package var counterexample: Counterexample?
  package var limit: Limit?

  package init(
    version: String, spec: String, constants: [String: Int64], outcome: Outcome, states: Int,
    steps: Int, matchedRules: Int, matchedLabels: Int, observedCells: Int, cells: Int,
    environment: [String: String], findings: [String], observations: [Observation] = [],
    counterexample: Counterexample? = nil,
    limit: Limit? = nil
  ) {
    self.version = version
    self.spec = spec
    self.constants = constants
    self.outcome = outcome
    self.states = states
    self.steps = steps
    self.matchedRules = matchedRules
    self.matchedLabels = matchedLabels
    self.observedCells = observedCells
    self.cells = cells
    self.environment = environment
    self.findings = findings
    self.observations = observations
    self.counterexample = counterexample
    self.limit = limit
  }

  /// A divergence weighs as much as a failed assertion: the model is not one of the code.
  package var exit: ExitCode {
    switch outcome {
    case .conforms: .success
    case .diverges: .runtime
    case .uncovered: .vacuous
    case .incomplete: .unknown
    }
  }
}

/// One run of `conform`.
package struct ConformanceRun: Sendable, Hashable, Codable {
  package var schema = RunRecord.schema
  package var version: String
  package var conformance: [ConformanceRecord]

  package init(version: String, conformance: [ConformanceRecord]) {
    self.version = version
    self.conformance = conformance
  }

  package var exit: ExitCode { ExitCode.weightiest(of: conformance.map(\.exit)) }
}
