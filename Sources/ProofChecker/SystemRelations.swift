import Model
import Z3

/// A start state or a rule as a relation between the state before it and the one after.
struct Step {
  let name: String
  /// The constants that stand for its parameters.
  let parameters: [Word]
  /// When it breaks a claim on its way.
  let failures: [ClaimIndex: Term]
  /// That it runs to its end.
  let succeeds: Term
  /// The state that it leaves then.
  let next: [Cell]
}

/// What the claims say of one state.
struct Judgement {
  /// That every assumption holds.
  var isAdmitted: Term
  /// When evaluating an assumption breaks a claim.
  var assumptionFailures: [ClaimIndex: Term] = [:]
  /// When an admitted state breaks a claim.
  var broken: [ClaimIndex: Term] = [:]
  /// When a claim has no value.
  var unevaluated: [ClaimIndex: Term] = [:]
}

/// The relations that a transition system stands for, as the evaluator would read it.
struct SystemRelations {
  let system: TransitionSystem
  let context: Context
  private let names: [String]

  init(of system: TransitionSystem, in context: Context) {
    self.system = system
    self.context = context
    names = system.cellPaths.map { $0.text(in: system) }
  }

  // MARK: States

  /// A state of which nothing is known; its constants are named after the moment.
  func state(at moment: Int) -> [Cell] {
    zip(names, system.layout.cells).map { name, cell in
      Cell(
        isDefined: context.constant("\(name)@\(moment) is defined", .boolean),
        value: anyValue(of: cell.type, named: "\(name)@\(moment)"))
    }
  }

  /// That every value of such a state is one of its type's.
  func isWellTyped(_ state: [Cell]) -> Term {
    context.all(
      zip(state, system.layout.cells).map { cell, place in
        cell.isDefined.implies(cell.value.belongs(to: place.type, in: context))
      })
  }

  /// The least value of the type plus as many bits as its values need.
  private func anyValue(of type: ScalarType, named name: String) -> Word {
    if type.lower == 0, type.upper == 1 { return .truth(context.constant(name, .boolean)) }
    let span = UInt64(bitPattern: type.upper &- type.lower)
    let width = max(1, Word.width - span.leadingZeroBitCount)
    let bits = context.constant(name, .bitVector(width)).zeroExtended(to: Word.width)
    if type.lower == 0 { return .bits(bits) }
    return .bits(bits + context.bits(Int128(type.lower), width: Word.width))
  }

  /// That two states are the same.
  func isSame(_ first: [Cell], _ second: [Cell]) -> Term {
    context.all(zip(first, second).map { $0.isSame(as: $1) })
  }

  // MARK: Steps

  /// Every start state, run on the state in which nothing has a value.
  func starts() throws(Unsupported) -> [Step] {
    let nothing = system.layout.cells.map { _ in Cell.undefined(in: context) }
    var steps: [Step] = []
    for (number, start) in system.startStates.enumerated() {
      steps.append(
        try step(
          "start state \"\(start.name)\"", start.parameters, named: "start \(number)",
          guarded: nil, start.body, start.frame, from: nothing))
    }
    return steps
  }

  /// Every rule, fired in a state.
  func rules(from state: [Cell], at moment: Int) throws(Unsupported) -> [Step] {
    var steps: [Step] = []
    for (number, rule) in system.rules.enumerated() {
      steps.append(
        try step(
          "rule \"\(rule.name)\"", rule.parameters, named: "rule \(number)@\(moment)",
          guarded: rule.guardCondition, rule.body, rule.frame, from: state))
    }
    return steps
  }

  private func step(
    _ name: String, _ bindings: [Binding], named prefix: String, guarded: Expression?,
    _ body: [Statement], _ frame: [Local], from state: [Cell]
  ) throws(Unsupported) -> Step {
    let (parameters, isInside) = any(bindings, named: prefix)
    let run = try run(
      body, guarded: guarded, frame, zip(bindings, parameters), where: isInside, from: state)
    return Step(
      name: name, parameters: parameters, failures: failures(of: run),
      succeeds: run.scope && run.alive, next: Array(run.cells.prefix(state.count)))
  }

  private func run(
    _ body: [Statement], guarded: Expression?, _ frame: [Local],
    _ arguments: some Sequence<(Binding, Word)>, where isInside: Term, from state: [Cell]
  ) throws(Unsupported) -> SymbolicRun {
    var run = SymbolicRun(
      system, in: context, state: state, frame: frame, facts: [isWellTyped(state)])
    for (binding, value) in arguments { run.set(binding.local, to: value) }
    run.scope = isInside
    if let guarded {
      let isTrue = try run.evaluate(guarded).isTrue(in: context)
      run.scope = run.scope && isTrue
    }
    try run.run(body)
    return run
  }

  private func failures(of run: SymbolicRun) -> [ClaimIndex: Term] {
    let claims = Set(run.endings.compactMap(\.claim))
    return Dictionary(uniqueKeysWithValues: claims.map { ($0, run.failure(of: $0)) })
  }

  /// Constants for parameters, and that each has a value of its domain.
  private func any(_ bindings: [Binding], named prefix: String) -> ([Word], Term) {
    var parts: [Term] = []
    let words = bindings.map { binding in
      let name = "\(prefix) \(binding.name)"
      switch binding.domain {
      case .type(let type):
        let word = anyValue(of: type, named: name)
        parts.append(word.belongs(to: type, in: context))
        return word
      case .steps:
        let word = Word.bits(context.constant(name, .bitVector(Word.width)))
        let values = Evaluator(system).arguments(of: [binding]).map { Word.constant($0[0]) }
        parts.append(context.any(values.map { word.equals($0, in: context) }))
        return word
      }
    }
    return (words, context.all(parts))
  }

  // MARK: Claims

  /// What every claim says of a state, for all values of its parameters.
  func judge(_ state: [Cell]) throws(Unsupported) -> Judgement {
    var judgement = Judgement(isAdmitted: context.truth(true))
    for index in system.claims(of: .assumption) {
      for run in try runs(of: index, in: state) {
        for (claim, fails) in failures(of: run) {
          judgement.assumptionFailures.add(judgement.isAdmitted && fails, to: claim)
        }
        judgement.isAdmitted = context.all([judgement.isAdmitted, run.scope, run.alive])
      }
    }
    for index in system.claims.indices.map(ClaimIndex.init)
    where system[index].kind != .assumption {
      for run in try runs(of: index, in: state) {
        for (claim, fails) in failures(of: run) {
          judgement.broken.add(fails, to: claim)
          judgement.unevaluated.add(fails, to: index)
        }
        guard [.invariant, .assertion].contains(system[index].kind) else { continue }
        judgement.broken.add(run.alive && !run.scope, to: index)
      }
    }
    for index in system.claims(of: .deadlock) {
      judgement.broken.add(try isStuck(state), to: index)
    }
    return judgement
  }

  /// One run for each choice of a claim's parameters, whose scope at the end is that the claim is
  /// true.
  private func runs(of index: ClaimIndex, in state: [Cell]) throws(Unsupported) -> [SymbolicRun] {
    let claim = system[index]
    guard let condition = claim.condition else { return [] }
    var runs: [SymbolicRun] = []
    for arguments in Evaluator(system).arguments(of: claim.parameters) {
      let values = zip(claim.parameters, arguments.map(Word.constant))
      runs.append(
        try run(
          [], guarded: condition, claim.frame, values, where: context.truth(true), from: state))
    }
    return runs
  }

  /// That no rule leads on, as the deadlock mode has it.
  private func isStuck(_ state: [Cell]) throws(Unsupported) -> Term {
    if system.deadlockMode == .off { return context.truth(false) }
    var ways: [Term] = []
    for rule in system.rules {
      for arguments in Evaluator(system).arguments(of: rule.parameters) {
        let run = try run(
          rule.body, guarded: rule.guardCondition, rule.frame,
          zip(rule.parameters, arguments.map(Word.constant)), where: context.truth(true),
          from: state)
        let changes =
          system.deadlockMode == .stuck
          ? context.truth(true) : !isSame(Array(run.cells.prefix(state.count)), state)
        ways.append(context.all([run.scope, run.alive, changes]))
      }
    }
    return !context.any(ways)
  }
}

extension [ClaimIndex: Term] {
  /// Adds a condition to a claim's.
  fileprivate mutating func add(_ condition: Term, to claim: ClaimIndex) {
    self[claim] = self[claim].map { $0 || condition } ?? condition
  }

  /// When one of these claims is broken.
  func any(of claims: [ClaimIndex], in context: Context) -> Term {
    context.any(claims.compactMap { self[$0] })
  }
}
