import Model

extension Emitter {
  private static let parameters = "struct successors *restrict out, const uint64_t *restrict s"

  /// Emits everything; the whole text but what goes in front of every model's.
  func emitted() -> String {
    for position in system.rules.indices { emit(RuleIndex(position)) }
    var judges: [String] = []
    for position in system.claims.indices {
      if let call = emitJudge(of: ClaimIndex(position)) { judges.append(call) }
    }
    var goals: [String] = []
    for claim in system.claims(of: .liveness) where system[claim].condition != nil {
      goals.append(emitFunction(of: claim, marks: false))
    }
    emitAssumptions()
    emitFunctions()
    return text(entries: entries(judges: judges, goals: goals))
  }

  /// How a property is judged; nil for claims that are decided elsewhere.
  private func emitJudge(of index: ClaimIndex) -> String? {
    let claim = system[index]
    guard claim.condition != nil, claim.kind == .invariant || claim.kind == .cover else {
      return nil
    }
    let plain = emitFunction(of: index, marks: false)
    guard claim.kind == .invariant, claim.condition.map(Self.hasAntecedent) == true else {
      return "\(plain)(out, s);"
    }
    let marking = emitFunction(of: index, marks: true)
    return "if (marks) \(marking)(out, s); else \(plain)(out, s);"
  }

  private static func hasAntecedent(_ condition: Expression) -> Bool {
    switch condition.kind {
    case .binary(.implies, _, _): true
    case .quantified(.forall, _, let body): hasAntecedent(body)
    default: false
    }
  }

  /// A function that judges each instance of a claim; its name.
  private func emitFunction(of index: ClaimIndex, marks: Bool) -> String {
    let claim = system[index]
    let name = "\(prefix)claim_\(index.position)\(marks ? "_marking" : "")"
    guard let condition = claim.condition else { preconditionFailure("a property is judged") }
    function("static void \(name)(\(Self.parameters))") {
      beginFunction(claim.frame)
      let size = Traversal.size(of: condition) + 2
      instances(of: claim.parameters, size: size, []) { [self] next in
        judge(index, condition, marks: marks, next: next)
      } failed: {
      }
    }
    return name
  }

  private func judge(_ index: ClaimIndex, _ condition: Expression, marks: Bool, next: String) {
    let kind = system[index].kind
    let failed = name("failed")
    let before = failures
    context.failing = .label(failed)
    block("") {
      let value = marks ? marking(condition, index) : value(condition)
      switch kind {
      case .liveness: line("successors_note_goal(out, (\(value.text)) != 0);")
      case .cover: line("if (\(value.text)) out->covers[\(index.position)]++;")
      default:
        line("if (UNLIKELY(!(\(value.text))))")
        indented { line("successors_note_false(out, \(index.position), false);") }
      }
    }
    guard failures > before else { return }
    line("goto \(next);")
    line("\(failed):")
    block("if (e > 0)") {
      line("successors_note_false(out, e - 1, false);")
      line("successors_note_failure(out, \(index.position));")
      if kind == .liveness { line("successors_note_goal(out, false);") }
    }
  }

  /// The value of an invariant's condition, with a note when the left side of its implication is
  /// true.
  private func marking(_ condition: Expression, _ claim: ClaimIndex) -> Value {
    switch condition.kind {
    case .binary(.implies, let left, let right):
      return logical(.implies, value(left)) {
        line("out->antecedents[\(claim.position)] = true;")
        return value(right)
      }
    case .quantified(.forall, let binding, let body):
      return quantified(.forall, binding, size: Traversal.size(of: body)) {
        marking(body, claim)
      }
    default: return value(condition)
    }
  }

  // MARK: Entry points

  private func entries(judges: [String], goals: [String]) -> String {
    let rules = system.rules.indices.map { "\(prefix)rule_\($0)(out, s);" }
    let expand = entry(
      "expand", ", int32_t marks", ["successors_begin(out);"] + judges + rules)
    let judge = entry("judge", ", int32_t marks", ["successors_begin(out);"] + judges)
    let seek = entry(
      "seek", "", ["successors_begin(out);"] + goals.map { "\($0)(out, s);" } + rules)
    let shape = [
      "sizeof(struct successors)", "\(system.layout.wordCount)", "\(system.rules.count)",
      "\(system.claims.count)",
    ]
    let shapeText =
      "const int64_t pinproof_\(prefix)shape[] = {\(shape.joined(separator: ", "))};\n"
    return shapeText + expand + judge + seek
  }

  private func entry(_ name: String, _ more: String, _ lines: [String]) -> String {
    let parameters = "struct successors *out, const uint64_t *s\(more)"
    return "\nvoid pinproof_\(prefix)\(name)(\(parameters)) {\n"
      + lines.map { "  \($0)\n" }.joined() + "}\n"
  }
}
