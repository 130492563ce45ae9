import SourceText

extension Parser {
  mutating func parseExpression() -> ExpressionSyntax {
    parseOperation(atLeast: .conditional)
  }

  /// Operators that bind at least as tightly as `strength`, and their operands.
  private mutating func parseOperation(atLeast strength: Precedence) -> ExpressionSyntax {
    let start = position
    var left = parseOperand()
    while let found = precedenceHere, found >= strength {
      left = parseRest(of: left, from: start, found)
      if found.isNonAssociative, precedenceHere == found {
        report(
          "'\(file.text(of: current.bytes))' cannot be chained", at: here,
          suggestion: "put parentheses around the part that belongs together")
      }
    }
    return left
  }

  private var precedenceHere: Precedence? {
    switch current.kind {
    case .infix(let op): op.precedence
    case .symbol(.question): .conditional
    default: nil
    }
  }

  private mutating func parseRest(
    of left: ExpressionSyntax, from start: Int, _ strength: Precedence
  ) -> ExpressionSyntax {
    let token = advance()
    guard case .infix(let op) = token.kind else {
      let yes = nested(ExpressionSyntax(.missing, at: here)) { $0.parseExpression() }
      expect(.colon, "between the two values of '? :'")
      let no = parseOperation(atLeast: .implication)
      return make(.conditional(left, yes, no), from: start)
    }
    let right = parseOperation(atLeast: strength.next)
    return make(.binary(op, left, right), from: start)
  }

  private mutating func parseOperand() -> ExpressionSyntax {
    let missing = ExpressionSyntax(.missing, at: here)
    return nested(missing) { $0.parsePrefixed() }
  }

  private mutating func parsePrefixed() -> ExpressionSyntax {
    let start = position
    let op: PrefixOperator
    switch current.kind {
    case .symbol(.not): op = .not
    case .symbol(.complement): op = .complement
    case .infix(.subtract): op = .negate
    case .infix(.add):
      advance()
      var operand = parseOperation(atLeast: Precedence.product.next)
      operand.range = range(from: start)
      return operand
    default: return parsePrimary()
    }
    advance()
    let operand = parseOperation(atLeast: op.precedence.next)
    return make(.unary(op, operand), from: start)
  }

  private mutating func parsePrimary() -> ExpressionSyntax {
    let start = position
    switch current.kind {
    case .integer(let value):
      advance()
      // A fraction has been complained about.
      if isAt(Token.Kind.real) { advance() }
      return make(.integer(value), from: start)
    case .real:
      advance()
      return make(.integer(0), from: start)
    case .identifier where isAtChoice(of: "multisetcount"):
      let (choice, condition) = parseChoice()
      return make(.count(choice, condition), from: start)
    case .identifier where peek(1).kind == .symbol(.leftParenthesis): return parseCall()
    case .identifier: return parseDesignator()
    case .symbol(.leftParenthesis): return parseParenthesized()
    case .keyword(.forall): return parseQuantified(.forall, .endforall)
    case .keyword(.exists): return parseQuantified(.exists, .endexists)
    case .keyword(.isundefined): return parseIsUndefined()
    case .keyword(.ismember): return parseIsMember()
    default:
      reportUnexpected("an expression")
      return ExpressionSyntax(.missing, at: here)
    }
  }

  private mutating func parseParenthesized() -> ExpressionSyntax {
    let start = position
    advance()
    var inner = parseExpression()
    expect(.rightParenthesis, "to close the parenthesis")
    inner.range = range(from: start)
    return inner
  }

  private mutating func parseCall() -> ExpressionSyntax {
    let start = position
    let name = Identifier(current.text, at: here)
    advance()
    let arguments = parseArguments()
    return make(.call(name, arguments), from: start)
  }

  /// Expressions in parentheses, separated by commas, with an optional comma after the last one.
  mutating func parseArguments() -> [ExpressionSyntax] {
    expect(.leftParenthesis, "before the arguments")
    var arguments: [ExpressionSyntax] = []
    while !isAt(.rightParenthesis), !isAt(.endOfFile) {
      arguments.append(parseExpression())
      guard accept(.comma) else { break }
    }
    expect(.rightParenthesis, "after the arguments")
    return arguments
  }

  /// A name with the fields and indices after it.
  mutating func parseDesignator() -> ExpressionSyntax {
    let start = position
    guard let name = parseIdentifier("a variable") else {
      return ExpressionSyntax(.missing, at: here)
    }
    var designator = make(.name(name.text), from: start)
    while true {
      if accept(.dot) {
        guard let field = parseIdentifier("a field's name") else { return designator }
        designator = make(.field(designator, field), from: start)
      } else if accept(.leftBracket) {
        let index = parseExpression()
        expect(.rightBracket, "after the index")
        designator = make(.element(designator, index), from: start)
      } else {
        return designator
      }
    }
  }

  private mutating func parseQuantified(
    _ kind: QuantifierKind, _ closer: Keyword
  ) -> ExpressionSyntax {
    let start = position
    advance()
    openBlocks.append([closer])
    defer { openBlocks.removeLast() }
    let quantifiers = parseQuantifiers()
    expectDo("after what '\(kind.rawValue)' ranges over")
    let body = parseExpression()
    parseEnd([closer], of: "this '\(kind.rawValue)'", openedAt: start)
    return quantifiers.reversed().reduce(body) { make(.quantified(kind, $1, $0), from: start) }
  }

  /// One quantifier or several, separated by semicolons: the last one is the innermost.
  mutating func parseQuantifiers() -> [QuantifierSyntax] {
    var quantifiers = [parseQuantifier()]
    while accept(.semicolon) {
      skipSemicolons()
      quantifiers.append(parseQuantifier())
    }
    return quantifiers
  }

  /// `name : type` or `name := from to through [by step]`.
  mutating func parseQuantifier() -> QuantifierSyntax {
    let start = position
    let name = parseIdentifier("a variable") ?? Identifier("", at: here)
    if accept(.assign) {
      let from = parseExpression()
      expect(.to, "before the last value")
      let through = parseExpression()
      let step = accept(.by) ? parseExpression() : nil
      let domain = QuantifierSyntax.Domain.steps(from: from, through: through, by: step)
      return QuantifierSyntax(name: name, domain: domain, range: range(from: start))
    }
    expect(.colon, "or ':=' after the variable")
    return QuantifierSyntax(name: name, domain: .type(parseType()), range: range(from: start))
  }

  /// Whether `word(name:` comes here, which is no call.
  func isAtChoice(of word: String) -> Bool {
    current.text.lowercased() == word && peek(1).kind == .symbol(.leftParenthesis)
      && peek(2).kind == .identifier && peek(3).kind == .symbol(.colon)
  }

  /// `word(name: multiset, condition)`.
  mutating func parseChoice() -> (ChoiceSyntax, ExpressionSyntax) {
    let word = advance().text
    expect(.leftParenthesis, "after '\(word)'")
    let choice = parseChosen()
    expect(.comma, "between the multiset and the condition")
    let condition = parseExpression()
    expect(.rightParenthesis, "after the condition")
    return (choice, condition)
  }

  /// `name : multiset`.
  mutating func parseChosen() -> ChoiceSyntax {
    let start = position
    let name = parseIdentifier("a variable") ?? Identifier("", at: here)
    expect(.colon, "after the variable")
    let multiset = parseDesignator()
    return ChoiceSyntax(name: name, multiset: multiset, range: range(from: start))
  }

  private mutating func parseIsUndefined() -> ExpressionSyntax {
    let start = position
    advance()
    expect(.leftParenthesis, "after 'isundefined'")
    let place = parseDesignator()
    expect(.rightParenthesis, "after the variable")
    return make(.isUndefined(place), from: start)
  }

  private mutating func parseIsMember() -> ExpressionSyntax {
    let start = position
    advance()
    expect(.leftParenthesis, "after 'ismember'")
    let value = parseExpression()
    expect(.comma, "between the value and the type")
    let type = parseType()
    expect(.rightParenthesis, "after the type")
    return make(.isMember(value, type), from: start)
  }
}
