package import SourceText

/// Reads a specification. Never fails: what cannot be understood is reported and passed over.
///
/// Without an error among the diagnostics, the program holds no `missing` part. Settings are read
/// from the `-- pinproof:` lines before the first declaration.
package func parse(_ file: SourceFile) -> (Program, [Diagnostic]) {
  let lexer = Lexer(file)
  var parser = Parser(file, lexer.tokens)
  let items = parser.parseItems()
  let (settings, settingDiagnostics) = parseSettings(lexer.settings, in: file)
  let diagnostics = (lexer.diagnostics + settingDiagnostics + parser.diagnostics)
    .sorted { $0.range.start < $1.range.start }
  return (Program(file: file, settings: settings, items: items), diagnostics)
}

/// Reads a text that is one expression, such as the value of a constant given from outside.
func parseExpression(_ file: SourceFile) -> (ExpressionSyntax, [Diagnostic]) {
  let lexer = Lexer(file)
  var parser = Parser(file, lexer.tokens)
  let expression = parser.parseExpression()
  if !parser.isAt(.endOfFile) { parser.reportUnexpected("the end of the value") }
  return (expression, lexer.diagnostics + parser.diagnostics)
}

/// A recursive descent parser over tokens.
///
/// One diagnostic is made per place: an error at a token that has already been complained about
/// is dropped, so that recovery makes no noise.
package struct Parser {
  /// How deep statements, types and parentheses may be nested.
  static let nestingLimit = 100
  /// How many levels an expression may have, chains of operators included.
  package static let depthLimit = 1000

  let file: SourceFile
  let tokens: [Token]
  private(set) var position = 0
  private(set) var diagnostics: [Diagnostic] = []
  /// The words that would close the blocks around the current place, innermost last.
  var openBlocks: [[Keyword]] = []
  private var nesting = 0
  private var lastErrorPosition = -1
  private var hasGivenUp = false

  init(_ file: SourceFile, _ tokens: [Token]) {
    self.file = file
    self.tokens = tokens
  }

  // MARK: Looking

  var current: Token { tokens[position] }

  func peek(_ ahead: Int) -> Token { tokens[min(position + ahead, tokens.count - 1)] }

  func isAt(_ kind: Token.Kind) -> Bool { current.kind == kind }

  func isAt(_ keyword: Keyword) -> Bool { current.kind == .keyword(keyword) }

  func isAt(_ symbol: Punctuation) -> Bool { current.kind == .symbol(symbol) }

  /// The keyword here, if it is one.
  var keyword: Keyword? {
    if case .keyword(let keyword) = current.kind { keyword } else { nil }
  }

  /// The range of the current token.
  var here: SourceRange { file.range(of: current.bytes) }

  /// From the token at `start` to the last one consumed.
  func range(from start: Int) -> SourceRange {
    let last = tokens[max(start, position - 1)]
    return file.range(of: tokens[start].bytes.lowerBound..<last.bytes.upperBound)
  }

  // MARK: Moving

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  mutating func accept(_ symbol: Punctuation) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard isAt(keyword) else { return false }
    advance()
    return true
  }

  @discardableResult
  mutating func expect(_ symbol: Punctuation, _ purpose: String) -> Bool {
    if accept(symbol) { return true }
    reportMissing("'\(symbol.rawValue)' \(purpose)")
    return false
  }

  @discardableResult
  mutating func expect(_ keyword: Keyword, _ purpose: String) -> Bool {
    if accept(keyword) { return true }
    reportMissing("'\(keyword.rawValue)' \(purpose)")
    return false
  }

  /// `do`, or the colon that CMurphi takes for it.
  mutating func expectDo(_ purpose: String) {
    if !accept(.colon) { expect(.do, purpose) }
  }

  mutating func skipSemicolons() {
    while accept(.semicolon) {}
  }

  // MARK: Complaining

  mutating func report(
    _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
    suggestion: String? = nil
  ) {
    guard !hasGivenUp, lastErrorPosition != position else { return }
    lastErrorPosition = position
    diagnostics.append(Diagnostic(message, at: range, notes: notes, suggestion: suggestion))
  }

  /// Says that `what` was expected here.
  mutating func reportUnexpected(
    _ what: String, notes: [Diagnostic.Note] = [], suggestion: String? = nil
  ) {
    report(
      "expected \(what), found \(describe(current))", at: here, notes: notes,
      suggestion: suggestion)
  }

  /// Says that `what` was forgotten; at the end of a line, it is shown there.
  mutating func reportMissing(_ what: String) {
    var place = here
    if position > 0 {
      let end = file.range(
        of: tokens[position - 1].bytes.upperBound..<tokens[position - 1].bytes.upperBound)
      if end.start.line < place.start.line { place = end }
    }
    report("expected \(what), found \(describe(current))", at: place)
  }

  private func describe(_ token: Token) -> String {
    switch token.kind {
    case .endOfFile: "the end of the file"
    case .string: "a string"
    default: "'\(file.text(of: token.bytes))'"
    }
  }

  /// Runs `body` one level deeper; past the limit, reports once and passes over the rest.
  mutating func nested<Result>(_ fallback: Result, _ body: (inout Parser) -> Result) -> Result {
    guard nesting < Self.nestingLimit else {
      giveUp("nested more than \(Self.nestingLimit) levels deep")
      return fallback
    }
    nesting += 1
    defer { nesting -= 1 }
    return body(&self)
  }

  /// Makes an expression, unless it has become too deep to work with.
  mutating func make(_ kind: ExpressionSyntax.Kind, from start: Int) -> ExpressionSyntax {
    let expression = ExpressionSyntax(kind, at: range(from: start))
    guard expression.depth > Self.depthLimit else { return expression }
    giveUp("this expression has more than \(Self.depthLimit) levels")
    return ExpressionSyntax(.missing, at: expression.range)
  }

  private mutating func giveUp(_ message: String) {
    report(message, at: here)
    hasGivenUp = true
    position = tokens.count - 1
  }

  // MARK: Shared parts

  mutating func parseIdentifier(_ what: String) -> Identifier? {
    if isAt(.identifier) {
      let token = advance()
      return Identifier(token.text, at: file.range(of: token.bytes))
    }
    reportUnexpected(
      what, suggestion: keyword == nil ? nil : "this word is reserved; choose another name")
    return nil
  }

  /// Names separated by commas, with an optional comma after the last one; may be none.
  mutating func parseIdentifiers(_ what: String) -> [Identifier] {
    var names: [Identifier] = []
    while isAt(.identifier) {
      if let name = parseIdentifier(what) { names.append(name) }
      guard accept(.comma) else { break }
    }
    return names
  }

  /// The end of a block: `end` or one of `closers`. Another block's end is left where it is when
  /// a block around this one waits for it.
  mutating func parseEnd(_ closers: [Keyword], of what: String, openedAt opener: Int) {
    if let keyword, keyword == .end || closers.contains(keyword) {
      advance()
      return
    }
    let note = Diagnostic.Note("\(what) begins here", at: file.range(of: tokens[opener].bytes))
    reportUnexpected("'end' or '\(closers[0].rawValue)'", notes: [note])
    guard let keyword, keyword.isEnd else { return }
    if !openBlocks.contains(where: { $0.contains(keyword) }) { advance() }
  }
}
