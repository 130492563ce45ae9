import SourceText

extension Parser {
  /// Statements up to a word that no statement starts with.
  mutating func parseStatements() -> [StatementSyntax] {
    var statements: [StatementSyntax] = []
    while !endsStatements {
      let before = position
      if isAt(.semicolon) {
        report("there is no statement before this ';'", at: here)
        skipSemicolons()
        continue
      }
      if let statement = nested(nil, { $0.parseStatement() }) { statements.append(statement) }
      if !isAt(.semicolon), !endsStatements { recoverAfterStatement(from: before) }
      skipSemicolons()
    }
    return statements
  }

  /// Whether the statements of a body end here.
  private var endsStatements: Bool {
    guard let keyword else { return isAt(.endOfFile) }
    switch keyword {
    case .else, .elsif, .case: return true
    default: return keyword.isEnd || keyword.startsTopLevelItem
    }
  }

  /// Goes on at the next statement after a missing semicolon or a statement that makes no sense.
  private mutating func recoverAfterStatement(from start: Int) {
    reportMissing("';' between statements")
    if position == start { advance() }
    while !isAt(.semicolon), !endsStatements, !startsStatement { advance() }
  }

  private var startsStatement: Bool {
    switch current.kind {
    case .identifier:
      switch peek(1).kind {
      case .symbol(.assign), .symbol(.leftParenthesis), .symbol(.leftBracket), .symbol(.dot): true
      default: false
      }
    case .keyword(let keyword):
      switch keyword {
      case .alias, .assert, .assume, .clear, .cover, .error, .for, .if, .invariant, .liveness, .put,
        .return, .switch, .undefine, .while:
        true
      default: false
      }
    default: false
    }
  }

  private mutating func parseStatement() -> StatementSyntax? {
    let start = position
    let kind: StatementSyntax.Kind?
    switch current.kind {
    case .identifier where isAtChoice(of: "multisetremovepred"):
      let (choice, condition) = parseChoice()
      kind = .removeAll(choice, condition)
    case .identifier: kind = parseAssignmentOrCall()
    case .keyword(let keyword): kind = parseStatement(keyword)
    default: kind = nil
    }
    guard let kind else {
      reportUnexpected("a statement")
      return nil
    }
    return StatementSyntax(kind, at: range(from: start))
  }

  private mutating func parseStatement(_ keyword: Keyword) -> StatementSyntax.Kind? {
    switch keyword {
    case .alias: return parseAlias()
    case .assert, .assume, .cover, .invariant, .liveness: return .property(parseProperty(keyword))
    case .error: return parseError()
    case .for: return parseFor()
    case .if: return parseIf()
    case .put: return parsePut()
    case .switch: return parseSwitch()
    case .while: return parseWhile()
    case .clear:
      advance()
      return .clear(parseDesignator())
    case .undefine:
      advance()
      return .undefine(parseDesignator())
    case .return:
      advance()
      return .giveBack(startsExpression ? parseExpression() : nil)
    default: return nil
    }
  }

  private mutating func parseAssignmentOrCall() -> StatementSyntax.Kind {
    if peek(1).kind == .symbol(.leftParenthesis) {
      let name = Identifier(current.text, at: here)
      advance()
      return .call(name, parseArguments())
    }
    let target = parseDesignator()
    guard isAt(.symbol(.assign)) else {
      let isEquation = isAt(.infix(.equal))
      reportUnexpected(
        "':=' in an assignment", suggestion: isEquation ? "assignments are written ':='" : nil)
      guard isEquation || isAt(.colon) else { return .assignment(target, target) }
      advance()
      return .assignment(target, parseExpression())
    }
    advance()
    return .assignment(target, parseExpression())
  }

  private mutating func parseAlias() -> StatementSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endalias])
    defer { openBlocks.removeLast() }
    let aliases = parseAliases()
    let body = parseStatements()
    parseEnd([.endalias], of: "this alias", openedAt: start)
    return .alias(aliases, body)
  }

  private mutating func parseError() -> StatementSyntax.Kind {
    advance()
    guard isAt(.string) else {
      reportUnexpected("a message in quotes after 'error'")
      return .error("")
    }
    return .error(advance().text)
  }

  private mutating func parsePut() -> StatementSyntax.Kind {
    advance()
    return isAt(.string) ? .putText(advance().text) : .putValue(parseExpression())
  }

  private mutating func parseFor() -> StatementSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endfor])
    defer { openBlocks.removeLast() }
    let quantifiers = parseQuantifiers()
    expectDo("after what the loop ranges over")
    let body = parseStatements()
    parseEnd([.endfor], of: "this loop", openedAt: start)
    let range = range(from: start)
    return quantifiers.dropLast().reversed().reduce(.loop(quantifiers.last!, body)) {
      .loop($1, [StatementSyntax($0, at: range)])
    }
  }

  private mutating func parseWhile() -> StatementSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endwhile])
    defer { openBlocks.removeLast() }
    let condition = parseExpression()
    expectDo("after the condition")
    let body = parseStatements()
    parseEnd([.endwhile], of: "this loop", openedAt: start)
    return .whileLoop(condition, body)
  }

  private mutating func parseIf() -> StatementSyntax.Kind {
    let start = position
    openBlocks.append([.endif])
    defer { openBlocks.removeLast() }
    var clauses: [ClauseSyntax] = []
    repeat {
      advance()
      let condition = parseExpression()
      expect(.then, "after the condition")
      clauses.append(ClauseSyntax(condition: condition, body: parseStatements()))
    } while isAt(.elsif)
    let otherwise = accept(.else) ? parseStatements() : nil
    parseEnd([.endif], of: "this 'if'", openedAt: start)
    return .branch(clauses, otherwise: otherwise)
  }

  private mutating func parseSwitch() -> StatementSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endswitch])
    defer { openBlocks.removeLast() }
    let subject = parseExpression()
    var cases: [CaseSyntax] = []
    while accept(.case) { cases.append(parseCase()) }
    let otherwise = accept(.else) ? parseStatements() : nil
    parseEnd([.endswitch], of: "this 'switch'", openedAt: start)
    return .select(subject, cases, otherwise: otherwise)
  }

  private mutating func parseCase() -> CaseSyntax {
    var labels: [ExpressionSyntax] = []
    repeat {
      labels.append(parseExpression())
    } while accept(.comma) && !isAt(.colon)
    expect(.colon, "after the labels")
    return CaseSyntax(labels: labels, body: parseStatements())
  }
}
