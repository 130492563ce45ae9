package import SourceText

/// A whole specification as written.
package struct Program: Sendable {
  /// The file that it was read from, for its name.
  package var file: SourceFile
  /// The `-- pinproof:` lines, in order.
  package var settings: [SettingSyntax]
  /// Declarations, functions and rules, in order.
  package var items: [ItemSyntax]
}

/// One item of the top level.
package enum ItemSyntax: Sendable {
  case declaration(DeclarationSyntax)
  case function(FunctionSyntax)
  case rule(RuleSyntax)
}

/// A rule, start state or property, or a group of them.
package struct RuleSyntax: Sendable {
  /// What is written.
  package indirect enum Kind: Sendable {
    /// `rule priority "name" guard ==> …`; the guard is nil when always enabled.
    case rule(
      priority: UInt64?, name: String?, guard: ExpressionSyntax?, [DeclarationSyntax],
      [StatementSyntax])
    case startState(name: String?, [DeclarationSyntax], [StatementSyntax])
    case property(PropertySyntax)
    case ruleset([QuantifierSyntax], [RuleSyntax])
    case alias([AliasSyntax], [RuleSyntax])
    /// `choose name : multiset do … end`.
    case choose(ChoiceSyntax, [RuleSyntax])
  }

  /// What is written.
  package let kind: Kind
  /// Where it is written.
  package let range: SourceRange
}

/// A `-- pinproof:` line, split into its words.
package struct SettingSyntax: Sendable {
  /// What is set.
  package enum Kind: Sendable, Hashable {
    /// `columns T`.
    case columns(Identifier)
    /// `deadlock off|stuck|stuttering`.
    case deadlock(DeadlockSetting)
    /// `dialect rumur|cmurphi`.
    case dialect(Dialect)
    /// `for-all A, B`.
    case forAll([Identifier])
    /// `expect "NAME" [when C = VALUE, …] holds|violated|vacuous`.
    case expect(name: String, when: [ConditionSyntax], ExpectedOutcome)
    /// `configuration "NAME" C = VALUE, …`: a choice of constants that tables list.
    case configuration(name: String, [ConditionSyntax])
  }

  /// `constant = value` in a setting; the value is a literal or an enumeration member.
  package struct ConditionSyntax: Sendable, Hashable {
    /// The constant.
    package var constant: Identifier
    /// The value as written.
    package var value: Identifier
  }

  /// What is set.
  package let kind: Kind
  /// The line after `pinproof:`.
  package let range: SourceRange
}

/// What counts as a deadlock; the raw value is the spelling in settings.
package enum DeadlockSetting: String, Sendable, Hashable, CaseIterable {
  /// Nothing does.
  case off
  /// A state without an enabled rule.
  case stuck
  /// A state whose enabled rules all lead back to it.
  case stuttering
}

/// Whose rules decide where programs have one text and two meanings; the raw value is the spelling
/// in settings.
package enum Dialect: String, Sendable, Hashable, CaseIterable {
  case rumur
  /// Loops without a step count up, and not at all when the end is less; an assignment copies what
  /// is undefined; an undefined value of a union differs from every value.
  case cmurphi
}

/// What a claim is expected to turn out as; the raw value is the spelling in settings.
package enum ExpectedOutcome: String, Sendable, Hashable, CaseIterable {
  case holds, violated, vacuous
}
