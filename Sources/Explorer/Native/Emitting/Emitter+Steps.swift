import Model

/// A condition of a guard, and when it may be looked at.
struct GuardCondition {
  let expression: Expression
  let locals: Set<LocalIndex>
  /// Whether looking at it never fails, whatever the parameters are.
  let isSafe: Bool
}

extension Emitter {
  /// States of up to so many words are kept in C variables.
  private static let cachedWords = 8

  var isCached: Bool { system.layout.wordCount <= Self.cachedWords }

  /// Names for the words of the parent, and the code of failures.
  func beginFunction(_ frame: [Local]) {
    context = Context()
    context.locals = frame
    line("int32_t e = 0;")
    guard isCached else { return }
    for word in 0..<system.layout.wordCount {
      line("const uint64_t s\(word) = s[\(word)];")
    }
  }

  // MARK: Rules

  func emit(_ index: RuleIndex) {
    let rule = system[index]
    let guards = rule.guardCondition.map(Self.conjuncts(of:)) ?? []
    let head = "static void \(prefix)rule_\(index.position)"
    let parameters = "struct successors *restrict out, const uint64_t *restrict s"
    function("\(head)(\(parameters))") {
      beginFunction(rule.frame)
      let conditions = conditions(guards, rule.parameters)
      let size = size(of: index, conditions)
      instances(of: rule.parameters, size: size, conditions) { [self] next in
        emitBody(of: index, next: next)
      } failed: { [self] in
        line("if (e > 0) successors_note_false(out, e - 1, false);")
      }
    }
  }

  /// `a & b & c` as `[a, b, c]`: what must hold, in the order in which it is looked at.
  private static func conjuncts(of condition: Expression) -> [Expression] {
    if case .binary(.and, let left, let right) = condition.kind {
      return conjuncts(of: left) + conjuncts(of: right)
    }
    return [condition]
  }

  /// Emits something on trial, for any values of the parameters.
  private func trying<Result>(_ parameters: [Binding], _ body: () -> Result) -> (String, Result) {
    let outer = context
    defer { context = outer }
    for parameter in parameters {
      guard let steps = steps(of: parameter) else { continue }
      let (low, high) = (min(steps.first, steps.last), max(steps.first, steps.last))
      context.values[parameter.local] = Value(
        text: "0", interval: Interval(low, high), isAtom: low < high)
    }
    return capture(body)
  }

  /// About how many operations an instance of a rule becomes.
  private func size(of index: RuleIndex, _ conditions: [GuardCondition]) -> Int {
    let (text, _) = trying(system[index].parameters) {
      for condition in conditions { _ = value(condition.expression) }
      emitBody(of: index, next: "next")
    }
    return max(1, text.utf8.count / Budget.bytesOfOperation)
  }

  /// Finds out which conditions never fail, by emitting them once for unknown parameters.
  private func conditions(_ guards: [Expression], _ parameters: [Binding]) -> [GuardCondition] {
    trying(parameters) { guards.map(condition) }.1
  }

  private func condition(_ guardCondition: Expression) -> GuardCondition {
    let before = failures
    _ = value(guardCondition)
    return GuardCondition(
      expression: guardCondition, locals: Traversal.locals(in: guardCondition),
      isSafe: failures == before && !Traversal.calls(guardCondition))
  }

  private func emitBody(of index: RuleIndex, next: String) {
    let rule = system[index]
    let failed = name("failed")
    let end = name("end")
    let before = failures
    context.failing = .label(failed)
    context.end = end
    context.isWorking = true
    block("") {
      copyParent()
      declareLocals(rule.frame)
      emit(rule.body)
      line("\(end):;")
      countFiring(of: index)
      checkAssumptions()
      commit()
    }
    context.isWorking = false
    guard failures > before else { return }
    line("goto \(next);")
    line("\(failed):")
    line("successors_abandon_covers(out);")
    line("if (e > 0) successors_note_false(out, e - 1, true);")
  }

  private func copyParent() {
    let count = system.layout.wordCount
    if isCached {
      let words = (0..<count).map { "s\($0)" }.joined(separator: ", ")
      line("uint64_t n[\(count)] = {\(words)};")
    } else {
      line("uint64_t *restrict n = successors_next(out);")
      line("memcpy(n, s, \(count) * sizeof *n);")
    }
  }

  private func countFiring(of index: RuleIndex) {
    line("out->firings[\(index.position)]++;")
    line("out->has_fired = true;")
    guard system.deadlockMode == .stuttering else { return }
    let count = system.layout.wordCount
    let isOther =
      isCached
      ? (0..<count).map { "n[\($0)] != s\($0)" }.joined(separator: " || ")
      : "memcmp(n, s, \(count) * sizeof *n) != 0"
    line("if (!out->has_moved && (\(isOther))) out->has_moved = true;")
  }

  private func checkAssumptions() {
    guard hasAssumptions else { return }
    line("e = \(prefix)assumptions(out, n);")
    line("if (UNLIKELY(e != 0))")
    indented { fail("e") }
  }

  private func commit() {
    if isCached {
      line("uint64_t *next = successors_next(out);")
      for word in 0..<system.layout.wordCount { line("next[\(word)] = n[\(word)];") }
    }
    line("successors_commit(out);")
  }

  // MARK: Assumptions

  private var assumptions: [ClaimIndex] {
    system.claims(of: .assumption).filter { system[$0].condition != nil }
  }

  private var hasAssumptions: Bool { !assumptions.isEmpty }

  /// One function for all assumptions, which are held against each successor.
  func emitAssumptions() {
    guard hasAssumptions else { return }
    function("static int32_t \(prefix)assumptions(struct successors *out, uint64_t *n)") {
      for claim in assumptions {
        guard let condition = system[claim].condition else { continue }
        context = Context()
        context.locals = system[claim].frame
        context.isWorking = true
        context.depth = "1"
        nest(system[claim].parameters[...], size: Traversal.size(of: condition)) { [self] in
          line("if (!(\(value(condition).text))) return PRUNED;")
        }
      }
      line("return 0;")
    }
  }

  private func nest(_ parameters: ArraySlice<Binding>, size: Int, _ body: () -> Void) {
    guard let first = parameters.first else { return block("", body) }
    repeatFor(first, size: size) { nest(parameters.dropFirst(), size: size, body) }
  }
}
