import Z3

/// How a round of a loop changes a variable, read off the term for its value afterwards.
enum Accumulation {
  enum Connective {
    case and
    case or
  }

  /// Whether the value afterwards is that before and something that does not depend on it.
  static func isShift(_ after: Term, from before: Term) -> Bool {
    after.folded { after, isShift in
      if after == before { return true }
      switch after.shape {
      case .choice(let condition, let yes, let no):
        return !condition.mentions(before) && isShift(yes) && isShift(no)
      case .sum(let parts):
        let carried = parts.filter { $0.mentions(before) }
        return carried.count == 1 && isShift(carried[0])
      case .difference(let first, let second):
        return !second.mentions(before) && isShift(first)
      default: return false
      }
    }
  }

  /// When the value is set anew, and to what, where it is set to one value or left alone.
  static func set(_ after: Term, from before: Term) -> (condition: Term, value: Term)? {
    after.folded { after, set in
      if after == before { return nil }
      guard case .choice(let condition, let yes, let no) = after.shape else {
        return after.mentions(before) ? nil : (after.context.truth(true), after)
      }
      if condition.mentions(before) { return nil }
      if yes == before { return set(no).map { (!condition && $0.condition, $0.value) } }
      if no == before { return set(yes).map { (condition && $0.condition, $0.value) } }
      guard let first = set(yes), let second = set(no), first.value == second.value
      else { return nil }
      return (condition.then(first.condition, else: second.condition), first.value)
    }
  }

  /// What a truth value is combined with, when it is a conjunction or disjunction with its value
  /// before.
  static func operand(of connective: Connective, _ after: Term, _ before: Term) -> Term? {
    let context = after.context
    return after.folded { after, operand in
      if after == before { return context.truth(connective == .and) }
      switch (connective, after.shape) {
      case (.and, .conjunction(let parts)), (.or, .disjunction(let parts)):
        let carried = parts.filter { $0.mentions(before) }.map(operand)
        if carried.isEmpty || carried.contains(nil) { return nil }
        let operands = parts.filter { !$0.mentions(before) } + carried.compactMap(\.self)
        return connective == .and ? context.all(operands) : context.any(operands)
      case (_, .choice(let condition, let yes, let no)):
        // A side may also be the value that decides.
        func side(_ term: Term) -> Term? {
          term.truth == (connective == .or) ? term : operand(term)
        }
        guard !condition.mentions(before), let first = side(yes), let second = side(no)
        else { return nil }
        return condition.then(first, else: second)
      default: return nil
      }
    }
  }
}
