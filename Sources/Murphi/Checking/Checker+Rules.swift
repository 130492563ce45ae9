import SourceText

extension Checker {
  mutating func checkItems() {
    for item in program.items {
      switch item {
      case .declaration(let declaration): _ = checkDeclaration(declaration, .state)
      case .function(let function): checkFunction(function)
      case .rule(let rule): checkRule(rule)
      }
    }
    let hasStart = rules.contains { if case .startState = $0.kind { true } else { false } }
    if !hasStart, !diagnostics.containsError {
      report("there is no start state, so no state can be reached", at: .none, severity: .warning)
    }
  }

  /// Checks a declaration and makes its names visible; returns the variables it adds.
  private mutating func checkDeclaration(
    _ declaration: DeclarationSyntax, _ storage: CheckedVariable.Storage
  ) -> [VariableID] {
    switch declaration {
    case .constant(let constant):
      checkConstant(constant, isTopLevel: storage == .state)
      return []
    case .type(let type):
      checkTypeDeclaration(type)
      return []
    case .variable(let variable):
      let type = checkVariableType(variable.type)
      return variable.names.map { addVariable($0, type, storage) }
    }
  }

  private mutating func checkTypeDeclaration(_ declaration: TypeDeclaration) {
    var type = checkType(declaration.type)
    if let name = declaration.names.first { type = type.named(name.text) }
    declareMembers(of: declaration.type, type)
    for name in declaration.names {
      let own = type.name == declaration.names[0].text ? rename(declaration.type, type, name) : type
      declare(name, own == .invalid ? .broken : .type(own))
    }
  }

  /// The type under another of the names that one declaration gives it. Members keep the first.
  private func rename(
    _ syntax: TypeSyntax, _ type: CheckedType, _ name: Identifier
  ) -> CheckedType {
    switch (syntax.kind, type) {
    case (.range, .range(let lower, let upper, _)):
      .range(lower: lower, upper: upper, name: name.text)
    case (.scalarset, .scalarset(let size, _)): .scalarset(size: size, name: name.text)
    default: type
    }
  }

  // MARK: Functions

  private mutating func checkFunction(_ syntax: FunctionSyntax) {
    scopes.open()
    let parameters = checkParameters(syntax.parameters)
    let result = syntax.result.map { checkVariableType($0) }
    let id = FunctionID(position: functions.count)
    var function = CheckedFunction(
      id: id, name: syntax.name.text, parameters: parameters.map(\.id), result: result, locals: [],
      body: [], range: syntax.name.range)
    functions.append(FunctionEntry(checked: function))
    declare(syntax.name, .function(id))
    for (name, id) in parameters { declare(name, .variable(id)) }
    let locals = syntax.declarations.flatMap { checkDeclaration($0, .local) }
    returning = result.map(Returning.function) ?? .procedure
    effects = Effects()
    let body = checkStatements(syntax.body)
    function = CheckedFunction(
      id: id, name: syntax.name.text, parameters: function.parameters, result: result,
      locals: locals, body: body, range: syntax.name.range)
    functions[id.position] = FunctionEntry(checked: function, effects: effects)
    returning = .nothing
    effects = Effects()
    scopes.close()
    declare(syntax.name, .function(id))
  }

  /// Parameters become visible only after all their types are known.
  private mutating func checkParameters(
    _ syntax: [ParameterSyntax]
  ) -> [(name: Identifier, id: VariableID)] {
    var parameters: [(name: Identifier, id: VariableID)] = []
    for parameter in syntax {
      let type = checkVariableType(parameter.type)
      for name in parameter.names {
        let id = VariableID(position: variables.count)
        variables.append(
          CheckedVariable(
            id: id, name: name.text, type: type,
            storage: .parameter(isReference: parameter.isReference), range: name.range))
        parameters.append((name, id))
      }
    }
    return parameters
  }

  // MARK: Rules

  private mutating func checkRule(_ syntax: RuleSyntax) {
    switch syntax.kind {
    case .rule(let priority, let name, let guardCondition, let declarations, let body):
      if priority != nil { isForCMurphi = true }
      scopes.open()
      let condition = guardCondition.map { checkPure($0, in: "a guard") }
      let locals = declarations.flatMap { checkDeclaration($0, .local) }
      let kind = CheckedRule.Kind.rule(
        guard: condition, priority: priority ?? 0, locals: locals, body: checkStatements(body))
      add(kind, name, syntax.range)
      scopes.close()
    case .startState(let name, let declarations, let body):
      reportChoice(aroundStartState: syntax.range)
      scopes.open()
      let locals = declarations.flatMap { checkDeclaration($0, .local) }
      add(.startState(locals: locals, body: checkStatements(body)), name, syntax.range)
      scopes.close()
    case .property(let property):
      let condition = checkPure(property.condition, in: "a property")
      let checked = CheckedProperty(
        kind: property.kind, message: property.message, condition: condition,
        range: property.range)
      add(.property(checked), property.message, syntax.range)
    case .ruleset(let quantifiers, let rules): checkRuleset(quantifiers, rules)
    case .alias(let aliases, let rules): checkAliasRule(aliases, rules)
    case .choose(let choice, let rules): checkChoose(choice, rules)
    }
  }

  private mutating func add(_ kind: CheckedRule.Kind, _ name: String?, _ range: SourceRange) {
    rules.append(CheckedRule(kind: kind, name: name, context: context, range: range))
  }

  private mutating func checkRuleset(_ quantifiers: [QuantifierSyntax], _ rules: [RuleSyntax]) {
    scopes.open()
    let depth = context.count
    for syntax in quantifiers {
      let quantifier = checkQuantifier(syntax)
      requireConstant(quantifier)
      context.append(.quantifier(quantifier))
    }
    for rule in rules { checkRule(rule) }
    context.removeLast(context.count - depth)
    scopes.close()
  }

  private mutating func checkChoose(_ syntax: ChoiceSyntax, _ rules: [RuleSyntax]) {
    isForCMurphi = true
    scopes.open()
    let choice = checkPure("what 'choose' looks at") { $0.checkChoice(syntax) }
    context.append(.choice(choice))
    for rule in rules { checkRule(rule) }
    context.removeLast()
    scopes.close()
  }

  /// Where a start state begins, every multiset is empty.
  private mutating func reportChoice(aroundStartState range: SourceRange) {
    for case .choice(let choice) in context {
      let note = Diagnostic.Note("the 'choose' around it is here", at: choice.range)
      report("a start state has no elements to choose from", at: range, notes: [note])
      return
    }
  }

  private mutating func checkAliasRule(_ aliases: [AliasSyntax], _ rules: [RuleSyntax]) {
    scopes.open()
    let ids = checkPure("an alias around rules") { $0.checkAliases(aliases) }
    context.append(.aliases(ids))
    for rule in rules { checkRule(rule) }
    context.removeLast()
    scopes.close()
  }
}
