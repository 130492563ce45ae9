import SourceText

extension Parser {
  /// The whole of a specification.
  mutating func parseItems() -> [ItemSyntax] {
    var items: [ItemSyntax] = []
    while !isAt(.endOfFile) {
      let before = position
      items += parseItem()
      if position == before { recoverAtTopLevel() }
    }
    return items
  }

  private mutating func parseItem() -> [ItemSyntax] {
    switch keyword {
    case .const, .type, .var: return parseSection().map(ItemSyntax.declaration)
    case .function, .procedure: return [.function(parseFunction())]
    default: return parseRule().map { [.rule($0)] } ?? []
    }
  }

  private mutating func recoverAtTopLevel() {
    if let keyword, keyword.isEnd {
      report("this '\(keyword.rawValue)' closes nothing", at: here)
    } else {
      reportUnexpected("a declaration, function or rule", suggestion: keywordSuggestion)
    }
    repeat { advance() } while !isAt(.endOfFile) && !startsItem
  }

  /// A reserved word that starts an item and is spelled like the name here.
  private var keywordSuggestion: String? {
    guard isAt(.identifier) else { return nil }
    let starters = Keyword.allCases.filter(startsItem).map(\.rawValue)
    return nearestSpelling(to: current.text, among: starters).map { "did you mean '\($0)'?" }
  }

  private var startsItem: Bool { keyword.map(startsItem) ?? false }

  private func startsItem(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .alias, .assert, .assume, .cover, .invariant, .liveness: return true
    default: return keyword.startsTopLevelItem
    }
  }

  /// A `const`, `type` or `var` section.
  private mutating func parseSection() -> [DeclarationSyntax] {
    switch advance().kind {
    case .keyword(.const): parseConstants().map(DeclarationSyntax.constant)
    case .keyword(.type): parseTypeDeclarations().map(DeclarationSyntax.type)
    default: parseVariableDeclarations().map(DeclarationSyntax.variable)
    }
  }

  private mutating func parseConstants() -> [ConstantDeclaration] {
    var constants: [ConstantDeclaration] = []
    while startsDeclaration {
      let names = parseIdentifiers("a name")
      expect(.colon, "before the value")
      constants.append(ConstantDeclaration(names: names, value: parseExpression()))
      skipSemicolons()
    }
    return constants
  }

  private mutating func parseTypeDeclarations() -> [TypeDeclaration] {
    var types: [TypeDeclaration] = []
    while startsDeclaration {
      let names = parseIdentifiers("a name")
      expect(.colon, "before the type")
      types.append(TypeDeclaration(names: names, type: parseType()))
      skipSemicolons()
    }
    return types
  }

  /// The sections in front of a body.
  mutating func parseLocalDeclarations() -> [DeclarationSyntax] {
    var declarations: [DeclarationSyntax] = []
    while isAt(.const) || isAt(.type) || isAt(.var) { declarations += parseSection() }
    return declarations
  }

  private mutating func parseFunction() -> FunctionSyntax {
    let start = position
    let word = isAt(.function) ? "function" : "procedure"
    advance()
    openBlocks.append([.endfunction, .endprocedure])
    defer { openBlocks.removeLast() }
    let name = parseIdentifier("the name of the \(word)") ?? Identifier("", at: here)
    let parameters = parseParameters()
    let result = accept(.colon) ? parseType() : nil
    skipSemicolons()
    let declarations = parseLocalDeclarations()
    _ = accept(.begin)
    let body = parseStatements()
    parseEnd([.endfunction, .endprocedure], of: "this \(word)", openedAt: start)
    let range = range(from: start)
    skipSemicolons()
    return FunctionSyntax(
      name: name, parameters: parameters, result: result, declarations: declarations, body: body,
      range: range)
  }

  private mutating func parseParameters() -> [ParameterSyntax] {
    expect(.leftParenthesis, "before the parameters")
    var parameters: [ParameterSyntax] = []
    while isAt(.identifier) || isAt(.var) {
      parameters.append(parseParameter())
      if isAt(.comma) {
        reportUnexpected("';' or ')'", suggestion: "parameters of different types need ';' between")
        advance()
      }
      skipSemicolons()
    }
    expect(.rightParenthesis, "after the parameters")
    return parameters
  }

  private mutating func parseParameter() -> ParameterSyntax {
    let isReference = accept(.var)
    var names: [Identifier] = []
    repeat {
      guard let name = parseIdentifier("a parameter's name") else { break }
      names.append(name)
    } while accept(.comma)
    expect(.colon, "before the parameter's type")
    return ParameterSyntax(isReference: isReference, names: names, type: parseType())
  }
}
