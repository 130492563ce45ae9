/// Boolean functions as gates over inputs, equal ones shared.
///
/// A gate comes after the gates that it reads, so that in order of their numbers all are known
/// when they are needed. Gate 0 is the constant `true`.
final class Circuit {
  enum Gate: Hashable {
    case constant
    case input
    case and([Literal])
    case equal(Literal, Literal)
    case choice(Literal, Literal, Literal)
  }

  static let yes = Literal(0)
  static let no = !Literal(0)

  private(set) var gates: [Gate] = [.constant]
  private var known: [Gate: Int32] = [:]

  /// A new input.
  func input() -> Literal {
    gates.append(.input)
    return Literal(gates.count - 1)
  }

  func all(_ literals: [Literal]) -> Literal {
    var parts: [Literal] = []
    for literal in literals.sorted() where literal != Circuit.yes {
      if literal == Circuit.no || parts.last == !literal { return Circuit.no }
      if parts.last != literal { parts.append(literal) }
    }
    return parts.count < 2 ? parts.first ?? Circuit.yes : gate(.and(parts))
  }

  func any(_ literals: [Literal]) -> Literal { !all(literals.map { !$0 }) }

  func equal(_ left: Literal, _ right: Literal) -> Literal {
    if left == right { return Circuit.yes }
    if left == !right { return Circuit.no }
    let (first, second) = left.number < right.number ? (left, right) : (right, left)
    if first == Circuit.yes { return second }
    if first == Circuit.no { return !second }
    // Negations are moved out.
    let isNegated = first.isNegated != second.isNegated
    let plain = gate(.equal(Literal(first.number), Literal(second.number)))
    return isNegated ? !plain : plain
  }

  func choice(_ condition: Literal, _ yes: Literal, _ no: Literal) -> Literal {
    if condition == Circuit.yes || yes == no { return yes }
    if condition == Circuit.no { return no }
    if condition.isNegated { return choice(!condition, no, yes) }
    if yes == !no { return equal(condition, yes) }
    if yes == Circuit.yes || yes == condition { return any([condition, no]) }
    if yes == Circuit.no || yes == !condition { return all([!condition, no]) }
    if no == Circuit.yes || no == !condition { return any([!condition, yes]) }
    if no == Circuit.no || no == condition { return all([condition, yes]) }
    return gate(.choice(condition, yes, no))
  }

  private func gate(_ gate: Gate) -> Literal {
    if let number = known[gate] { return Literal(Int(number)) }
    gates.append(gate)
    known[gate] = Int32(gates.count - 1)
    return Literal(gates.count - 1)
  }

  /// The numbers of the gates that some literals depend on, inputs included, in order.
  func cone(of literals: [Literal]) -> [Int] {
    let last = literals.map(\.number).max() ?? 0
    var isFound = Array(repeating: false, count: last + 1)
    for literal in literals { isFound[literal.number] = true }
    // What a gate reads comes before it.
    for number in isFound.indices.reversed() where isFound[number] {
      forEachInput(of: number) { isFound[$0.number] = true }
    }
    return isFound.indices.filter { isFound[$0] }
  }

  /// Visits what a gate reads.
  func forEachInput(of number: Int, _ visit: (Literal) -> Void) {
    switch gates[number] {
    case .constant, .input: break
    case .and(let parts): parts.forEach(visit)
    case .equal(let left, let right):
      visit(left)
      visit(right)
    case .choice(let condition, let yes, let no):
      visit(condition)
      visit(yes)
      visit(no)
    }
  }

  /// The same functions with other literals in the place of some inputs.
  func replacing(_ inputs: [Int: Literal], in literals: [Literal]) -> [Literal] {
    var images = inputs
    func image(_ literal: Literal) -> Literal {
      guard let image = images[literal.number] else { return literal }
      return literal.isNegated ? !image : image
    }
    for number in cone(of: literals) where images[number] == nil {
      var isReplaced = false
      forEachInput(of: number) { isReplaced = isReplaced || images[$0.number] != nil }
      guard isReplaced else { continue }
      switch gates[number] {
      case .constant, .input: break
      case .and(let parts): images[number] = all(parts.map(image))
      case .equal(let left, let right): images[number] = equal(image(left), image(right))
      case .choice(let condition, let yes, let no):
        images[number] = choice(image(condition), image(yes), image(no))
      }
    }
    return literals.map(image)
  }
}

// Numbers, the lowest bit first.
extension Circuit {
  /// That bits are those of a constant.
  func equal(_ bits: [Literal], _ value: UInt64) -> Literal {
    all(bits.indices.map { value >> UInt64($0) & 1 == 1 ? bits[$0] : !bits[$0] })
  }

  /// That an unsigned number is at least a constant.
  func atLeast(_ bits: [Literal], _ value: UInt64) -> Literal {
    bits.indices.reduce(Circuit.yes) { rest, place in
      value >> UInt64(place) & 1 == 1
        ? all([bits[place], rest]) : any([bits[place], rest])
    }
  }
}
