package import SourceText

/// A name where it is written.
package struct Identifier: Sendable, Hashable {
  /// The name as spelled; Murphi names are case-sensitive.
  package var text: String
  /// Where it is.
  package var range: SourceRange

  /// Makes a name.
  package init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// An expression as written; parentheses leave no trace but a wider range.
package struct ExpressionSyntax: Sendable {
  /// What is written.
  package indirect enum Kind: Sendable {
    /// A literal; nil when it does not fit in 64 unsigned bits.
    case integer(UInt64?)
    /// A constant, enumeration member, variable, parameter or alias; `true` and `false` too.
    case name(String)
    /// `record.field`.
    case field(ExpressionSyntax, Identifier)
    /// `array[index]`.
    case element(ExpressionSyntax, ExpressionSyntax)
    /// `function(arguments)`.
    case call(Identifier, [ExpressionSyntax])
    /// An operator before its operand.
    case unary(PrefixOperator, ExpressionSyntax)
    /// An operator between its operands.
    case binary(InfixOperator, ExpressionSyntax, ExpressionSyntax)
    /// `condition ? yes : no`.
    case conditional(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    /// `forall … do … end` and `exists … do … end`.
    case quantified(QuantifierKind, QuantifierSyntax, ExpressionSyntax)
    /// `isundefined(designator)`.
    case isUndefined(ExpressionSyntax)
    /// `ismember(expression, type)`.
    case isMember(ExpressionSyntax, TypeSyntax)
    /// `multisetcount(name: multiset, condition)`.
    case count(ChoiceSyntax, ExpressionSyntax)
    /// What recovery put where an expression was expected; has been reported.
    case missing
  }

  /// What is written.
  package let kind: Kind
  /// Where it is written.
  package var range: SourceRange
  /// The levels of expressions in this one, at least 1; see ``Parser/depthLimit``.
  package let depth: Int

  /// Makes an expression.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
    self.depth = 1 + (kind.children.map(\.depth).max() ?? 0)
  }
}

extension ExpressionSyntax.Kind {
  /// The expressions directly inside this one, in the order they are written.
  package var children: [ExpressionSyntax] {
    switch self {
    case .integer, .name, .missing: []
    case .field(let base, _), .unary(_, let base), .isUndefined(let base), .isMember(let base, _):
      [base]
    case .element(let left, let right), .binary(_, let left, let right): [left, right]
    case .call(_, let arguments): arguments
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .quantified(_, let quantifier, let body): quantifier.bounds + [body]
    case .count(let choice, let condition): [choice.multiset, condition]
    }
  }
}

/// The variable of a loop, quantifier or ruleset, and what it ranges over.
package struct QuantifierSyntax: Sendable {
  /// What a quantified variable ranges over.
  package indirect enum Domain: Sendable {
    /// `name : type`.
    case type(TypeSyntax)
    /// `name := from to through [by step]`.
    case steps(from: ExpressionSyntax, through: ExpressionSyntax, by: ExpressionSyntax?)
  }

  /// The variable.
  package var name: Identifier
  /// What it ranges over.
  package var domain: Domain
  /// From the name to the end of the domain.
  package var range: SourceRange

  /// The bounds and the step, when the domain is written with them.
  var bounds: [ExpressionSyntax] {
    guard case .steps(let from, let through, let step) = domain else { return [] }
    return [from, through] + (step.map { [$0] } ?? [])
  }
}

/// `name : multiset`: a variable for the position of each element in turn.
package struct ChoiceSyntax: Sendable {
  /// The variable.
  package var name: Identifier
  /// A designator of a multiset.
  package var multiset: ExpressionSyntax
  /// From the name to the end of the designator.
  package var range: SourceRange
}
