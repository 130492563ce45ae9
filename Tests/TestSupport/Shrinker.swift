/// Makes a specification smaller while it keeps showing what is looked for.
package enum Shrinker {
  /// The smallest specification found for which `isInteresting` is true, by greedy removal.
  ///
  /// `isInteresting` must be true of `tree`, and false of texts that are not valid.
  package static func shrink(
    _ tree: MurphiTree, tries: Int = 2_000, while isInteresting: (MurphiTree) async -> Bool
  ) async -> MurphiTree {
    var best = tree
    var left = tries
    var hasProgressed = true
    while hasProgressed {
      hasProgressed = false
      var position = 0
      while left > 0 {
        let candidates = smaller(best)
        guard position < candidates.count else { break }
        left -= 1
        if await isInteresting(candidates[position]) {
          best = candidates[position]
          hasProgressed = true
        } else {
          position += 1
        }
      }
    }
    return best
  }

  /// Every way to make a specification smaller by one step, the largest steps first.
  package static func smaller(_ tree: MurphiTree) -> [MurphiTree] {
    func replacing<Part>(_ path: WritableKeyPath<MurphiTree, Part>, _ parts: [Part])
      -> [MurphiTree]
    {
      parts.map {
        var copy = tree
        copy[keyPath: path] = $0
        return copy
      }
    }
    return replacing(\.items, shorter(tree.items, smaller))
      + replacing(\.routines, shorter(tree.routines, smaller))
      + replacing(\.variables, shorter(tree.variables) { _ in [] })
      + replacing(\.types, shorter(tree.types) { _ in [] })
      + replacing(\.constants, shorter(tree.constants) { _ in [] })
  }

  /// The list without one of its elements, or with one of them made smaller.
  private static func shorter<Element>(
    _ list: [Element], _ smaller: (Element) -> [Element]
  ) -> [[Element]] {
    let removals = list.indices.map { index in
      var copy = list
      copy.remove(at: index)
      return copy
    }
    return removals + replaced(list, smaller)
  }

  private static func replaced<Element>(
    _ list: [Element], _ smaller: (Element) -> [Element]
  ) -> [[Element]] {
    list.indices.flatMap { index in
      smaller(list[index]).map { element in
        var copy = list
        copy[index] = element
        return copy
      }
    }
  }

  private static func smaller(_ item: Item) -> [Item] {
    switch item {
    case .rule(let name, let condition, let locals, let body):
      var results: [Item] = []
      if condition != nil { results.append(.rule(name, condition: nil, locals: locals, body)) }
      results += shorter(body, smaller).map {
        .rule(name, condition: condition, locals: locals, $0)
      }
      if let condition {
        results += smaller(condition).map { .rule(name, condition: $0, locals: locals, body) }
      }
      results += shorter(locals) { _ in [] }.map {
        .rule(name, condition: condition, locals: $0, body)
      }
      return results
    case .start(let name, let body): return shorter(body, smaller).map { .start(name, $0) }
    case .claim(let keyword, let name, let condition):
      return smaller(condition).map { .claim(keyword, name, $0) }
    case .ruleset(let parameters, let items):
      return (items.count == 1 && parameters.count == 1 ? items : [])
        + shorter(parameters) { _ in [] }.filter { !$0.isEmpty }.map { .ruleset($0, items) }
        + shorter(items, smaller).filter { !$0.isEmpty }.map { .ruleset(parameters, $0) }
    }
  }

  private static func smaller(_ routine: Routine) -> [Routine] {
    shorter(routine.body, smaller).map {
      var copy = routine
      copy.body = $0
      return copy
    }
  }

  private static func smaller(_ step: Step) -> [Step] {
    switch step {
    case .assign(let target, let value): smaller(value).map { .assign(target, $0) }
    case .branch(let arms, let otherwise):
      shorter(arms, smaller).filter { !$0.isEmpty }.map { .branch($0, otherwise: otherwise) }
        + shorter(otherwise, smaller).map { .branch(arms, otherwise: $0) }
        + arms.flatMap(\.body) + otherwise
    case .select(let subject, let arms, let otherwise):
      shorter(arms, smaller).filter { !$0.isEmpty }.map {
        .select(subject, $0, otherwise: otherwise)
      }
        + shorter(otherwise, smaller).map { .select(subject, arms, otherwise: $0) }
        + arms.flatMap(\.body) + otherwise
    case .loop(let binding, let body):
      body + shorter(body, smaller).map { .loop(binding: binding, $0) }
    case .repeatWhile(let condition, let body):
      shorter(body, smaller).map { .repeatWhile(condition, $0) }
    case .alias(let name, let place, let body):
      body + shorter(body, smaller).map { .alias(name, place, $0) }
    case .returns(let value): (value.map(smaller) ?? []).map { .returns($0) }
    case .call(let name, let arguments): replaced(arguments, smaller).map { .call(name, $0) }
    case .claim(let keyword, let name, let condition):
      smaller(condition).map { .claim(keyword, name, $0) }
    case .put(let value): smaller(value).map { .put($0) }
    case .reset, .error: []
    }
  }

  private static func smaller(_ arm: Step.Arm) -> [Step.Arm] {
    shorter(arm.body, smaller).map { Step.Arm(arm.conditions, $0) }
      + replaced(arm.conditions, smaller).map { Step.Arm($0, arm.body) }
  }

  private static func smaller(_ term: Term) -> [Term] {
    switch term {
    case .atom: []
    case .binary(let op, let left, let right):
      [left, right] + smaller(left).map { .binary(op, $0, right) }
        + smaller(right).map { .binary(op, left, $0) }
    case .prefix(let op, let operand): [operand] + smaller(operand).map { .prefix(op, $0) }
    case .conditional(let condition, let yes, let no):
      [yes, no] + smaller(condition).map { .conditional($0, yes, no) }
        + smaller(yes).map { .conditional(condition, $0, no) }
        + smaller(no).map { .conditional(condition, yes, $0) }
    case .quantified(let quantifier, let binding, let body):
      [body] + smaller(body).map { .quantified(quantifier, binding: binding, $0) }
    case .element(let base, let index): smaller(index).map { .element(base, $0) }
    case .field: []
    case .call(let name, let arguments):
      arguments + replaced(arguments, smaller).map { .call(name, $0) }
    }
  }
}
