extension ExpressionSyntax {
  /// The text of this expression as the operand of something that binds as tightly as `strength`.
  func spelled(atLeast strength: Precedence) -> String {
    let text = kind.spelling
    return kind.precedence < strength ? "(\(text))" : text
  }
}

extension ExpressionSyntax.Kind {
  var precedence: Precedence {
    switch self {
    case .unary(let op, _): op.precedence
    case .binary(let op, _, _): op.precedence
    case .conditional: .conditional
    default: .primary
    }
  }

  var spelling: String {
    switch self {
    case .integer(let value): value.map(String.init) ?? "18446744073709551616"
    case .name(let name): name
    case .field(let record, let field): "\(record).\(field.text)"
    case .element(let array, let index): "\(array)[\(index)]"
    case .call(let function, let arguments): callSpelling(function, arguments)
    case .unary(let op, let operand):
      op.rawValue + operand.spelled(atLeast: op.precedence.next)
    case .binary(let op, let left, let right):
      """
      \(left.spelled(atLeast: op.precedence.isNonAssociative ? op.precedence.next : op.precedence)) \
      \(op.rawValue) \(right.spelled(atLeast: op.precedence.next))
      """
    case .conditional(let condition, let yes, let no):
      """
      \(condition.spelled(atLeast: .implication)) ? \(yes) : \
      \(no.spelled(atLeast: .implication))
      """
    case .quantified(let kind, let quantifier, let body):
      "\(kind.rawValue) \(quantifier.spelling) do \(body) end"
    case .isUndefined(let place): "isundefined(\(place))"
    case .isMember(let value, let type): "ismember(\(value), \(type))"
    case .count(let choice, let condition): "multisetcount(\(choice.spelling), \(condition))"
    case .missing: "?"
    }
  }
}

extension ChoiceSyntax {
  var spelling: String { "\(name.text): \(multiset)" }
}

func callSpelling(_ function: Identifier, _ arguments: [ExpressionSyntax]) -> String {
  "\(function.text)(\(arguments.map(\.description).joined(separator: ", ")))"
}

extension QuantifierSyntax {
  var spelling: String {
    switch domain {
    case .type(let type): "\(name.text): \(type)"
    case .steps(let from, let through, let step):
      "\(name.text) := \(from) to \(through)" + (step.map { " by \($0)" } ?? "")
    }
  }
}

extension TypeSyntax {
  var spelling: String {
    switch kind {
    case .boolean: "boolean"
    case .name(let name): name
    case .range(let lower, let upper): "\(lower)..\(upper)"
    case .enumeration(let members): "enum { \(list(members)) }"
    case .scalarset(let size): "scalarset(\(size))"
    case .record(let fields):
      "record \(fields.map { DeclarationSyntax.variable($0).spelling + "; " }.joined())end"
    case .array(let index, let element): "array [\(index)] of \(element)"
    case .union(let members): "union { \(members.map(\.spelling).joined(separator: ", ")) }"
    case .multiset(let size, let element): "multiset [\(size)] of \(element)"
    case .real: "real"
    case .missing: "?"
    }
  }
}

private func list(_ names: [Identifier]) -> String {
  names.map(\.text).joined(separator: ", ")
}

extension DeclarationSyntax {
  /// The word that starts a section of such declarations.
  var section: String {
    switch self {
    case .constant: "const"
    case .type: "type"
    case .variable: "var"
    }
  }

  var spelling: String {
    switch self {
    case .constant(let constant): "\(list(constant.names)): \(constant.value)"
    case .type(let type): "\(list(type.names)): \(type.type)"
    case .variable(let variable): "\(list(variable.names)): \(variable.type)"
    }
  }
}

extension ParameterSyntax {
  var spelling: String { "\(isReference ? "var " : "")\(list(names)): \(type)" }
}

extension AliasSyntax {
  var spelling: String { "\(list(names)): \(value);" }
}

extension PropertySyntax {
  var spelling: String {
    "\(kind.rawValue)\(message.map { " \"\($0)\"" } ?? "") \(condition)"
  }
}

extension SettingSyntax.Kind {
  var spelling: String {
    switch self {
    case .columns(let type): "columns \(type.text)"
    case .deadlock(let mode): "deadlock \(mode.rawValue)"
    case .dialect(let dialect): "dialect \(dialect.rawValue)"
    case .forAll(let constants): "for-all \(list(constants))"
    case .expect(let name, let conditions, let outcome):
      "expect \"\(name)\"\(prefixed(" when ", conditions)) \(outcome.rawValue)"
    case .configuration(let name, let conditions):
      "configuration \"\(name)\"\(prefixed(" ", conditions))"
    }
  }

  private func prefixed(_ prefix: String, _ conditions: [SettingSyntax.ConditionSyntax]) -> String {
    guard !conditions.isEmpty else { return "" }
    let equations = conditions.map { "\($0.constant.text) = \($0.value.text)" }
    return prefix + equations.joined(separator: ", ")
  }
}
