extension Program {
  /// The program as canonical Murphi text, which parses to the same program but for the ranges.
  package var text: String {
    var printer = Printer()
    printer.add(settings)
    printer.add(items)
    return printer.text
  }
}

extension ExpressionSyntax: CustomStringConvertible {
  /// The expression on one line, with no more parentheses than it needs.
  package var description: String { spelled(atLeast: .conditional) }
}

extension TypeSyntax: CustomStringConvertible {
  /// The type on one line.
  package var description: String { spelling }
}

/// Collects the lines of a program.
struct Printer {
  private(set) var text = ""
  private var indentation = 0

  mutating func line(_ content: String) {
    text += content.isEmpty ? "\n" : String(repeating: "  ", count: indentation) + content + "\n"
  }

  mutating func indented(_ body: (inout Printer) -> Void) {
    indentation += 1
    body(&self)
    indentation -= 1
  }

  mutating func add(_ settings: [SettingSyntax]) {
    for setting in settings { line("-- pinproof: \(setting.kind.spelling)") }
  }

  mutating func add(_ items: [ItemSyntax]) {
    var declarations: [DeclarationSyntax] = []
    for item in items {
      if case .declaration(let declaration) = item {
        declarations.append(declaration)
        continue
      }
      add(declarations)
      declarations = []
      switch item {
      case .declaration: break
      case .function(let function): add(function)
      case .rule(let rule): add(rule)
      }
    }
    add(declarations)
  }

  /// Sections, each as long as the kind of declaration stays the same.
  mutating func add(_ declarations: [DeclarationSyntax]) {
    var section = ""
    for declaration in declarations {
      if declaration.section != section {
        section = declaration.section
        line(section)
      }
      indented { $0.line(declaration.spelling + ";") }
    }
  }

  private mutating func add(_ function: FunctionSyntax) {
    let parameters = function.parameters.map(\.spelling).joined(separator: "; ")
    let word = function.result == nil ? "procedure" : "function"
    let result = function.result.map { ": \($0)" } ?? ""
    line("\(word) \(function.name.text)(\(parameters))\(result);")
    indented { $0.add(function.declarations) }
    line("begin")
    add(function.body)
    line("end;")
  }

  private mutating func add(_ rule: RuleSyntax) {
    switch rule.kind {
    case .rule(let priority, let name, let guardCondition, let declarations, let body):
      line("rule" + (priority.map { " \($0)" } ?? "") + (name.map { " \"\($0)\"" } ?? ""))
      if let guardCondition { indented { $0.line("\(guardCondition) ==>") } }
      addBody(declarations, body)
    case .startState(let name, let declarations, let body):
      line("startstate" + (name.map { " \"\($0)\"" } ?? ""))
      addBody(declarations, body)
    case .property(let property): line(property.spelling + ";")
    case .ruleset(let quantifiers, let rules):
      line("ruleset \(quantifiers.map(\.spelling).joined(separator: "; ")) do")
      addGroup(rules)
    case .choose(let choice, let rules):
      line("choose \(choice.spelling) do")
      addGroup(rules)
    case .alias(let aliases, let rules):
      line("alias \(aliases.map(\.spelling).joined(separator: " ")) do")
      addGroup(rules)
    }
  }

  private mutating func addBody(_ declarations: [DeclarationSyntax], _ body: [StatementSyntax]) {
    indented { $0.add(declarations) }
    line("begin")
    add(body)
    line("end;")
  }

  private mutating func addGroup(_ rules: [RuleSyntax]) {
    indented { printer in for rule in rules { printer.add(rule) } }
    line("end;")
  }
}
