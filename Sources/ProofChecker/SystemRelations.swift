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
  let next: [Slot]
  /// The indices of any size that it writes to.
  let touched: [Member]
}

/// A value of a type of any size.
struct Member: Hashable {
  let value: Term
  /// The least and the greatest value of its type.
  let lower: Term
  let upper: Term
}

/// The relations that a transition system stands for, as the evaluator would read it.
struct SystemRelations {
  let system: TransitionSystem
  let encoding: Encoding
  /// The claims that are asked about; nil for all.
  let asked: Set<ClaimIndex>?
  /// The scalars of a state.
  let leaves: [Leaf]

  var context: Context { encoding.context }

  init(
    of system: TransitionSystem, in encoding: Encoding, askingAbout asked: Set<ClaimIndex>? = nil
  ) {
    self.system = system
    self.encoding = encoding
    self.asked = asked
    leaves = system.variables.flatMap { encoding.leaves(of: $0.type, called: $0.name) }
  }

  // MARK: States

  /// A state of which nothing is known; its constants and functions are named after the moment.
  func state(at moment: Int) -> [Slot] {
    leaves.map { leaf in
      let name = "\(leaf.path)@\(moment)"
      if leaf.indices.isEmpty { return .cell(cell(of: leaf.type, named: name, [])) }
      return .family(arity: leaf.indices.count) { indices in
        cell(of: leaf.type, named: name, indices.map { $0.value(in: encoding) })
      }
    }
  }

  private func cell(of type: ScalarType, named name: String, _ arguments: [Term]) -> Cell {
    Cell(
      isDefined: context.application("\(name) is defined", arguments, .boolean),
      value: encoding.anySize == nil
        ? anyValue(of: type, named: name) : encoding.unknown(name, arguments, type))
  }

  /// That every value of such a state is one of its type's.
  func isWellTyped(_ state: [Slot]) -> Term { context.all(typings(of: state)) }

  /// The same for each scalar by itself.
  func typings(of state: [Slot]) -> [Term] {
    zip(state, leaves).map { slot, leaf in
      !encoding.exists(leaf.indices) { indices in
        let cell = slot[indices]
        return cell.isDefined && !cell.value.belongs(to: leaf.type, in: encoding)
      }
    }
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
  func isSame(_ first: [Slot], _ second: [Slot]) -> Term {
    context.all(
      zip(zip(first, second), leaves).map { slots, leaf in
        !encoding.exists(leaf.indices) { !slots.0[$0].isSame(as: slots.1[$0], in: encoding) }
      })
  }

  // MARK: Steps

  /// Every start state, run on the state in which nothing has a value.
  func starts() throws(Unsupported) -> [Step] {
    let nothing = leaves.map { Slot.same(.undefined(in: encoding), arity: $0.indices.count) }
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
  func rules(from state: [Slot], at moment: Int) throws(Unsupported) -> [Step] {
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
    _ body: [Statement], _ frame: [Local], from state: [Slot]
  ) throws(Unsupported) -> Step {
    // Of two parameters of one name the inner hides the outer, which may have an alias.
    let parameters = bindings.enumerated().map {
      parameter($1, named: "\(prefix) \($0 + 1) \($1.name)")
    }
    let isInside = try isInside(bindings, parameters)
    let run = try run(
      body, guarded: guarded, frame, zip(bindings, parameters), where: isInside, from: state)
    return Step(
      name: name, parameters: parameters, failures: failures(of: run),
      succeeds: run.scope && run.alive, next: Array(run.slots.prefix(state.count)),
      touched: touched(by: run, of: state.count))
  }

  func run(
    _ body: [Statement], guarded: Expression?, _ frame: [Local],
    _ arguments: some Sequence<(Binding, Word)>, where isInside: Term, from state: [Slot],
    generics: [Term] = [], deciding claim: ClaimIndex? = nil
  ) throws(Unsupported) -> SymbolicRun {
    var run = SymbolicRun(
      system, in: encoding, state: state, frame: frame, facts: facts(about: state))
    run.generics = generics
    // That a claim has a value is asked about each by itself.
    run.asked = claim.flatMap { asked?.contains($0) } == true ? nil : asked
    for (binding, value) in arguments { run.set(binding.local, to: value) }
    run.scope = isInside
    if let guarded {
      let isTrue = try run.evaluate(guarded).isTrue(in: encoding)
      run.scope = run.scope && isTrue
    }
    try run.run(body)
    return run
  }

  func failures(of run: SymbolicRun) -> [ClaimIndex: Term] {
    let claims = Set(run.endings.compactMap(\.claim))
    return Dictionary(uniqueKeysWithValues: claims.map { ($0, run.failure(of: $0)) })
  }

  /// What decides how long loops go on.
  private func facts(about state: [Slot]) -> [Term] {
    encoding.anySize?.sizesAreAdmitted ?? [isWellTyped(state)]
  }

  private func touched(by run: SymbolicRun, of count: Int) -> [Member] {
    var members: [Member] = []
    for (offset, writes) in run.writes.sorted(by: { $0.key < $1.key }) where offset < count {
      for (index, type) in writes.flatMap({ zip($0, leaves[offset].indices) }) {
        guard let value = index?.value(in: encoding) else { continue }
        let bounds = encoding.bounds(of: type)
        let member = Member(
          value: value, lower: bounds.lower.value(in: encoding),
          upper: bounds.upper.value(in: encoding))
        if !members.contains(member) { members.append(member) }
      }
    }
    return members
  }

  // MARK: Parameters

  /// A constant that stands for a parameter.
  private func parameter(_ binding: Binding, named name: String) -> Word {
    if encoding.anySize != nil { return .number(context.constant(name, .integer)) }
    switch binding.domain {
    case .type(let type): return anyValue(of: type, named: name)
    case .steps: return .bits(context.constant(name, .bitVector(Word.width)))
    }
  }

  /// That each parameter has a value of its domain.
  func isInside(_ bindings: [Binding], _ words: [Word]) throws(Unsupported) -> Term {
    var parts: [Term] = []
    for (binding, word) in zip(bindings, words) {
      switch binding.domain {
      case .type(let type): parts.append(word.belongs(to: type, in: encoding))
      case .steps(let from, let through, let by) where encoding.anySize != nil:
        parts.append(try isInside(word, from: from, through: through, by: by))
      case .steps:
        let values = Evaluator(system).arguments(of: [binding]).map { Word.constant($0[0]) }
        parts.append(context.any(values.map { word.equals($0, in: encoding) }))
      }
    }
    // What is said of a parameter from here on is said where it is one.
    for (binding, word) in zip(bindings, words) {
      guard case .type(let type) = binding.domain, case .number(let term) = word else { continue }
      let bounds = encoding.bounds(of: type)
      encoding.anySize?.restrict(term, bounds.lower, bounds.upper)
    }
    return context.all(parts)
  }

  private func isInside(
    _ word: Word, from: Expression, through: Expression, by: Expression?
  ) throws(Unsupported) -> Term {
    guard case .constant(let lower) = from.kind, case .constant(let upper) = through.kind,
      by == nil || by?.kind == .constant(1)
    else { throw Unsupported("such a range of a parameter", through.range) }
    let ends = (
      encoding.number(lower, of: from.type), encoding.number(upper, of: through.type)
    )
    let isUpwards = encoding.isBetween(word, ends.0, ends.1)
    return by == nil ? isUpwards || encoding.isBetween(word, ends.1, ends.0) : isUpwards
  }
}
