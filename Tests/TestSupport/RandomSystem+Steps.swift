extension RandomSystem {
  /// Some statements.
  mutating func steps(_ scope: Scope, count: ClosedRange<Int>, depth: Int) -> [Step] {
    (0..<random.number(count)).flatMap { _ in step(scope, depth: depth) }
  }

  private mutating func step(_ scope: Scope, depth: Int) -> [Step] {
    guard depth > 0 else { return assignment(scope) }
    switch random.number(0...23) {
    case 0...4: return assignment(scope)
    case 5...11: return move(scope)
    case 12, 13: return [branch(scope, depth: depth)]
    case 14: return [selection(scope, depth: depth)]
    case 15, 16: return [loop(scope, depth: depth)]
    case 17: return swap(scope)
    case 18: return reset(scope)
    case 19: return claim(scope)
    case 20: return alias(scope, depth: depth)
    case 21: return procedureCall(scope)
    case 22: return [.branch([.init([condition(scope, depth: 1)], [.returns(nil)])], otherwise: [])]
    default: return [.put(.atom("\"step\""))]
    }
  }

  private mutating func assignment(_ scope: Scope) -> [Step] {
    guard let target = place(in: scope, toWrite: true, where: { _ in true }),
      let value = value(target.kind, scope, depth: 1)
    else { return [] }
    return [.assign(target.term, value)]
  }

  /// Moves a place on to its next value.
  private mutating func move(_ scope: Scope) -> [Step] {
    let target = place(in: scope, toWrite: true, where: { !$0.literals.isEmpty })
    guard let target, let step = advance(target.term, target.kind) else {
      return assignment(scope)
    }
    return [step]
  }

  /// The assignment that takes a place round its values, one by one.
  mutating func advance(_ place: Term, _ kind: Kind) -> Step? {
    guard let first = kind.literals.first, let last = kind.literals.last else { return nil }
    let next: Term
    switch kind {
    case .boolean: next = .prefix("!", place)
    case .range:
      next = .conditional(.binary("<", place, last), .binary("+", place, .atom("1")), first)
    default:
      let pairs = zip(kind.literals, kind.literals.dropFirst())
      next = pairs.reversed().reduce(first) { rest, pair in
        .conditional(.binary("=", place, pair.0), pair.1, rest)
      }
    }
    return .assign(place, forgets ? .conditional(.call("isundefined", [place]), first, next) : next)
  }

  private mutating func branch(_ scope: Scope, depth: Int) -> Step {
    let arms = (0..<random.number(1...2)).map { _ in
      Step.Arm(
        [condition(scope, depth: 1)], steps(scope, count: 1...2, depth: depth - 1))
    }
    let otherwise = random.chance(50) ? steps(scope, count: 1...2, depth: depth - 1) : []
    return .branch(arms, otherwise: otherwise)
  }

  private mutating func selection(_ scope: Scope, depth: Int) -> Step {
    let subject = place(in: scope, where: { !$0.literals.isEmpty && $0 != .boolean })
    guard let subject, !forgets || dares() else { return branch(scope, depth: depth) }
    var labels = subject.kind.literals.shuffled(using: &random)
    var arms: [Step.Arm] = []
    while labels.count > 1, arms.count < 2 {
      let count = random.number(1...2)
      arms.append(
        Step.Arm(Array(labels.prefix(count)), steps(scope, count: 1...1, depth: depth - 1)))
      labels.removeFirst(min(count, labels.count))
    }
    let otherwise = random.chance(50) ? steps(scope, count: 1...1, depth: depth - 1) : []
    return .select(subject.term, arms, otherwise: otherwise)
  }

  private mutating func loop(_ scope: Scope, depth: Int) -> Step {
    let name = fresh("i")
    var inner = scope
    inner.loops += 1
    if random.chance(30) {
      let binding = random.pick([
        "\(name) := 0 to 2", "\(name) := 2 to 0 by -1", "\(name) := 0 to 3 by 2",
        "\(name) := 1 to 1",
      ])
      return .loop(binding: binding, steps(inner, count: 1...1, depth: depth - 1))
    }
    let kind = random.pick(kinds)
    return .loop(
      binding: "\(name): \(kind.name)",
      steps(inner.binding(name, kind), count: 1...1, depth: depth - 1))
  }

  /// Copies a whole variable over another of the same type.
  private mutating func swap(_ scope: Scope) -> [Step] {
    let targets = scope.variables.filter { !$0.isReadOnly && !$0.shape.isScalar }
    guard !targets.isEmpty else { return [] }
    let target = random.pick(targets)
    if case .array(let index, let element) = target.shape, let from = index.literals.first,
      !element.isScalar
    {
      return [
        .assign(
          .element(.atom(target.name), index.literals.last!), .element(.atom(target.name), from))
      ]
    }
    let sources = scope.variables.filter { $0.shape == target.shape }
    return [.assign(.atom(target.name), .atom(random.pick(sources).name))]
  }

  private mutating func reset(_ scope: Scope) -> [Step] {
    let keyword = isAboutScalarsets || forgets && random.chance(70) ? "undefine" : "clear"
    if random.chance(25) {
      let targets = scope.variables.filter { !$0.isReadOnly }
      return targets.isEmpty ? [] : [.reset(keyword, .atom(random.pick(targets).name))]
    }
    return place(in: scope, toWrite: true, where: { _ in true }).map { [.reset(keyword, $0.term)] }
      ?? []
  }

  private mutating func claim(_ scope: Scope) -> [Step] {
    let condition = condition(scope, depth: 1)
    switch random.number(0...7) {
    case 0:
      return [.claim("assume", fresh("step assumption "), .binary("|", condition, atom1(scope)))]
    case 1: return [.claim("cover", fresh("step cover "), condition)]
    case 2 where random.chance(daring * 2):
      return [.branch([.init([condition], [.error(fresh("error "))])], otherwise: [])]
    case 3...4 where random.chance(daring * 2):
      return [.claim("assert", fresh("assertion "), condition)]
    default:
      return [
        .claim("assert", fresh("assertion "), .binary("|", condition, .prefix("!", condition)))
      ]
    }
  }

  private mutating func atom1(_ scope: Scope) -> Term { condition(scope, depth: 0) }

  private mutating func alias(_ scope: Scope, depth: Int) -> [Step] {
    guard let place = place(in: scope, toWrite: true, where: { _ in true }) else { return [] }
    let name = fresh("a")
    var inner = scope
    inner.variables.append(Variable(name: name, shape: .scalar(place.kind)))
    return [.alias(name, place.term, steps(inner, count: 1...2, depth: depth - 1))]
  }

  private mutating func procedureCall(_ scope: Scope) -> [Step] {
    let candidates = routines.filter { $0.result == nil }
    guard !candidates.isEmpty else { return [] }
    let routine = random.pick(candidates)
    var arguments: [Term] = []
    for parameter in routine.parameters {
      let argument =
        parameter.isReference
        ? place(in: scope, toWrite: true, where: { $0 == parameter.kind })?.term
        : value(parameter.kind, scope, depth: 1)
      guard let argument else { return [] }
      arguments.append(argument)
    }
    return [.call(routine.name, arguments)]
  }
}

extension RandomSystem.Shape {
  var isScalar: Bool { if case .scalar = self { true } else { false } }
}
