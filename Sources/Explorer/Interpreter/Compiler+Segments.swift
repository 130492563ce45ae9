import Model
import SourceText

extension Compiler {
  func compileSegments() -> Program.Entries {
    var entries = Program.Entries()
    if !system.claims(of: .assumption).filter({ system[$0].condition != nil }).isEmpty {
      assumptionCheck = assembler.makeLabel()
      assumptionResult = assembler.reserve(1)
    }
    entries.starts = Int32(assembler.here)
    for position in system.startStates.indices { compile(StartStateIndex(position)) }
    assembler.emit(.halt)
    entries.rules = Int32(assembler.here)
    for position in system.rules.indices { compile(RuleIndex(position)) }
    assembler.emit(.halt)
    entries.properties = properties(marked: true)
    entries.unmarkedProperties = properties(marked: false)
    entries.goals = Int32(assembler.here)
    for claim in system.claims(of: .liveness) where system[claim].condition != nil {
      judge(claim, marked: false)
    }
    assembler.emit(.halt)
    compileAssumptions()
    return entries
  }

  // MARK: Rules and start states

  private func compile(_ index: StartStateIndex) {
    let start = system[index]
    begin(start.frame)
    instances(of: start.parameters, size: Traversal.size(of: start.body), .start(index), []) {
      body(start.frame, start.body)
      assembler.emit(.made)
      finishStep()
    }
  }

  private func compile(_ index: RuleIndex) {
    let rule = system[index]
    begin(rule.frame)
    let size =
      Traversal.size(of: rule.body) + (rule.guardCondition.map(Traversal.size(of:)) ?? 0) + 2
    let guards = rule.guardCondition.map(Self.conjuncts(of:)) ?? []
    instances(of: rule.parameters, size: size, .rule(index), guards) {
      body(rule.frame, rule.body)
      if assumptionCheck == nil {
        assembler.emit(.firedSuccessor, a: Int32(index.position))
      } else {
        assembler.emit(.fired, a: Int32(index.position))
        finishStep()
      }
    }
  }

  private func body(_ frame: [Local], _ statements: [Statement]) {
    let end = assembler.makeLabel()
    context.end = end
    undefineLocals(frame)
    compile(statements)
    assembler.place(end)
  }

  /// Holds the state in memory against the assumptions and hands it out.
  private func finishStep() {
    if let assumptionCheck {
      let holds = assembler.makeLabel()
      assembler.emit(.call, to: assumptionCheck)
      assembler.emit(
        .jumpIfNotEqual, a: assumptionResult, b: assembler.constant(0), to: holds)
      assembler.emit(.prune)
      assembler.place(holds)
    }
    assembler.emit(.successor)
  }

  private func begin(_ frame: [Local]) {
    context.locals = frame
    context.homes = [:]
    context.areas = []
    context.live = 0
    context.function = nil
    context.end = nil
    for (position, local) in frame.enumerated() where local.kind == .variable {
      let cells = assembler.reserve(StateLayout.cellCount(of: local.type))
      context.homes[LocalIndex(position)] = .cells(cells)
    }
  }

  /// `a & b & c` as `[a, b, c]`: what must hold, in the order in which it is looked at.
  private static func conjuncts(of condition: Expression) -> [Expression] {
    if case .binary(.and, let left, let right) = condition.kind {
      return conjuncts(of: left) + conjuncts(of: right)
    }
    return [condition]
  }

  // MARK: Claims

  private func properties(marked: Bool) -> Int32 {
    let entry = Int32(assembler.here)
    for position in system.claims.indices where system.claims[position].condition != nil {
      let kind = system.claims[position].kind
      if kind == .invariant || kind == .cover {
        judge(ClaimIndex(position), marked: marked)
      }
    }
    assembler.emit(.halt)
    return entry
  }

  private func judge(_ index: ClaimIndex, marked: Bool) {
    let claim = system[index]
    guard let condition = claim.condition else { return }
    begin(claim.frame)
    let number = Int32(index.position)
    instances(
      of: claim.parameters, size: Traversal.size(of: condition) + 1, .claim(index), []
    ) {
      let after = assembler.makeLabel()
      switch claim.kind {
      case .liveness:
        let operand = defined(value(condition), at: undefinedRange(of: condition))
        assembler.emit(.goal, a: operand)
      case .cover:
        jump(condition, to: after, when: false)
        assembler.emit(.covered, a: number)
      default:
        antecedentClaim = marked ? index : nil
        jump(condition, to: after, when: true)
        antecedentClaim = nil
        assembler.emit(.claimFalse, a: number)
      }
      assembler.place(after)
    }
  }

  /// One function for all assumptions: its result is whether they all hold.
  private func compileAssumptions() {
    guard let assumptionCheck else { return }
    assembler.place(assumptionCheck)
    let isFalse = assembler.makeLabel()
    for claim in system.claims(of: .assumption) {
      guard let condition = system[claim].condition else { continue }
      begin(system[claim].frame)
      let size = Traversal.size(of: condition)
      nest(system[claim].parameters, size: size) {
        jump(condition, to: isFalse, when: false)
      }
    }
    assembler.emit(.move, a: assembler.constant(1), c: assumptionResult)
    assembler.emit(.giveBack)
    assembler.place(isFalse)
    assembler.emit(.move, a: assembler.constant(0), c: assumptionResult)
    assembler.emit(.giveBack)
  }

  private func nest(_ parameters: [Binding], size: Int, _ body: () -> Void) {
    guard let first = parameters.first else { return body() }
    forEach(first, size: size, at: .none) {
      nest(Array(parameters.dropFirst()), size: size, body)
    }
  }
}
