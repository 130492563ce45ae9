import SourceText

extension Checker {
  mutating func checkStatements(_ statements: [StatementSyntax]) -> [TypedStatement] {
    statements.map { TypedStatement(kind: checkStatement($0), range: $0.range) }
  }

  private mutating func checkStatement(_ syntax: StatementSyntax) -> TypedStatement.Kind {
    switch syntax.kind {
    case .assignment(let target, let value) where isUndefined(value):
      return .undefine(checkTarget(target, "undefined"))
    case .assignment(let target, let value): return checkAssignment(target, value, syntax.range)
    case .call(let name, let arguments): return checkCallStatement(name, arguments, syntax.range)
    case .clear(let place): return .clear(checkTarget(place, "cleared"))
    case .undefine(let place): return .undefine(checkTarget(place, "undefined"))
    case .branch(let clauses, let otherwise):
      let checked = clauses.map { clause in
        TypedStatement.Clause(
          condition: checkBoolean(clause.condition, in: "the condition of 'if'"),
          body: checkStatements(clause.body))
      }
      return .branch(checked, otherwise: checkStatements(otherwise ?? []))
    case .select(let subject, let cases, let otherwise):
      return checkSelect(subject, cases, otherwise ?? [])
    case .loop(let quantifier, let body): return checkLoop(quantifier, body)
    case .whileLoop(let condition, let body):
      let checked = checkBoolean(condition, in: "the condition of 'while'")
      return .whileLoop(checked, checkStatements(body))
    case .alias(let aliases, let body): return checkAlias(aliases, body)
    case .giveBack(let value): return checkReturn(value, syntax.range)
    case .property(let property): return checkPropertyStatement(property)
    case .error(let message): return .error(message)
    case .putText(let text): return .putText(text)
    case .putValue(let value): return checkPut(value)
    case .removeAll(let choice, let condition): return checkRemoveAll(choice, condition)
    }
  }

  /// Whether this is the word of CMurphi for no value, and not a name of the program.
  func isUndefined(_ value: ExpressionSyntax) -> Bool {
    guard case .name(let name) = value.kind else { return false }
    return name.lowercased() == "undefined" && scopes.find(name) == nil
  }

  private mutating func checkAssignment(
    _ targetSyntax: ExpressionSyntax, _ valueSyntax: ExpressionSyntax, _ range: SourceRange
  ) -> TypedStatement.Kind {
    let target = checkTarget(targetSyntax, "assigned to")
    let value = checkExpression(valueSyntax)
    if !target.type.fits(value.type) {
      report(
        "cannot assign \(value.type) to \(target.type)", at: range,
        suggestion: target.type.remedy(against: value.type))
    }
    return .assignment(target, converted(value, to: target.type))
  }

  /// Checks a place that is about to be changed.
  mutating func checkTarget(
    _ syntax: ExpressionSyntax, _ participle: String
  ) -> TypedExpression {
    let target = checkExpression(syntax)
    requireChangeable(target, participle)
    return target
  }

  /// Notes that a place is about to be changed, and reports when it must not be.
  mutating func requireChangeable(_ target: TypedExpression, _ participle: String) {
    switch target.access {
    case .place: noteWrite(to: target, at: target.range)
    case .readOnlyPlace:
      let declaration = root(of: target).map { variables[$0.position] }
      let note = declaration.map { Diagnostic.Note("the parameter is declared here", at: $0.range) }
      report(
        "this cannot be \(participle), as it belongs to a parameter", at: target.range,
        notes: note.map { [$0] } ?? [],
        suggestion: "declare the parameter with 'var' to change the caller's variable")
    case .value:
      report("this cannot be \(participle), as it is not a variable", at: target.range)
    }
  }

  private mutating func checkCallStatement(
    _ name: Identifier, _ arguments: [ExpressionSyntax], _ range: SourceRange
  ) -> TypedStatement.Kind {
    if let operation = multisetOperation(name) { return operation(&self, arguments, range) }
    guard let (id, values) = checkCall(name, arguments, at: range) else { return .putText("") }
    return .call(id, values)
  }

  private mutating func checkSelect(
    _ subjectSyntax: ExpressionSyntax, _ cases: [CaseSyntax], _ otherwise: [StatementSyntax]
  ) -> TypedStatement.Kind {
    var subject = checkExpression(subjectSyntax)
    if !subject.type.isSimple {
      report("'switch' cannot look at \(subject.type)", at: subjectSyntax.range)
    }
    var checked = cases.map { item in
      let labels = item.labels.map { checkExpression($0) }
      for label in labels where !subject.type.fits(label.type) {
        report("the subject is \(subject.type), but this is \(label.type)", at: label.range)
      }
      return TypedStatement.Case(labels: labels, body: checkStatements(item.body))
    }
    let type = commonType(of: [subject] + checked.flatMap(\.labels))
    subject = converted(subject, to: type)
    checked = checked.map { item in
      TypedStatement.Case(labels: item.labels.map { converted($0, to: type) }, body: item.body)
    }
    return .select(subject, checked, otherwise: checkStatements(otherwise))
  }

  private mutating func checkLoop(
    _ syntax: QuantifierSyntax, _ body: [StatementSyntax]
  ) -> TypedStatement.Kind {
    scopes.open()
    defer { scopes.close() }
    let quantifier = checkQuantifier(syntax)
    return .loop(quantifier, checkStatements(body))
  }

  private mutating func checkAlias(
    _ syntax: [AliasSyntax], _ body: [StatementSyntax]
  ) -> TypedStatement.Kind {
    scopes.open()
    defer { scopes.close() }
    let ids = checkAliases(syntax)
    return .alias(ids, checkStatements(body))
  }

  /// Checks what aliases stand for, and makes them visible one after the other.
  mutating func checkAliases(_ syntax: [AliasSyntax]) -> [AliasID] {
    var ids: [AliasID] = []
    for alias in syntax {
      let value = checkExpression(alias.value)
      for name in alias.names {
        let id = AliasID(position: aliases.count)
        aliases.append(CheckedAlias(id: id, name: name.text, value: value))
        declare(name, .alias(id))
        ids.append(id)
      }
    }
    return ids
  }

  private mutating func checkReturn(
    _ syntax: ExpressionSyntax?, _ range: SourceRange
  ) -> TypedStatement.Kind {
    let value = syntax.map { checkExpression($0) }
    switch (returning, value) {
    case (.nothing, let value?):
      report("a rule has no value to return", at: value.range)
    case (.procedure, let value?):
      report("a procedure has no value to return", at: value.range)
    case (.function(let type), nil):
      report("this function must return \(type)", at: range)
    case (.function(let type), let value?) where !value.type.fits(type):
      report("this function must return \(type), but this is \(value.type)", at: value.range)
    default: break
    }
    if case .function(let type) = returning, let value {
      return .giveBack(converted(value, to: type))
    }
    return .giveBack(value)
  }

  private mutating func checkPropertyStatement(
    _ property: PropertySyntax
  ) -> TypedStatement.Kind {
    if property.kind == .liveness {
      report(
        "liveness is claimed of a whole system, not of a place in a rule", at: property.range,
        suggestion: "move it to the top level")
    }
    let condition = checkBoolean(property.condition, in: "what '\(property.kind.rawValue)' claims")
    return .property(
      CheckedProperty(
        kind: property.kind, message: property.message, condition: condition,
        range: property.range))
  }

  private mutating func checkPut(_ syntax: ExpressionSyntax) -> TypedStatement.Kind {
    let value = checkExpression(syntax)
    if value.access == .value, !value.type.isSimple {
      report("'put' cannot print the \(value.type) that this computes", at: syntax.range)
    }
    return .putValue(value)
  }
}
