import Model

/// Whether functions leave the state alone, so that a property may call them.
enum Purity {
  static func isPure(_ position: Int, in system: TransitionSystem) -> Bool {
    let function = system.functions[position]
    return function.frame.prefix(function.parameterCount).allSatisfy { $0.kind != .reference }
      && function.body.allSatisfy { isPure($0, in: system) }
  }

  private static func isPure(_ statement: Statement, in system: TransitionSystem) -> Bool {
    func all(_ body: [Statement]) -> Bool { body.allSatisfy { isPure($0, in: system) } }
    switch statement.kind {
    case .assign(let place, _), .copy(let place, _), .clear(let place), .undefine(let place):
      if case .local = place.root { return true }
      return false
    case .branch(let branches, let otherwise):
      return branches.allSatisfy { all($0.body) } && all(otherwise)
    case .select(_, let cases, let otherwise):
      return cases.allSatisfy { all($0.body) } && all(otherwise)
    case .repeatFor(_, let body): return all(body)
    case .returnValue: return true
    case .bind, .repeatWhile, .returnNothing, .call, .claim, .error, .put: return false
    }
  }
}
