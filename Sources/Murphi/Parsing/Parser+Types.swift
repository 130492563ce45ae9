import SourceText

extension Parser {
  mutating func parseType() -> TypeSyntax {
    let missing = TypeSyntax(.missing, at: here)
    return nested(missing) { $0.parseTypeHere() }
  }

  private mutating func parseTypeHere() -> TypeSyntax {
    let start = position
    let kind = parseTypeKind()
    return TypeSyntax(kind, at: range(from: start))
  }

  private mutating func parseTypeKind() -> TypeSyntax.Kind {
    switch current.kind {
    case .keyword(.boolean):
      advance()
      return .boolean
    case .keyword(.enum): return parseEnumeration()
    case .keyword(.record): return parseRecord()
    case .keyword(.array): return parseArray()
    case .keyword(.scalarset): return parseScalarset()
    case .keyword(.union): return parseUnion()
    case .keyword(.real): return parseReal()
    case .identifier where isMultiset: return parseMultiset()
    default: return parseNameOrRange()
    }
  }

  private var isMultiset: Bool {
    current.text.lowercased() == "multiset" && peek(1).kind == .symbol(.leftBracket)
  }

  private mutating func parseNameOrRange() -> TypeSyntax.Kind {
    guard startsExpression else {
      reportUnexpected("a type")
      return .missing
    }
    let lower = parseExpression()
    if accept(.dotDot) { return .range(lower, parseExpression()) }
    switch lower.kind {
    case .name(let name): return .name(name)
    case .missing: return .missing
    default:
      reportUnexpected("'..' in a range of numbers")
      return .missing
    }
  }

  var startsExpression: Bool {
    switch current.kind {
    case .identifier, .integer, .real, .symbol(.leftParenthesis), .symbol(.not),
      .symbol(.complement), .infix(.subtract), .infix(.add), .keyword(.forall), .keyword(.exists),
      .keyword(.isundefined), .keyword(.ismember):
      true
    default: false
    }
  }

  private mutating func parseEnumeration() -> TypeSyntax.Kind {
    advance()
    expect(.leftBrace, "after 'enum'")
    let members = parseIdentifiers("a member's name")
    expect(.rightBrace, "after the members")
    return .enumeration(members)
  }

  private mutating func parseRecord() -> TypeSyntax.Kind {
    let start = position
    advance()
    openBlocks.append([.endrecord])
    defer { openBlocks.removeLast() }
    let fields = parseVariableDeclarations()
    parseEnd([.endrecord], of: "this record", openedAt: start)
    return .record(fields)
  }

  private mutating func parseArray() -> TypeSyntax.Kind {
    advance()
    expect(.leftBracket, "after 'array'")
    let index = parseType()
    expect(.rightBracket, "after the index type")
    expect(.of, "before the type of the elements")
    return .array(index, parseType())
  }

  private mutating func parseScalarset() -> TypeSyntax.Kind {
    advance()
    expect(.leftParenthesis, "after 'scalarset'")
    let size = parseExpression()
    expect(.rightParenthesis, "after the size")
    return .scalarset(size)
  }

  private mutating func parseUnion() -> TypeSyntax.Kind {
    advance()
    expect(.leftBrace, "after 'union'")
    var members: [TypeSyntax] = []
    while !isAt(.rightBrace), !isAt(.endOfFile) {
      members.append(parseType())
      guard accept(.comma) else { break }
    }
    expect(.rightBrace, "after the member types")
    return .union(members)
  }

  private mutating func parseMultiset() -> TypeSyntax.Kind {
    advance()
    expect(.leftBracket, "after 'multiset'")
    let size = parseExpression()
    expect(.rightBracket, "after the size")
    expect(.of, "before the type of the elements")
    return .multiset(size, parseType())
  }

  private mutating func parseReal() -> TypeSyntax.Kind {
    advance()
    if isAt(.leftParenthesis) { _ = parseArguments() }
    return .real
  }

  /// Whether a name here is being declared, and not the start of a statement after declarations.
  var startsDeclaration: Bool {
    guard isAt(.identifier), !isAtChoose else { return isAt(.colon) }
    switch peek(1).kind {
    case .symbol(.assign), .symbol(.leftBracket), .symbol(.dot), .symbol(.leftParenthesis):
      return false
    default: return true
    }
  }

  /// `names : type` as often as it comes, with optional semicolons.
  mutating func parseVariableDeclarations() -> [VariableDeclaration] {
    var declarations: [VariableDeclaration] = []
    while startsDeclaration {
      let names = parseIdentifiers("a name")
      expect(.colon, "before the type")
      declarations.append(VariableDeclaration(names: names, type: parseType()))
      skipSemicolons()
    }
    return declarations
  }
}
