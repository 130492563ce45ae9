package import SourceText

/// A type as written.
package struct TypeSyntax: Sendable {
  /// What is written.
  package indirect enum Kind: Sendable {
    case boolean
    /// A declared type.
    case name(String)
    /// `lower .. upper`.
    case range(ExpressionSyntax, ExpressionSyntax)
    /// `enum { members }`.
    case enumeration([Identifier])
    /// `scalarset(size)`.
    case scalarset(ExpressionSyntax)
    /// `record fields end`.
    case record([VariableDeclaration])
    /// `array [index] of element`.
    case array(TypeSyntax, TypeSyntax)
    /// `union { members }`.
    case union([TypeSyntax])
    /// `multiset [size] of element`.
    case multiset(ExpressionSyntax, TypeSyntax)
    /// `real(…)` or `real`; refused for good.
    case real
    /// What recovery put where a type was expected; has been reported.
    case missing
  }

  /// What is written.
  package let kind: Kind
  /// Where it is written.
  package var range: SourceRange

  /// Makes a type.
  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
