package import SourceText

/// One entry of a `const`, `type` or `var` section.
package enum DeclarationSyntax: Sendable {
  case constant(ConstantDeclaration)
  case type(TypeDeclaration)
  case variable(VariableDeclaration)
}

/// `names : expression` in a `const` section.
package struct ConstantDeclaration: Sendable {
  /// The names given to the value; may be empty.
  package var names: [Identifier]
  /// The value.
  package var value: ExpressionSyntax
}

/// `names : type` in a `type` section.
package struct TypeDeclaration: Sendable {
  /// The names given to the type; may be empty.
  package var names: [Identifier]
  /// The type.
  package var type: TypeSyntax
}

/// `names : type` in a `var` section or a record.
package struct VariableDeclaration: Sendable {
  /// The variables or fields; may be empty.
  package var names: [Identifier]
  /// Their type.
  package var type: TypeSyntax
}

/// `[var] names : type` in a parameter list.
package struct ParameterSyntax: Sendable {
  /// Whether the function works on the caller's variable itself.
  package var isReference: Bool
  /// The parameters.
  package var names: [Identifier]
  /// Their type.
  package var type: TypeSyntax
}

/// A function, or a procedure when it has no result.
package struct FunctionSyntax: Sendable {
  /// Its name.
  package var name: Identifier
  /// Its parameters, in order.
  package var parameters: [ParameterSyntax]
  /// The type of its value; nil for a procedure.
  package var result: TypeSyntax?
  /// Its local declarations.
  package var declarations: [DeclarationSyntax]
  /// Its statements.
  package var body: [StatementSyntax]
  /// From the keyword to the end.
  package var range: SourceRange
}

/// `name : expression` in an alias statement or alias rule.
package struct AliasSyntax: Sendable {
  /// The names given to the expression; may be empty.
  package var names: [Identifier]
  /// What they stand for.
  package var value: ExpressionSyntax
}
