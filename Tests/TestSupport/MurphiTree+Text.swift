extension Term {
  /// Murphi text, with every compound in parentheses.
  package var text: String {
    switch self {
    case .atom(let text): text
    case .binary(let op, let left, let right): "(\(left.text) \(op) \(right.text))"
    case .prefix(let op, let operand): "(\(op)\(operand.text))"
    case .conditional(let condition, let yes, let no):
      "(\(condition.text) ? \(yes.text) : \(no.text))"
    case .quantified(let quantifier, let binding, let body):
      "(\(quantifier) \(binding) do \(body.text) end)"
    case .element(let base, let index): "\(base.text)[\(index.text)]"
    case .field(let base, let name): "\(base.text).\(name)"
    case .call(let name, let arguments):
      "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    }
  }
}

/// Lines under construction, with their indentation.
private struct Lines {
  var lines: [String] = []
  var depth = 0

  mutating func add(_ line: String) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  mutating func block(_ head: String, end: String = "end;", _ body: (inout Lines) -> Void) {
    add(head)
    depth += 1
    body(&self)
    depth -= 1
    add(end)
  }

  mutating func add(_ steps: [Step]) {
    for step in steps { add(step) }
  }

  mutating func add(_ step: Step) {
    switch step {
    case .assign(let target, let value): add("\(target.text) := \(value.text);")
    case .branch(let arms, let otherwise): add(arms, otherwise)
    case .select(let subject, let arms, let otherwise):
      block("switch \(subject.text)") { $0.addCases(arms, otherwise) }
    case .loop(let binding, let body): block("for \(binding) do") { $0.add(body) }
    case .repeatWhile(let condition, let body):
      block("while \(condition.text) do") { $0.add(body) }
    case .alias(let name, let place, let body):
      block("alias \(name): \(place.text) do") { $0.add(body) }
    case .reset(let keyword, let place): add("\(keyword) \(place.text);")
    case .returns(let value): add(value.map { "return \($0.text);" } ?? "return;")
    case .call(let name, let arguments): add(Term.call(name, arguments).text + ";")
    case .claim(let keyword, let message, let condition):
      add("\(keyword) \"\(message)\" \(condition.text);")
    case .error(let message): add("error \"\(message)\";")
    case .put(let value): add("put \(value.text);")
    }
  }

  mutating func add(_ arms: [Step.Arm], _ otherwise: [Step]) {
    for (position, arm) in arms.enumerated() {
      add("\(position == 0 ? "if" : "elsif") \(arm.conditions[0].text) then")
      indent(arm.body)
    }
    if !otherwise.isEmpty {
      add("else")
      indent(otherwise)
    }
    add("end;")
  }

  mutating func addCases(_ arms: [Step.Arm], _ otherwise: [Step]) {
    for arm in arms {
      add("case \(arm.conditions.map(\.text).joined(separator: ", ")):")
      indent(arm.body)
    }
    if !otherwise.isEmpty {
      add("else")
      indent(otherwise)
    }
  }

  mutating func indent(_ steps: [Step]) {
    depth += 1
    add(steps)
    depth -= 1
  }

  mutating func add(locals: [Named]) {
    if !locals.isEmpty {
      add("var " + locals.map { "\($0.name): \($0.text);" }.joined(separator: " "))
    }
    add("begin")
  }

  mutating func add(_ routine: Routine) {
    let keyword = routine.result == nil ? "procedure" : "function"
    let result = routine.result.map { ": \($0)" } ?? ""
    block(
      "\(keyword) \(routine.name)(\(routine.parameters.joined(separator: "; ")))\(result);"
    ) {
      $0.add(locals: routine.locals)
      $0.add(routine.body)
    }
  }

  mutating func add(_ item: Item) {
    switch item {
    case .rule(let name, let condition, let locals, let body):
      block("rule \"\(name)\"\(condition.map { " \($0.text) ==>" } ?? "")") {
        $0.add(locals: locals)
        $0.add(body)
      }
    case .start(let name, let body):
      block("startstate \"\(name)\"") {
        $0.add("begin")
        $0.add(body)
      }
    case .claim(let keyword, let message, let condition):
      add("\(keyword) \"\(message)\" \(condition.text);")
    case .ruleset(let parameters, let items):
      block("ruleset \(parameters.joined(separator: "; ")) do") {
        for item in items { $0.add(item) }
      }
    }
  }
}

extension MurphiTree {
  /// The specification as Murphi text.
  package var text: String {
    var lines = Lines()
    for setting in settings { lines.add("-- pinproof: \(setting)") }
    for constant in constants { lines.add("const \(constant.name): \(constant.text);") }
    for type in types { lines.add("type \(type.name): \(type.text);") }
    for variable in variables { lines.add("var \(variable.name): \(variable.text);") }
    for routine in routines { lines.add(routine) }
    for item in items { lines.add(item) }
    return lines.lines.joined(separator: "\n") + "\n"
  }
}
