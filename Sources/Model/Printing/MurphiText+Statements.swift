extension MurphiText {
  /// The lines of some statements, two spaces a level.
  package func lines(of statements: [Statement]) -> [String] { statements.flatMap(lines) }

  private func lines(of statement: Statement) -> [String] {
    switch statement.kind {
    case .assign(let place, let value): ["\(text(of: place)) := \(text(of: value));"]
    case .copy(let target, let source): ["\(text(of: target)) := \(text(of: source));"]
    case .clear(let place): ["clear \(text(of: place));"]
    case .undefine(let place): ["undefine \(text(of: place));"]
    case .bind(let local, let place):
      ["alias \(frame[local.position].name): \(text(of: place));"]
    case .branch(let branches, let otherwise): lines(of: branches, otherwise: otherwise)
    case .select(let subject, let cases, let otherwise):
      ["switch \(text(of: subject))"]
        + cases.flatMap { indented(lines(of: $0)) }
        + (otherwise.isEmpty ? [] : ["  else"] + indented(indented(lines(of: otherwise))))
        + ["end;"]
    case .repeatFor(let binding, let body):
      ["for \(text(of: binding)) do"] + indented(lines(of: body)) + ["end;"]
    case .repeatWhile(let condition, let body):
      ["while \(text(of: condition)) do"] + indented(lines(of: body)) + ["end;"]
    case .returnNothing: ["return;"]
    case .returnValue(let value): ["return \(text(of: value));"]
    case .call(let function, let arguments): ["\(text(of: function, arguments));"]
    case .claim(let claim, let condition):
      ["\(keyword(of: claim)) \"\(system[claim].name)\" \(text(of: condition));"]
    case .error(let claim): ["error \"\(system[claim].name)\";"]
    case .put(let items): items.map { "put \(text(of: $0));" }
    }
  }

  private func lines(of branches: [Statement.Branch], otherwise: [Statement]) -> [String] {
    var lines: [String] = []
    for (position, branch) in branches.enumerated() {
      lines.append("\(position == 0 ? "if" : "elsif") \(text(of: branch.condition)) then")
      lines += indented(self.lines(of: branch.body))
    }
    if !otherwise.isEmpty { lines += ["else"] + indented(self.lines(of: otherwise)) }
    return lines + ["end;"]
  }

  private func lines(of item: Statement.Case) -> [String] {
    ["case \(item.labels.map { text(of: $0) }.joined(separator: ", ")):"]
      + indented(lines(of: item.body))
  }

  private func keyword(of claim: ClaimIndex) -> String {
    switch system[claim].kind {
    case .assumption: "assume"
    case .cover: "cover"
    case .liveness: "liveness"
    case .assertion, .invariant, .deadlock, .runtime: "assert"
    }
  }

  private func text(of item: Statement.PutItem) -> String {
    switch item {
    case .text(let text): "\"\(text)\""
    case .value(let expression): text(of: expression)
    case .place(let place): text(of: place)
    }
  }

  private func indented(_ lines: [String]) -> [String] { lines.map { "  \($0)" } }
}
