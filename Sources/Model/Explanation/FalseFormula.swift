import SourceText

/// Finds the smallest part of a formula that is false in a state, and what it depends on.
///
/// A conjunction is false because of its first false side, a `forall` because of its first false
/// instance; a negation turns this round. What is left says why, with the values of the variables
/// that were bound on the way.
struct FalseFormula {
  /// More values than this explain nothing.
  private static let atomLimit = 24

  private let story: Story
  private let frame: [Local]
  private var execution: Execution
  private var bindings: [Counterexample.Binding] = []
  private var atoms: [Counterexample.Atom] = []

  init(in story: Story, at state: State, frame: [Local]) {
    self.story = story
    self.frame = frame
    execution = Execution(system: story.system, state: state)
    execution.enter(frame)
  }

  mutating func bind(_ parameters: [Binding], to arguments: [Int64]) {
    execution.bind(parameters, to: arguments)
    for (parameter, argument) in zip(parameters, arguments) { note(parameter, argument) }
  }

  /// The false part of `formula`, or the whole of it unless `narrows`.
  mutating func falsification(
    of formula: Expression, narrows: Bool
  ) -> Counterexample.Falsification {
    let part = narrows ? narrow(formula, to: false) : formula
    collect(part)
    return Counterexample.Falsification(
      formula: text(of: part), bindings: bindings, atoms: Array(atoms.prefix(Self.atomLimit)))
  }

  private func text(of part: Expression) -> String {
    MurphiText(of: story.system, frame: frame, names: story.names).text(of: part)
  }

  private mutating func note(_ binding: Binding, _ value: Int64) {
    let type = binding.domain.wholeType ?? .integer
    bindings.append(
      Counterexample.Binding(name: binding.name, value: story.names.text(of: value, as: type)))
  }

  /// The part of a formula with this truth value that decides it.
  private mutating func narrow(_ formula: Expression, to truth: Bool) -> Expression {
    switch formula.kind {
    case .binary(.and, let left, let right) where !truth:
      return narrow(isTrue(left) == truth ? left : right, to: truth)
    case .binary(.or, let left, let right) where truth:
      return narrow(isTrue(left) == truth ? left : right, to: truth)
    case .binary(.implies, let left, let right) where !truth:
      let conclusion = narrow(right, to: false)
      return Expression(
        .binary(.implies, left, conclusion), type: formula.type, range: formula.range)
    case .unary(.not, let operand):
      let part = narrow(operand, to: !truth)
      if case .unary(.not, let inner) = part.kind { return inner }
      return Expression(.unary(.not, part), type: formula.type, range: formula.range)
    case .quantified(let quantifier, let binding, let body)
    where (quantifier == .exists) == truth:
      guard let value = instance(of: binding, body, with: truth) else { return formula }
      note(binding, value)
      return narrow(body, to: truth)
    default: return formula
    }
  }

  /// The first value for which the body has this truth value; it stays bound.
  private mutating func instance(
    of binding: Binding, _ body: Expression, with truth: Bool
  ) -> Int64? {
    for value in values(of: binding) {
      execution.set(binding.local, to: value)
      if isTrue(body) == truth { return value }
    }
    return nil
  }

  private mutating func values(of binding: Binding) -> [Int64] {
    (try? execution.values(of: binding.domain, at: .none)) ?? []
  }

  /// Nil when evaluating it fails.
  private mutating func isTrue(_ formula: Expression) -> Bool? {
    (try? execution.evaluate(formula)).map { $0 != 0 }
  }
}

extension FalseFormula {
  /// Notes every value that decides the value of the expression, in the order of reading.
  private mutating func collect(_ expression: Expression) {
    guard atoms.count < Self.atomLimit else { return }
    switch expression.kind {
    case .constant: break
    case .read(let place), .isUndefined(let place): note(place)
    case .same(let left, let right):
      note(left)
      note(right)
    case .unary(_, let operand): collect(operand)
    case .binary(let op, let left, let right): collect(op, left, right)
    case .conditional(let condition, let yes, let no):
      collect(condition)
      collect(isTrue(condition) == true ? yes : no)
    case .quantified(let quantifier, let binding, let body):
      collect(quantifier, binding, body)
    case .call(let function, let arguments): note(expression, function, arguments)
    }
  }

  private mutating func collect(_ op: BinaryOperator, _ left: Expression, _ right: Expression) {
    switch (op, isTrue(left), isTrue(right)) {
    case (.and, false, _), (.or, true, _), (.implies, false, _): collect(left)
    case (.and, _, false), (.or, _, true), (.implies, _, true): collect(right)
    default:
      collect(left)
      collect(right)
    }
  }

  private mutating func collect(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression
  ) {
    if instance(of: binding, body, with: quantifier == .exists) != nil {
      collect(body)
      return
    }
    for value in values(of: binding) {
      execution.set(binding.local, to: value)
      collect(body)
    }
  }

  private mutating func note(_ place: Place) {
    for case .element(let index) in place.path { collect(index) }
    guard let location = try? execution.locate(place), location.store == .state else { return }
    let count = StateLayout.cellCount(of: location.type)
    for cell in location.offset..<location.offset + count {
      note(
        Counterexample.Atom(
          subject: story.name(ofCell: cell),
          value: story.text(ofCell: cell, in: execution.state), writer: story.writer(of: [cell])))
    }
  }

  /// A call counts as one value, last changed when something that the function reads was.
  private mutating func note(
    _ call: Expression, _ function: FunctionIndex, _ arguments: [Argument]
  ) {
    for case .value(let argument) in arguments { collect(argument) }
    guard let value = try? execution.evaluate(call) else { return }
    let variables = Footprint(of: function, in: story.system).variables
    let cells = story.paths.indices.filter { variables.contains(story.paths[$0].variable) }
    note(
      Counterexample.Atom(
        subject: text(of: call), value: story.names.text(of: value, as: call.type),
        writer: story.writer(of: Set(cells))))
  }

  private mutating func note(_ atom: Counterexample.Atom) {
    if !atoms.contains(where: { $0.subject == atom.subject }) { atoms.append(atom) }
  }
}
