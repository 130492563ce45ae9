import Model

/// A system like another one, except that it never leaves a member of a scalarset out.
///
/// A quantifier stops at the first member that decides it. Whether it comes upon a member for
/// which it fails then depends on the order of the members, and a representative may hide what a
/// renamed state shows. Here every quantifier over a scalarset looks at all members: it counts
/// those for which its body is true. And `v := v | e` evaluates `e` in any case. So this system
/// fails wherever some renaming of a state could, and does the same where nothing fails.
struct OrderBlind {
  /// Whether something was changed.
  private(set) var isChanged = false
  /// Quantifiers that would become larger than this stay as they are.
  private static let sizeLimit = 4_096
  /// The first quantifier that stayed as it was for its size.
  private(set) var tooLarge: Feature?

  private let original: TransitionSystem
  /// The values of locals that were quantified.
  private var values: [LocalIndex: Int64] = [:]
  private var frame: [Local] = []
  /// Whether what is being changed may run once for each member of a scalarset.
  private var isRepeated = false

  init(_ system: TransitionSystem) { original = system }

  /// The changed system. Rules and conditions that are as before are left out of it.
  mutating func changed() -> TransitionSystem {
    var touched = Set<FunctionIndex>()
    var functions: [Function] = []
    for (position, function) in original.functions.enumerated() {
      if noteChanges({ functions.append($0.changed(function)) }) {
        touched.insert(FunctionIndex(position))
      }
    }
    addCallers(to: &touched)
    var rules: [Rule] = []
    for rule in original.rules {
      let calls = Self.calls(rule.body) + (rule.guardCondition.map(Self.calls) ?? [])
      let isChanged = noteChanges { rules.append($0.changed(rule)) }
      if !isChanged, touched.isDisjoint(with: calls) { rules.removeLast() }
    }
    let claims = original.claims.map { claim -> Claim in
      let calls = claim.condition.map(Self.calls) ?? []
      var result = claim
      let isChanged = noteChanges { result = $0.changed(claim) }
      return isChanged || !touched.isDisjoint(with: calls) ? result : Self.vacuous(claim)
    }
    return TransitionSystem(
      name: original.name, constants: original.constants, variables: original.variables,
      functions: functions, rules: rules, startStates: original.startStates, claims: claims,
      deadlockMode: original.deadlockMode, columns: original.columns,
      symbolicConstants: original.symbolicConstants)
  }

  /// Whether something is changed by what is done.
  private mutating func noteChanges(_ change: (inout Self) -> Void) -> Bool {
    let before = isChanged
    isChanged = false
    change(&self)
    defer { isChanged = isChanged || before }
    return isChanged
  }

  private mutating func changed(_ function: Function) -> Function {
    frame = function.frame
    isRepeated = true
    defer { isRepeated = false }
    return Function(
      name: function.name, parameterCount: function.parameterCount, frame: function.frame,
      result: function.result, body: statements(function.body), range: function.range)
  }

  private mutating func changed(_ rule: Rule) -> Rule {
    frame = rule.frame
    return Rule(
      name: rule.name, parameters: rule.parameters, frame: rule.frame,
      guardCondition: rule.guardCondition.map { expression($0) }, body: statements(rule.body),
      range: rule.range)
  }

  private mutating func changed(_ claim: Claim) -> Claim {
    frame = claim.frame
    return Claim(
      name: claim.name, kind: claim.kind, parameters: claim.parameters, frame: claim.frame,
      condition: claim.condition.map { expression($0) }, range: claim.range)
  }

  private static func vacuous(_ claim: Claim) -> Claim {
    Claim(
      name: claim.name, kind: claim.kind, parameters: claim.parameters, frame: claim.frame,
      condition: claim.condition.map {
        Expression(.constant(1), type: .boolean, range: $0.range)
      }, range: claim.range)
  }

  private func addCallers(to touched: inout Set<FunctionIndex>) {
    var count = -1
    while count != touched.count {
      count = touched.count
      for (position, function) in original.functions.enumerated()
      where !touched.isDisjoint(with: Self.calls(function.body)) {
        touched.insert(FunctionIndex(position))
      }
    }
  }

  private static func calls(_ statements: [Statement]) -> [FunctionIndex] {
    var found: [FunctionIndex] = []
    Traversal.visit(statements) { function, _ in found.append(function) }
    return found
  }

  private static func calls(_ expression: Expression) -> [FunctionIndex] {
    var found: [FunctionIndex] = []
    Traversal.visit(
      expression, onCall: { function, _ in found.append(function) }, onLocal: { _ in })
    return found
  }

  // MARK: Statements

  private mutating func statements(_ statements: [Statement]) -> [Statement] {
    statements.map { Statement(kind(of: $0), range: $0.range) }
  }

  private mutating func kind(of statement: Statement) -> Statement.Kind {
    switch statement.kind {
    case .assign(let target, let value): return .assign(place(target), assigned(value, to: target))
    case .copy(let target, let source): return .copy(to: place(target), from: place(source))
    case .clear(let target): return .clear(place(target))
    case .undefine(let target): return .undefine(place(target))
    case .bind(let local, let target): return .bind(local, place(target))
    case .branch(let branches, let otherwise):
      let branches = branches.map {
        Statement.Branch(condition: expression($0.condition), body: statements($0.body))
      }
      return .branch(branches, otherwise: statements(otherwise))
    case .select(let subject, let cases, let otherwise):
      let subject = expression(subject)
      let cases = cases.map {
        Statement.Case(labels: $0.labels.map { expression($0) }, body: statements($0.body))
      }
      return .select(subject, cases, otherwise: statements(otherwise))
    case .repeatFor(let binding, let body): return loop(binding, body)
    case .repeatWhile(let condition, let body):
      return .repeatWhile(expression(condition), statements(body))
    case .returnValue(let value): return .returnValue(argument(value))
    case .call(let function, let arguments): return .call(function, arguments.map { argument($0) })
    case .claim(let claim, let condition): return .claim(claim, expression(condition))
    case .returnNothing, .error, .put: return statement.kind
    }
  }

  private mutating func loop(_ binding: Binding, _ body: [Statement]) -> Statement.Kind {
    let outer = isRepeated
    defer { isRepeated = outer }
    if case .type(let type) = binding.domain, type.hasInterchangeableMembers { isRepeated = true }
    return .repeatFor(self.binding(binding), statements(body))
  }

  /// Makes a truth value and what is added to it change places: the first of them could make the
  /// other count for nothing.
  private mutating func assigned(_ value: Expression, to target: Place) -> Expression {
    let text = MurphiText(of: original, frame: frame)
    func isTarget(_ operand: Expression) -> Bool {
      guard case .read(let place) = operand.kind else { return false }
      return text.text(of: place) == text.text(of: target)
    }
    let isAccumulation: Bool
    if case .binary(let op, let left, let right) = value.kind {
      isAccumulation = (op == .or || op == .and) && (isTarget(left) || isTarget(right))
    } else {
      isAccumulation = false
    }
    let value = expression(value)
    guard isRepeated, isAccumulation, case .binary(let op, let left, let right) = value.kind else {
      return value
    }
    isChanged = true
    return Expression(.binary(op, right, left), type: value.type, range: value.range)
  }

  // MARK: Expressions

  private mutating func expression(_ expression: Expression) -> Expression {
    switch expression.kind {
    case .read(let place): return read(place, expression)
    case .quantified(let quantifier, let binding, let body):
      return quantified(quantifier, binding, body, expression)
    default: return Expression(kind(of: expression), type: expression.type, range: expression.range)
    }
  }

  private mutating func kind(of expression: Expression) -> Expression.Kind {
    switch expression.kind {
    case .unary(let op, let operand): return .unary(op, self.expression(operand))
    case .binary(let op, let left, let right):
      return .binary(op, self.expression(left), self.expression(right))
    case .conditional(let condition, let yes, let no):
      return .conditional(
        self.expression(condition), self.expression(yes), self.expression(no))
    case .isUndefined(let place):
      return constant(place) == nil ? .isUndefined(self.place(place)) : .constant(0)
    case .same(let left, let right): return .same(place(left), place(right))
    case .call(let function, let arguments): return .call(function, arguments.map { argument($0) })
    case .constant, .read, .quantified: return expression.kind
    }
  }

  private mutating func read(_ place: Place, _ expression: Expression) -> Expression {
    constant(place)
      ?? Expression(.read(self.place(place)), type: expression.type, range: expression.range)
  }

  /// The value of a place that is a quantified variable.
  private func constant(_ place: Place) -> Expression? {
    guard case .local(let local) = place.root, place.path.isEmpty, let value = values[local],
      let type = place.type.scalar
    else { return nil }
    return Expression(.constant(value), type: type, range: place.range)
  }

  private mutating func quantified(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, _ whole: Expression
  ) -> Expression {
    guard case .type(let type) = binding.domain, type.hasInterchangeableMembers else {
      let kind = Expression.Kind.quantified(
        quantifier, self.binding(binding), expression(body))
      return Expression(kind, type: whole.type, range: whole.range)
    }
    guard Traversal.size(of: whole) <= Self.sizeLimit else {
      tooLarge = tooLarge ?? Feature("a quantifier over so many members", range: whole.range)
      return whole
    }
    isChanged = true
    let outer = values[binding.local]
    let counts = (type.lower...type.upper).map { value in
      values[binding.local] = value
      return conditional(expression(body))
    }
    values[binding.local] = outer
    let sum = counts.dropFirst().reduce(counts[0]) {
      Expression(.binary(.add, $0, $1), type: .integer, range: whole.range)
    }
    let wanted = quantifier == .exists ? 0 : Int64(counts.count)
    let number = Expression(.constant(wanted), type: .integer, range: whole.range)
    return Expression(
      .binary(quantifier == .exists ? .notEqual : .equal, sum, number), type: .boolean,
      range: whole.range)
  }

  private func conditional(_ condition: Expression) -> Expression {
    let one = Expression(.constant(1), type: .integer, range: condition.range)
    let zero = Expression(.constant(0), type: .integer, range: condition.range)
    return Expression(.conditional(condition, one, zero), type: .integer, range: condition.range)
  }

  // MARK: Parts

  private mutating func place(_ place: Place) -> Place {
    var root = place.root
    if case .call(let function, let arguments) = root {
      root = .call(function, arguments.map { argument($0) })
    }
    let path = place.path.map { step -> Place.Step in
      if case .element(let index) = step { .element(expression(index)) } else { step }
    }
    return Place(root: root, path: path, type: place.type, range: place.range)
  }

  private mutating func argument(_ argument: Argument) -> Argument {
    switch argument {
    case .value(let value): .value(expression(value))
    case .copy(let place): constant(place).map { .value($0) } ?? .copy(self.place(place))
    case .reference(let place): .reference(self.place(place))
    }
  }

  private mutating func binding(_ binding: Binding) -> Binding {
    guard case .steps(let from, let through, let by) = binding.domain else { return binding }
    return Binding(
      local: binding.local, name: binding.name,
      domain: .steps(
        from: expression(from), through: expression(through), by: by.map { expression($0) }))
  }
}
