package import SourceText

/// What one run of the command found: the value that reports, the lock and comparisons read.
package struct RunRecord: Sendable, Hashable, Codable {
  /// The name and version of the encoded form.
  package static let schema = "pinproof/1"

  package var schema: String
  /// The version of the program that made it.
  package var version: String
  /// In the order in which they were asked for.
  package var specs: [SpecRecord]

  package init(version: String, specs: [SpecRecord]) {
    self.schema = Self.schema
    self.version = version
    self.specs = specs
  }

  /// The exit code of the whole run: the weightiest one of its specs.
  package var exit: ExitCode { ExitCode.weightiest(of: specs.map(\.exit)) }

  /// The same without anything that depends on the clock or the machine.
  package func withoutTimes() -> RunRecord {
    var record = self
    record.specs = specs.map { $0.withoutTimes() }
    return record
  }
}

/// What was found about one specification.
package struct SpecRecord: Sendable, Hashable, Codable {
  /// The path as it was given.
  package var spec: String
  package var constants: [String: Int64]
  /// The names of the constants whose values came from the command line, in alphabetical order.
  package var overridden: [String]
  package var claims: [ClaimRecord]
  /// Nil when no engine visited states one by one.
  package var exploration: ExplorationRecord?
  /// One for each rule declaration, in the order of the specification.
  package var rules: [RuleRecord]
  /// Evidence in a form for people: violations, counterexamples to induction, random behaviours.
  package var counterexamples: [Counterexample]
  /// What a user should know, one line each.
  package var notices: [String]
  /// What is wrong with the text of the specification.
  package var diagnostics: [Diagnostic]
  package var exit: ExitCode

  package init(
    spec: String, constants: [String: Int64] = [:], overridden: [String] = [],
    claims: [ClaimRecord] = [], exploration: ExplorationRecord? = nil, rules: [RuleRecord] = [],
    counterexamples: [Counterexample] = [], notices: [String] = [],
    diagnostics: [Diagnostic] = [], exit: ExitCode = .success
  ) {
    self.spec = spec
    self.constants = constants
    self.overridden = overridden.sorted()
    self.claims = claims
    self.exploration = exploration
    self.rules = rules
    self.counterexamples = counterexamples
    self.notices = notices
    self.diagnostics = diagnostics
    self.exit = exit
  }

  /// The same without anything that depends on the clock or the machine.
  package func withoutTimes() -> SpecRecord {
    var record = self
    record.exploration?.seconds = nil
    record.exploration?.workers = nil
    record.exploration?.backend = nil
    record.exploration?.notice = nil
    return record
  }

  /// The record of a system, before any claim of it is decided.
  package init(spec: String, system: TransitionSystem) {
    self.init(
      spec: spec,
      constants: system.constantValues,
      overridden: system.constants.filter(\.isOverridden).map(\.name))
  }
}
