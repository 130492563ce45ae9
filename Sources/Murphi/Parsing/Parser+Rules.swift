import SourceText

extension Parser {
  /// A rule, start state, property or group; nil, with nothing consumed, when there is none here.
  mutating func parseRule() -> RuleSyntax? {
    let start = position
    if isAtChoose {
      let kind = nested(nothing) { $0.parseChoose() }
      let range = range(from: start)
      skipSemicolons()
      return RuleSyntax(kind: kind, range: range)
    }
    guard let keyword else { return nil }
    let kind: RuleSyntax.Kind
    switch keyword {
    case .rule: kind = nested(nothing) { $0.parseSimpleRule() }
    case .startstate: kind = nested(nothing) { $0.parseStartState() }
    case .ruleset: kind = nested(nothing) { $0.parseRuleset() }
    case .alias: kind = nested(nothing) { $0.parseAliasRule() }
    case .assert, .assume, .cover, .invariant, .liveness: kind = .property(parseProperty(keyword))
    default: return nil
    }
    let range = range(from: start)
    skipSemicolons()
    return RuleSyntax(kind: kind, range: range)
  }

  private var nothing: RuleSyntax.Kind { .ruleset([], []) }

  private mutating func parseName() -> String? { isAt(.string) ? advance().text : nil }

  private mutating func parseSimpleRule() -> RuleSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endrule])
    defer { openBlocks.removeLast() }
    let priority = parsePriority()
    let name = parseName()
    let guardCondition = parseGuard()
    let declarations = parseHeader()
    let body = parseStatements()
    parseEnd([.endrule], of: "this rule", openedAt: start)
    return .rule(priority: priority, name: name, guard: guardCondition, declarations, body)
  }

  /// The number before a rule's name or guard, which nothing joins to what follows.
  private mutating func parsePriority() -> UInt64? {
    guard case .integer(let value) = current.kind else { return nil }
    switch peek(1).kind {
    case .infix, .symbol(.question), .symbol(.arrow): return nil
    default:
      if value == nil { report("this number does not fit in 64 bits", at: here) }
      advance()
      return value
    }
  }

  /// The guard, when an arrow comes before anything that only a body holds.
  private mutating func parseGuard() -> ExpressionSyntax? {
    guard hasGuard else { return nil }
    let condition = parseExpression()
    expect(.arrow, "after the guard")
    return condition
  }

  private var hasGuard: Bool {
    var openQuantifiers = 0
    for ahead in 0..<tokens.count - position {
      switch peek(ahead).kind {
      case .symbol(.arrow): return true
      case .keyword(.forall), .keyword(.exists): openQuantifiers += 1
      case .symbol(.semicolon) where openQuantifiers > 0: continue
      case .keyword(let keyword) where keyword.isEnd && openQuantifiers > 0: openQuantifiers -= 1
      case .keyword(.begin): return ahead > 0
      case .symbol(.semicolon), .keyword(.then), .endOfFile: return false
      case .keyword(let keyword) where keyword.startsTopLevelItem: return false
      default: continue
      }
    }
    return false
  }

  /// Declarations and `begin`, which is needed only after declarations.
  private mutating func parseHeader() -> [DeclarationSyntax] {
    let declarations = parseLocalDeclarations()
    if declarations.isEmpty {
      _ = accept(.begin)
    } else {
      expect(.begin, "after the declarations")
    }
    return declarations
  }

  private mutating func parseStartState() -> RuleSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endstartstate])
    defer { openBlocks.removeLast() }
    let name = parseName()
    let declarations = parseHeader()
    let body = parseStatements()
    parseEnd([.endstartstate], of: "this start state", openedAt: start)
    return .startState(name: name, declarations, body)
  }

  private mutating func parseRuleset() -> RuleSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endruleset])
    defer { openBlocks.removeLast() }
    let quantifiers = parseQuantifiers()
    expectDo("after the parameters of the ruleset")
    let rules = parseRules()
    parseEnd([.endruleset], of: "this ruleset", openedAt: start)
    return .ruleset(quantifiers, rules)
  }

  /// Whether `choose name :` comes here; the word is not reserved.
  var isAtChoose: Bool {
    isAt(.identifier) && current.text.lowercased() == "choose" && peek(1).kind == .identifier
      && peek(2).kind == .symbol(.colon)
  }

  private mutating func parseChoose() -> RuleSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endchoose])
    defer { openBlocks.removeLast() }
    let choice = parseChosen()
    expect(.do, "after the multiset")
    let rules = parseRules()
    parseEnd([.endchoose], of: "this 'choose'", openedAt: start)
    return .choose(choice, rules)
  }

  private mutating func parseAliasRule() -> RuleSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endalias])
    defer { openBlocks.removeLast() }
    let aliases = parseAliases()
    let rules = parseRules()
    parseEnd([.endalias], of: "this alias", openedAt: start)
    return .alias(aliases, rules)
  }

  /// `names : expression` as often as it comes, with optional semicolons, and `do`.
  mutating func parseAliases() -> [AliasSyntax] {
    var aliases: [AliasSyntax] = []
    while isAt(.identifier) || isAt(.colon) {
      let names = parseIdentifiers("a name")
      expect(.colon, "before what the alias stands for")
      aliases.append(AliasSyntax(names: names, value: parseExpression()))
      skipSemicolons()
    }
    expect(.do, "after the aliases")
    return aliases
  }

  private mutating func parseRules() -> [RuleSyntax] {
    var rules: [RuleSyntax] = []
    while !isAt(.endOfFile), !(keyword?.isEnd ?? false) {
      if let rule = parseRule() {
        rules.append(rule)
      } else {
        reportUnexpected("a rule")
        repeat { advance() } while !isAt(.endOfFile) && !startsRule && !(keyword?.isEnd ?? false)
      }
    }
    return rules
  }

  private var startsRule: Bool {
    switch keyword {
    case .rule, .startstate, .ruleset, .alias, .assert, .assume, .cover, .invariant, .liveness: true
    case nil: isAtChoose
    default: false
    }
  }

  /// A property, with its message before or after the condition.
  mutating func parseProperty(_ keyword: Keyword) -> PropertySyntax {
    let start = position
    advance()
    let before = parseName()
    let condition = parseExpression()
    let message = before == nil ? parseName() : before
    return PropertySyntax(
      kind: PropertyKind(rawValue: keyword.rawValue) ?? .invariant, message: message,
      condition: condition, range: range(from: start))
  }
}
