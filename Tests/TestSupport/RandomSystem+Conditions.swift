extension RandomSystem {
  /// A truth value; it may fail when the system is daring.
  mutating func condition(_ scope: Scope, depth: Int) -> Term {
    guard depth > 0 else { return atom(scope) }
    switch random.number(0...11) {
    case 0...3: return atom(scope)
    case 4, 5: return .binary("&", condition(scope, depth: depth - 1), atom(scope))
    case 6, 7: return .binary("|", condition(scope, depth: depth - 1), atom(scope))
    case 8: return .prefix("!", condition(scope, depth: depth - 1))
    case 9: return .binary("->", atom(scope), condition(scope, depth: depth - 1))
    case 10:
      return .binary(
        random.pick(["=", "!="]), condition(scope, depth: depth - 1), atom(scope))
    default: return quantified(scope, depth: depth)
    }
  }

  private mutating func quantified(_ scope: Scope, depth: Int) -> Term {
    let quantifier = random.pick(["forall", "exists"])
    let name = fresh("q")
    if random.chance(20) {
      let body = Term.binary(
        random.pick(["<", "!=", ">="]), number(scope, depth: 1), .atom(name))
      let binding = random.pick(["\(name) := 0 to 2", "\(name) := 3 to 0 by -2"])
      return .quantified(quantifier, binding: binding, body)
    }
    let kind = random.pick(kinds)
    return .quantified(
      quantifier, binding: "\(name): \(kind.name)",
      condition(scope.binding(name, kind), depth: depth - 1))
  }

  /// A comparison, or the value of a boolean place.
  private mutating func atom(_ scope: Scope) -> Term {
    switch random.number(0...9) {
    case 0, 1:
      guard let place = place(in: scope, where: { $0 == .boolean })?.term else { break }
      return guarded(place, place)
    case 2...4:
      return .binary(
        random.pick(["<", "<=", ">", ">=", "=", "!="]), number(scope, depth: 1),
        number(scope, depth: 0))
    case 5 where forgets:
      guard let place = place(in: scope, where: { _ in true })?.term else { break }
      return .call("isundefined", [place])
    default: break
    }
    guard let place = place(in: scope, where: { _ in true }) else { return .atom("true") }
    return compare(place.term, place.kind, scope)
  }

  private mutating func compare(_ place: Term, _ kind: Kind, _ scope: Scope) -> Term {
    let others = kind.literals + scope.bound(of: kind)
    guard !others.isEmpty else { return guarded(place, .binary("=", place, place)) }
    let op = kind.isRange ? random.pick(["=", "<", ">", "!="]) : random.pick(["=", "!="])
    return guarded(place, .binary(op, place, random.pick(others)))
  }

  /// The condition, behind a test that the place it reads is defined if that is in doubt.
  private mutating func guarded(_ place: Term, _ condition: Term) -> Term {
    guard forgets, !dares() else { return condition }
    return .binary("&", .prefix("!", .call("isundefined", [place])), condition)
  }
}
