extension Printer {
  /// Statements, one level deeper than the line before.
  mutating func add(_ statements: [StatementSyntax]) {
    indented { printer in for statement in statements { printer.add(statement) } }
  }

  private mutating func add(_ statement: StatementSyntax) {
    switch statement.kind {
    case .assignment(let target, let value): line("\(target) := \(value);")
    case .call(let function, let arguments): line(callSpelling(function, arguments) + ";")
    case .clear(let place): line("clear \(place);")
    case .undefine(let place): line("undefine \(place);")
    case .branch(let clauses, let otherwise): addBranch(clauses, otherwise)
    case .select(let subject, let cases, let otherwise): addSwitch(subject, cases, otherwise)
    case .loop(let quantifier, let body): addBlock("for \(quantifier.spelling) do", body)
    case .whileLoop(let condition, let body): addBlock("while \(condition) do", body)
    case .alias(let aliases, let body):
      addBlock("alias \(aliases.map(\.spelling).joined(separator: " ")) do", body)
    case .giveBack(let value): line("return" + (value.map { " \($0)" } ?? "") + ";")
    case .property(let property): line(property.spelling + ";")
    case .error(let message): line("error \"\(message)\";")
    case .putText(let text): line("put \"\(text)\";")
    case .putValue(let value): line("put \(value);")
    case .removeAll(let choice, let condition):
      line("multisetremovepred(\(choice.spelling), \(condition));")
    }
  }

  private mutating func addBlock(_ header: String, _ body: [StatementSyntax]) {
    line(header)
    add(body)
    line("end;")
  }

  private mutating func addBranch(_ clauses: [ClauseSyntax], _ otherwise: [StatementSyntax]?) {
    for (index, clause) in clauses.enumerated() {
      line("\(index == 0 ? "if" : "elsif") \(clause.condition) then")
      add(clause.body)
    }
    addElse(otherwise)
  }

  private mutating func addSwitch(
    _ subject: ExpressionSyntax, _ cases: [CaseSyntax], _ otherwise: [StatementSyntax]?
  ) {
    line("switch \(subject)")
    for item in cases {
      line("case \(item.labels.map(\.description).joined(separator: ", ")):")
      add(item.body)
    }
    addElse(otherwise)
  }

  private mutating func addElse(_ otherwise: [StatementSyntax]?) {
    if let otherwise {
      line("else")
      add(otherwise)
    }
    line("end;")
  }
}
