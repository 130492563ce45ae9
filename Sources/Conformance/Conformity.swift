package import Model

/// What a cross-check found.
package struct Conformity: Sendable {
  /// Where the two sides part.
  package struct Divergence: Sendable {
    package enum Kind: Sendable, Hashable {
      /// The implementation is about to do something that no enabled rule of the process allows.
      case onlyInImplementation(thread: String, label: String)
      /// A rule is enabled, and no thread is about to do it.
      case onlyInSpecification(rule: String)
      /// A label stands for several enabled rules.
      case ambiguous(label: String, rules: [String])
      /// The same step leaves different values.
      case observation
    }

    package let kind: Kind
    /// The way there, as the specification sees it: one of the shortest.
    package let trace: Trace
    /// All observed values where the two sides part.
    package let observations: [ConformanceRecord.Observation]
  }

  package internal(set) var states = 0
  package internal(set) var steps = 0
  package internal(set) var divergence: Divergence?
  package internal(set) var limit: Limit?
  /// The rules that a step matched.
  package internal(set) var matchedRules: Set<String> = []
  package internal(set) var matchedLabels: Set<String> = []
  /// The rules that nothing matched and the pairing does not name as environment.
  package internal(set) var idleRules: [String] = []
  /// The rules that the pairing names as environment although a step matched them.
  package internal(set) var busyEnvironment: [String] = []
  /// What the implementation observes and the specification has no cell for.
  package internal(set) var unspecified: [String] = []
  /// The cells of the specification that are compared, of all.
  package internal(set) var observedCells = 0
  package internal(set) var cells = 0

  package var outcome: ConformanceRecord.Outcome {
    if divergence != nil { return .diverges }
    if limit != nil { return .incomplete }
    let isCovered = idleRules.isEmpty && busyEnvironment.isEmpty && unspecified.isEmpty
    return isCovered ? .conforms : .uncovered
  }

  /// What is wrong, one line each.
  package var findings: [String] {
    (divergence.map { [$0.words] } ?? [])
      + idleRules.map { "rule \"\($0)\" is never matched and not named as environment" }
      + busyEnvironment.map { "rule \"\($0)\" is named as environment but was matched" }
      + unspecified.map { "\"\($0)\" is observed, and is no cell of the specification" }
  }
}

extension Conformity.Divergence {
  /// What happens where both sides part.
  package var words: String {
    switch kind {
    case .onlyInImplementation(let thread, let label):
      "\(thread) of the implementation is about to do \"\(label)\"; no enabled rule allows it"
    case .onlyInSpecification(let rule):
      "rule \"\(rule)\" is enabled; no thread of the implementation is about to do it"
    case .ambiguous(let label, let rules):
      "\"\(label)\" stands for several enabled rules: \(rules.joined(separator: ", "))"
    case .observation: "the last step leaves different values"
    }
  }
}
