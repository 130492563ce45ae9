import SourceText

extension Checker {
  /// The value of an expression that must be a number known before the program runs.
  mutating func constantNumber(_ syntax: ExpressionSyntax, as what: String) -> Quantity? {
    let expression = checkExpression(syntax)
    guard expression.type.isNumeric else {
      report("\(what) must be a number, but this is \(expression.type)", at: syntax.range)
      return nil
    }
    return constantValue(of: expression, as: what)
  }

  /// The value of an expression that must be known before the program runs.
  mutating func constantValue(of expression: TypedExpression, as what: String) -> Quantity? {
    guard expression.type != .invalid else { return nil }
    switch expression.folded(aliases) {
    case .value(let value): return value
    case .failure(let message, let range): report("\(message) in \(what)", at: range)
    case .variable(let range): report("\(what) must be constant", at: range)
    case .noPolynomial(let names, let range): reportNoPolynomial(names, in: what, at: range)
    }
    return nil
  }

  mutating func checkConstant(_ declaration: ConstantDeclaration, isTopLevel: Bool) {
    let expression = checkExpression(declaration.value)
    var symbol = Symbol.broken
    if expression.type.isSimple {
      if let value = constantValue(of: expression, as: "a constant") {
        symbol = .constant(value, expression.type)
      }
    } else {
      report("a constant cannot be \(expression.type)", at: expression.range)
    }
    for name in declaration.names {
      if isTopLevel, case .constant(let value, let type) = symbol {
        declare(name, addConstant(name, value, type, declaration.value))
      } else {
        declare(name, symbol)
      }
    }
  }

  /// Adds a constant of the top level, with the value given from outside if there is one.
  private mutating func addConstant(
    _ name: Identifier, _ value: Quantity, _ type: CheckedType, _ definition: ExpressionSyntax
  ) -> Symbol {
    let override = overrides.last { $0.name == name.text }
    let given = override.flatMap { overriddenValue(of: $0.name, $0.value, type, name.range) }
    let quantity = quantity(of: name, type, given: given ?? value, by: definition)
    constants.append(
      CheckedConstant(
        name: name.text, quantity: quantity, type: type, isOverridden: given != nil,
        range: name.range))
    return .constant(quantity, type)
  }

  /// The value of a constant given from outside as text.
  private mutating func overriddenValue(
    of name: String, _ text: String, _ type: CheckedType, _ declaration: SourceRange
  ) -> Quantity? {
    let (syntax, problems) = parseExpression(SourceFile(name: "-c \(name)", text: text))
    let note = Diagnostic.Note("'\(name)' is declared here", at: declaration)
    guard !problems.containsError else {
      report("'\(text)' is not a value for '\(name)'", at: .none, notes: [note])
      return nil
    }
    let count = diagnostics.count
    let expression = checkExpression(syntax)
    guard diagnostics.count == count else { return nil }
    guard expression.type.fits(type) else {
      report(
        "'\(name)' is \(type), but '\(text)' is \(expression.type)", at: .none, notes: [note],
        suggestion: suggestedValues(of: type))
      return nil
    }
    return constantValue(of: expression, as: "the value of '\(name)'")
  }

  private func suggestedValues(of type: CheckedType) -> String? {
    switch type {
    case .boolean: "use true or false"
    case .enumeration(let members, _): "use one of \(members.joined(separator: ", "))"
    case .integer, .range: "use a whole number"
    default: nil
    }
  }

  /// Reports values given from outside for constants that there are not.
  mutating func checkOverrides() {
    for name in Set(overrides.map(\.name)).sorted()
    where !constants.contains(where: { $0.name == name }) {
      let near = nearestSpelling(to: name, among: constants.map(\.name))
      let list = constants.map { "\($0.name) = \($0.valueText)" }.joined(separator: ", ")
      let all = list.isEmpty ? "there are no constants" : "the constants are \(list)"
      report(
        "there is no constant '\(name)' to give a value", at: .none,
        suggestion: (near.map { "did you mean '\($0)'? " } ?? "") + all)
    }
  }
}

extension CheckedConstant {
  /// The value as a person writes it.
  package var valueText: String {
    switch type {
    case .boolean: value == 0 ? "false" : "true"
    case .enumeration(let members, _):
      members.indices.contains(Int(clamping: value)) ? members[Int(value)] : String(value)
    default: String(value)
    }
  }
}
