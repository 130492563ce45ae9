package import Model

/// The shortest races of a specification, as a Markdown page with an anchor for each.
package struct RacePage: Sendable {
  /// A claim that fails under every contract.
  package struct Race: Sendable {
    /// Unique on the page; lower-case letters, digits and hyphens.
    package let anchor: String
    package let group: String
    package let claim: String
    package let configuration: String
    /// `NAME=VALUE`, as the configuration chooses them.
    package let constants: [String]
    /// The file that holds its trace.
    package let trace: String
    package let counterexample: Counterexample

    package init(
      anchor: String, group: String, claim: String, configuration: String, constants: [String],
      trace: String, counterexample: Counterexample
    ) {
      self.anchor = anchor
      self.group = group
      self.claim = claim
      self.configuration = configuration
      self.constants = constants
      self.trace = trace
      self.counterexample = counterexample
    }
  }

  private let spec: String
  private let races: [Race]

  package init(spec: String, races: [Race]) {
    self.spec = spec
    self.races = races
  }

  package var text: String {
    (["# Races of `\(spec)`"] + races.map(section)).joined(separator: "\n\n") + "\n"
  }

  private func section(of race: Race) -> String {
    let choices = race.constants.map { " -c \($0)" }.joined()
    let property = race.claim.contains("'") ? "\"\(race.claim)\"" : "'\(race.claim)'"
    return """
      <a id="\(race.anchor)"></a>

      ## \(race.group): \(race.claim)

      Found in the configuration \(race.configuration).

      ```sh
      pinproof check \(spec)\(choices) --property \(property)
      pinproof replay \(race.trace)
      ```

      ```
      \(CounterexampleText().lines(of: race.counterexample).joined(separator: "\n"))
      ```
      """
  }
}
