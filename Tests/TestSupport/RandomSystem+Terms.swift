extension RandomSystem {
  /// A way from a variable to one of its scalars.
  private struct Target {
    var variable: Variable
    var kind: Kind
    var path: [Part]

    enum Part {
      case field(String)
      case index(Kind)
    }
  }

  private func targets(in scope: Scope, where isWanted: (Kind) -> Bool) -> [Target] {
    scope.variables.flatMap { variable in
      scalars(of: variable.shape).compactMap { kind, path in
        let target = Target(variable: variable, kind: kind, path: path)
        return isWanted(kind) && target.path.allSatisfy { canIndex($0, in: scope) }
          ? target : nil
      }
    }
  }

  private func scalars(of shape: Shape) -> [(Kind, [Target.Part])] {
    switch shape {
    case .scalar(let kind): [(kind, [])]
    case .array(let index, let element):
      scalars(of: element).map { ($0.0, [.index(index)] + $0.1) }
    case .record(_, let fields):
      fields.flatMap { field in
        scalars(of: field.shape).map { ($0.0, [.field(field.name)] + $0.1) }
      }
    }
  }

  private func canIndex(_ part: Target.Part, in scope: Scope) -> Bool {
    guard case .index(let kind) = part else { return true }
    return !kind.literals.isEmpty || !scope.bound(of: kind).isEmpty
  }

  /// A place that keeps a scalar of such a kind, if there is one in scope.
  mutating func place(
    in scope: Scope, toWrite: Bool = false, where isWanted: (Kind) -> Bool
  ) -> (term: Term, kind: Kind)? {
    let candidates = targets(in: scope, where: isWanted).filter {
      !toWrite || !$0.variable.isReadOnly
    }
    guard !candidates.isEmpty else { return nil }
    let target = random.pick(candidates)
    var term = Term.atom(target.variable.name)
    for part in target.path {
      switch part {
      case .field(let name): term = .field(term, name)
      case .index(let kind): term = .element(term, index(kind, scope))
      }
    }
    return (term, target.kind)
  }

  private mutating func index(_ kind: Kind, _ scope: Scope) -> Term {
    let bound = scope.bound(of: kind)
    if !bound.isEmpty, kind.literals.isEmpty || random.chance(70) { return random.pick(bound) }
    if kind.isRange, dares() { return number(scope, depth: 1) }
    return random.pick(kind.literals + bound)
  }

  /// An integer expression; it may fail when the system is daring.
  mutating func number(_ scope: Scope, depth: Int) -> Term {
    if depth == 0 || random.chance(30) {
      return integerPlace(scope) ?? .number(random.number(0...3))
    }
    let left = number(scope, depth: depth - 1)
    let right = number(scope, depth: depth - 1)
    switch random.number(0...13) {
    case 0...4: return .binary(random.pick(["+", "-"]), left, right)
    case 5: return .binary("*", left, right)
    case 6: return .binary(random.pick(["/", "%"]), left, divisor(right))
    case 7: return .conditional(condition(scope, depth: 1), left, right)
    case 8: return .prefix("-", left)
    case 9: return .binary(random.pick(["&", "|"]), .binary("+", left, .atom("0")), right)
    case 10: return .binary("^", left, right)
    case 11: return .binary(random.pick(["<<", ">>"]), left, .number(random.number(0...2)))
    case 12: return .prefix("~", left)
    default: return .number(random.number(-1...4))
    }
  }

  private mutating func divisor(_ term: Term) -> Term {
    random.chance(daring * 2) ? term : .number(random.number(1...3))
  }

  private mutating func integerPlace(_ scope: Scope) -> Term? {
    let bound = scope.bound.filter { $0.kind.isRange }.map { Term.atom($0.name) }
    if !bound.isEmpty, random.chance(30) { return random.pick(bound) }
    return place(in: scope, where: \.isRange).map { defined($0.term, or: .number(1)) }
  }

  /// A read that does not fail when the place is undefined, if the system is not daring.
  private mutating func defined(_ place: Term, or other: Term) -> Term {
    guard forgets, !dares() else { return place }
    return .conditional(.call("isundefined", [place]), other, place)
  }

  /// A value of the kind; it is in range unless the system dares.
  mutating func value(_ kind: Kind, _ scope: Scope, depth: Int) -> Term? {
    switch kind {
    case .boolean: return condition(scope, depth: depth)
    case .range(_, let bounds): return number(in: bounds, kind, scope, depth: depth)
    case .enumeration:
      if depth > 0, random.chance(15) {
        return .conditional(
          condition(scope, depth: depth - 1), random.pick(kind.literals), enumerator(kind, scope))
      }
      return enumerator(kind, scope)
    case .scalarset:
      let bound = scope.bound(of: kind)
      if !bound.isEmpty, random.chance(80) || forgets && !dares() { return random.pick(bound) }
      guard !forgets || dares() else { return nil }
      return place(in: scope, where: { $0 == kind })?.term
    }
  }

  private mutating func enumerator(_ kind: Kind, _ scope: Scope) -> Term {
    if random.chance(70) { return random.pick(kind.literals) }
    if let call = call(giving: kind, scope) { return call }
    guard let place = place(in: scope, where: { $0 == kind })?.term else {
      return random.pick(kind.literals)
    }
    return defined(place, or: kind.literals[0])
  }

  private mutating func number(
    in bounds: ClosedRange<Int>, _ kind: Kind, _ scope: Scope, depth: Int
  ) -> Term {
    if dares() { return number(scope, depth: 2) }
    if random.chance(25), let call = call(giving: kind, scope) { return call }
    let known = place(in: scope, where: { $0 == kind }).map { place in
      defined(place.term, or: .number(bounds.lowerBound))
    }
    guard let known, random.chance(75) else {
      return .number(random.number(bounds.lowerBound...bounds.upperBound))
    }
    switch random.number(0...4) {
    case 0: return known
    case 1 where bounds.lowerBound == 0:
      return .binary("%", .binary("+", known, .atom("1")), .number(bounds.upperBound + 1))
    case 2:
      let last = Term.number(bounds.lowerBound)
      return .conditional(
        .binary(">", known, last), .binary("-", known, .atom("1")), .number(bounds.upperBound))
    default:
      let last = Term.number(bounds.upperBound)
      return .conditional(
        .binary("<", known, last), .binary("+", known, .atom("1")), .number(bounds.lowerBound))
    }
  }

  /// A call of a function that gives such a value, if there is one and its arguments can be made.
  private mutating func call(giving kind: Kind, _ scope: Scope) -> Term? {
    let candidates = routines.filter { $0.result == kind }
    guard !candidates.isEmpty else { return nil }
    let routine = random.pick(candidates)
    var arguments: [Term] = []
    for parameter in routine.parameters {
      guard let argument = value(parameter.kind, scope, depth: 0) else { return nil }
      arguments.append(argument)
    }
    return .call(routine.name, arguments)
  }
}
