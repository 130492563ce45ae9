package import SourceText

/// A behaviour and what it shows, as a reader sees it: names instead of numbers, one row a step.
package struct Counterexample: Sendable, Hashable, Codable {
  package enum Role: String, Sendable, Hashable, Codable {
    /// It violates the claim.
    case violation
    /// It shows that the claim is not inductive; its first state need not be reachable.
    case induction
    /// It shows no violation.
    case behaviour
  }

  package var role: Role
  /// The name of the system.
  package var system: String
  /// The name of the claim it is about; empty for a behaviour.
  package var claim: String
  package var kind: Claim.Kind?
  /// Where the claim stands, or where the run-time error happened.
  package var range: SourceRange
  /// The name of the engine that found it.
  package var engine: String?
  /// Whether no behaviour with fewer steps shows the same.
  package var isShortest: Bool
  /// The number of rule firings.
  package var depth: Int
  /// The values of symbolic constants from which on the same steps show the same; nil when that is
  /// not known.
  package var leastSizes: [String: Int64]?
  /// The values that symbolic constants have in it, when it is not one for others; nil without such
  /// constants.
  package var instance: [String: Int64]?
  /// Whether a start state leads to the first state; nil when that is not known.
  package var firstStateIsReachable: Bool?
  /// The name of the start state; nil when the specification has only one, or the behaviour
  /// begins elsewhere.
  package var start: String?
  /// Who acts, in order of appearance; `env` last.
  package var columns: [Column]
  /// Every cell of the first state; empty when there is none.
  package var initial: [InitialCell]
  /// The firings, from step 1 on.
  package var rows: [Row]
  package var finding: Finding

  /// One who acts.
  package struct Column: Sendable, Hashable, Codable {
    /// The member's name, or `env`.
    package var name: String
    package var isEnvironment: Bool
  }

  /// A cell of the first state.
  package struct InitialCell: Sendable, Hashable, Codable {
    package var cell: String
    /// The name inside its column, without the column's index.
    package var shortCell: String
    package var value: String
    /// Whether only rules of one column touch it.
    package var isLocal: Bool
    /// The column that a local cell belongs to; nil when that one is not shown.
    package var column: Int?
    /// Whether the value alone says enough: the enumeration that says where a process stands.
    package var speaksForItself: Bool
  }

  /// A cell whose value a step changed.
  package struct Change: Sendable, Hashable, Codable {
    package var cell: String
    /// The name inside its column, without the column's index.
    package var shortCell: String
    package var old: String
    package var new: String
  }

  /// One firing.
  package struct Row: Sendable, Hashable, Codable {
    /// From 1.
    package var step: Int
    package var column: Int
    /// The rule's name with its arguments beyond the column's.
    package var action: String
    package var line: Int
    /// True changes of cells that belong to the column.
    package var local: [Change]
    /// True changes of all other cells.
    package var shared: [Change]
    /// Whether the rule has assignments to shared cells, even when none changed.
    package var writesShared: Bool
    /// Whether it failed on the way, so that there is no state after it.
    package var failed: Bool
  }

  /// What the behaviour shows.
  package enum Finding: Sendable, Hashable, Codable {
    case nothing
    /// A claim is false in the last state.
    case falsified(Falsification)
    /// From the last state no state that satisfies this is reachable.
    case neverAgain(Falsification)
    /// No rule can go on, for these reasons.
    case deadlock([Blocked])
    case failure(FailureRecord)
  }

  /// The part of a claim that is false, and why.
  package struct Falsification: Sendable, Hashable, Codable {
    /// In Murphi.
    package var formula: String
    /// The values of the quantified variables and parameters in it, outermost first.
    package var bindings: [Binding]
    /// What the part depends on, in the order in which it reads.
    package var atoms: [Atom]
  }

  /// The value of a variable that a quantifier, ruleset or loop binds.
  package struct Binding: Sendable, Hashable, Codable {
    package var name: String
    package var value: String
  }

  /// A value that a falsified formula depends on.
  package struct Atom: Sendable, Hashable, Codable {
    /// A cell or a call.
    package var subject: String
    package var value: String
    /// Nil when it is as it was at the start.
    package var writer: Writer?
  }

  /// Who last changed a value.
  package struct Writer: Sendable, Hashable, Codable {
    package var step: Int
    /// The name of the column.
    package var by: String
    /// An earlier step of another column that assigned to the same variable and changed nothing.
    package var after: Earlier?
  }

  /// An earlier step.
  package struct Earlier: Sendable, Hashable, Codable {
    package var action: String
    package var step: Int
  }

  /// Why a rule cannot go on.
  package struct Blocked: Sendable, Hashable, Codable {
    package var rule: String
    package var line: Int
    /// The first false conjunct of its guard, in Murphi; nil when the rule is enabled but changes
    /// nothing.
    package var conjunct: String?
    /// For how many choices of the parameters this is so.
    package var choices: Int
    /// How many choices there are.
    package var allChoices: Int
    /// The first of them.
    package var example: [Binding]
  }

  /// What went wrong in a step.
  package struct FailureRecord: Sendable, Hashable, Codable {
    package var failure: FailureKind
    package var range: SourceRange
    /// The condition that an assertion makes, in Murphi.
    package var condition: String?
    /// The text of that line; nil when it was not at hand.
    package var sourceLine: String?
  }
}
