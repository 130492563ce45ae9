import Z3

/// How a round of a loop changes a variable, read off the term for its value afterwards.
enum Accumulation {
  enum Connective {
    case and
    case or
  }

  /// Whether the value afterwards is that before and something that does not depend on it.
  static func isShift(_ after: Term, from before: Term) -> Bool {
    if after == before { return true }
    switch after.shape {
    case .choice(let condition, let yes, let no):
      return !condition.mentions(before) && isShift(yes, from: before) && isShift(no, from: before)
    case .sum(let parts):
      let carried = parts.filter { $0.mentions(before) }
      return carried.count == 1 && isShift(carried[0], from: before)
    case .difference(let first, let second):
      return !second.mentions(before) && isShift(first, from: before)
    default: return false
    }
  }

  /// When the value is set anew, and to what, where it is set to one value or left alone.
  static func set(_ after: Term, from before: Term) -> (condition: Term, value: Term)? {
    if after == before { return nil }
    guard case .choice(let condition, let yes, let no) = after.shape else {
      return after.mentions(before) ? nil : (after.context.truth(true), after)
    }
    if condition.mentions(before) { return nil }
    if yes == before { return set(no, from: before).map { (!condition && $0.condition, $0.value) } }
    if no == before { return set(yes, from: before).map { (condition && $0.condition, $0.value) } }
    guard let first = set(yes, from: before), let second = set(no, from: before),
      first.value == second.value
    else { return nil }
    return (condition.then(first.condition, else: second.condition), first.value)
  }

  /// What a truth value is combined with, when it is a conjunction or disjunction with its value
  /// before.
  static func operand(of connective: Connective, _ after: Term, _ before: Term) -> Term? {
    let context = after.context
    if after == before { return context.truth(connective == .and) }
    switch (connective, after.shape) {
    case (.and, .conjunction(let parts)), (.or, .disjunction(let parts)):
      var operands: [Term] = []
      var isCarried = false
      for part in parts {
        guard part.mentions(before) else {
          operands.append(part)
          continue
        }
        guard let operand = operand(of: connective, part, before) else { return nil }
        operands.append(operand)
        isCarried = true
      }
      if !isCarried { return nil }
      return connective == .and ? context.all(operands) : context.any(operands)
    case (_, .choice(let condition, let yes, let no)):
      guard !condition.mentions(before),
        let first = side(connective, yes, before), let second = side(connective, no, before)
      else { return nil }
      return condition.then(first, else: second)
    default: return nil
    }
  }

  /// A side of a choice, which may also be the value that decides.
  private static func side(_ connective: Connective, _ term: Term, _ before: Term) -> Term? {
    if term.truth == (connective == .or) { return term }
    return operand(of: connective, term, before)
  }
}
