extension RandomSystem {
  /// A function without effects on the state.
  mutating func makeFunction(_ scope: Scope) -> Routine {
    let result = random.pick(kinds.filter { !$0.literals.isEmpty && $0 != .boolean })
    let parameter = random.pick(kinds)
    var inner = scope
    inner.variables = inner.variables.map {
      var variable = $0
      variable.isReadOnly = true
      return variable
    }
    inner = inner.binding("given", parameter)
    let early = Step.branch(
      [.init([condition(inner, depth: 1)], [.returns(value(result, inner, depth: 1))])],
      otherwise: [])
    let last = Step.returns(value(result, inner, depth: 1))
    let name = fresh("choose")
    routines.append(
      Signature(name: name, parameters: [(parameter, false)], result: result))
    return Routine(
      name: name, parameters: ["given: \(parameter.name)"], result: result.name, locals: [],
      body: [early, last])
  }

  /// A function that calls itself and counts with a loop.
  mutating func makeRecursion(_ scope: Scope) -> Routine {
    let count = kinds[2]
    let name = fresh("descend")
    let recursive = Term.call(name, [.binary("-", .atom("rest"), .atom("1"))])
    let bound = Term.atom("SIZE")
    let body: [Step] = [
      .branch(
        [.init([.binary("=", .atom("rest"), .atom("0"))], [.returns(.atom("0"))])], otherwise: []),
      .assign(.atom("sum"), .atom("0")),
      .repeatWhile(
        .binary("<", .atom("sum"), recursive),
        [.assign(.atom("sum"), .binary("+", .atom("sum"), .atom("1")))]),
      .returns(
        .conditional(
          .binary("<", .atom("sum"), bound), .binary("+", .atom("sum"), .atom("1")), bound)),
    ]
    routines.append(Signature(name: name, parameters: [(count, false)], result: count))
    return Routine(
      name: name, parameters: ["rest: \(count.name)"], result: count.name,
      locals: [Named("sum", count.name)], body: body)
  }

  /// A procedure that changes what is passed to it and perhaps the state.
  mutating func makeProcedure(_ scope: Scope) -> Routine {
    let target = random.pick(kinds)
    let given = random.pick(kinds)
    var inner = random.chance(50) ? scope : Scope()
    inner.variables.append(Variable(name: "target", shape: .scalar(target)))
    inner = inner.binding("given", given)
    let body = steps(inner, count: 1...3, depth: 1)
    let name = fresh("update")
    routines.append(
      Signature(name: name, parameters: [(target, true), (given, false)], result: nil))
    return Routine(
      name: name, parameters: ["var target: \(target.name)", "given: \(given.name)"],
      result: nil, locals: [], body: body)
  }

  /// One start state, or one for each value of a parameter.
  mutating func makeStartStates(_ scope: Scope) -> [Item] {
    let isIncomplete = random.chance(daring) || forgets && random.chance(50)
    var inner = scope
    let name = fresh("s")
    let kind = random.pick(kinds)
    if random.chance(60) { inner = inner.binding(name, kind) }
    var body: [Step] = []
    for variable in scope.variables where !(isIncomplete && random.chance(30)) {
      body += initialize(.atom(variable.name), variable.shape, inner)
    }
    let start = Item.start("start", body)
    return inner.bound.isEmpty ? [start] : [.ruleset(["\(name): \(kind.name)"], [start])]
  }

  private mutating func initialize(_ place: Term, _ shape: Shape, _ scope: Scope) -> [Step] {
    if random.chance(20) { return [.reset("clear", place)] }
    switch shape {
    case .scalar(let kind):
      let choices = kind.literals + scope.bound(of: kind)
      return [choices.isEmpty ? .reset("clear", place) : .assign(place, random.pick(choices))]
    case .array(let index, let element):
      let name = fresh("i")
      return [
        .loop(
          binding: "\(name): \(index.name)",
          initialize(.element(place, .atom(name)), element, scope.binding(name, index)))
      ]
    case .record(_, let fields):
      return fields.flatMap { initialize(.field(place, $0.name), $0.shape, scope) }
    }
  }

  /// A rule or two, often in a ruleset.
  mutating func makeRules(_ scope: Scope) -> [Item] {
    var inner = scope
    var parameters: [String] = []
    for _ in 0..<random.pick([0, 0, 1, 1, 1, 2]) {
      let name = fresh("p")
      let kind = random.pick(kinds)
      parameters.append("\(name): \(kind.name)")
      inner = inner.binding(name, kind)
    }
    let rules = (0..<random.pick([1, 1, 2])).map { _ in makeRule(inner) }
    return parameters.isEmpty ? rules : [.ruleset(parameters, rules)]
  }

  /// A rule that is always enabled and moves one place on to its next value: with it there is no
  /// deadlock.
  mutating func makeTick(_ scope: Scope) -> [Item] {
    let name = fresh("p")
    let kind = random.pick(kinds)
    let inner = scope.binding(name, kind)
    let target = place(in: inner, toWrite: true, where: { !$0.literals.isEmpty })
    guard let target, let step = advance(target.term, target.kind) else { return [] }
    let rule = Item.rule(fresh("tick "), condition: nil, locals: [], [step])
    return [.ruleset(["\(name): \(kind.name)"], [rule])]
  }

  private mutating func makeRule(_ scope: Scope) -> Item {
    let condition = random.chance(75) ? condition(scope, depth: random.number(0...2)) : nil
    var inner = scope
    var locals: [Named] = []
    var first: [Step] = []
    if random.chance(15) {
      let kind = random.pick(kinds.filter { !$0.literals.isEmpty })
      locals = [Named("own", kind.name)]
      first = [.assign(.atom("own"), random.pick(kind.literals))]
      inner.variables.append(Variable(name: "own", shape: .scalar(kind)))
    }
    let body = first + steps(inner, count: 1...3, depth: 2)
    return .rule(fresh("rule "), condition: condition, locals: locals, body)
  }

  /// Properties of every kind: some that hold by construction, some at random.
  mutating func makeClaims(_ scope: Scope) -> [Item] {
    var claims: [Item] = [.claim("invariant", "in range", tautology(scope))]
    if random.chance(30) {
      claims.append(.claim("invariant", "likely", likely(scope)))
    }
    for number in 0..<(isAboutClaims ? 4 : 0) {
      claims.append(.claim("invariant", "claim \(number)", likely(scope)))
    }
    if random.chance(25) {
      claims.append(.claim("cover", "reachable", condition(scope, depth: 1)))
    }
    if random.chance(20) {
      claims.append(.claim("liveness", "again", condition(scope, depth: 1)))
    }
    if random.chance(15) {
      claims.append(.claim("assume", "restriction", likely(scope)))
    }
    if random.chance(15) {
      let name = fresh("p")
      let kind = random.pick(kinds)
      let claim = Item.claim(
        "invariant", "for each", likely(scope.binding(name, kind)))
      claims.append(.ruleset(["\(name): \(kind.name)"], [claim]))
    }
    return claims
  }

  private mutating func tautology(_ scope: Scope) -> Term {
    guard let place = place(in: scope, where: \.isRange), let bounds = place.kind.bounds else {
      return .atom("true")
    }
    return .binary(
      "|", .call("isundefined", [place.term]),
      .binary("<=", place.term, .number(bounds.upperBound)))
  }

  private mutating func likely(_ scope: Scope) -> Term {
    (0..<random.number(1...3)).reduce(condition(scope, depth: 1)) { whole, _ in
      .binary("|", whole, condition(scope, depth: 1))
    }
  }
}
