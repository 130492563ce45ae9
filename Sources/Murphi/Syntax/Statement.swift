package import SourceText

/// A statement as written.
package struct StatementSyntax: Sendable {
  /// What is written.
  package indirect enum Kind: Sendable {
    case assignment(ExpressionSyntax, ExpressionSyntax)
    case call(Identifier, [ExpressionSyntax])
    case clear(ExpressionSyntax)
    case undefine(ExpressionSyntax)
    /// `if`/`elsif` clauses, and the statements after `else`.
    case branch([ClauseSyntax], otherwise: [StatementSyntax]?)
    case select(ExpressionSyntax, [CaseSyntax], otherwise: [StatementSyntax]?)
    case loop(QuantifierSyntax, [StatementSyntax])
    case whileLoop(ExpressionSyntax, [StatementSyntax])
    case alias([AliasSyntax], [StatementSyntax])
    case giveBack(ExpressionSyntax?)
    case property(PropertySyntax)
    case error(String)
    case putText(String)
    case putValue(ExpressionSyntax)
    /// `multisetremovepred(name: multiset, condition)`.
    case removeAll(ChoiceSyntax, ExpressionSyntax)
  }

  /// What is written.
  package let kind: Kind
  /// Where it is written.
  package let range: SourceRange

  /// Makes a statement.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A condition and the statements that it guards.
package struct ClauseSyntax: Sendable {
  /// The condition after `if` or `elsif`.
  package var condition: ExpressionSyntax
  /// What runs when it is true.
  package var body: [StatementSyntax]
}

/// `case labels : body`.
package struct CaseSyntax: Sendable {
  /// The values that select this case.
  package var labels: [ExpressionSyntax]
  /// What runs then.
  package var body: [StatementSyntax]
}

/// The kinds of property; the raw value is the keyword.
package enum PropertyKind: String, Sendable, Hashable {
  /// `assert` and `invariant` mean the same; the place decides what is claimed.
  case assert, invariant
  case assume, cover, liveness
}

/// A property at the top level, in a ruleset, or as a statement.
package struct PropertySyntax: Sendable {
  /// The keyword.
  package var kind: PropertyKind
  /// The text before or after the condition; nil when there is none.
  package var message: String?
  /// What is said to be true.
  package var condition: ExpressionSyntax
  /// From the keyword to the end.
  package var range: SourceRange
}
