/// Gates as and-inverter graphs have them: of two inputs each, equal ones shared.
///
/// What AIGER calls a literal is twice the number of a variable, and 1 more when negated: 0 is
/// false and 1 is true. Leaves are numbered first, in the order in which they are given, and gates
/// after them, so that each comes after what it reads.
struct AndGraph {
  /// A gate is true when both of these literals are; the first is the greater.
  private(set) var gates: [(Int, Int)] = []

  private let circuit: Circuit
  private let leafCount: Int
  /// The literal of each gate of the circuit, as far as it is known.
  private var images: [Int: Int] = [0: 1]
  private var known: [Pair: Int] = [:]

  private struct Pair: Hashable {
    let greater: Int
    let lesser: Int
  }

  /// - Parameter leaves: inputs of the circuit, all that the literals asked about depend on.
  init(of circuit: Circuit, leaves: [Literal]) {
    self.circuit = circuit
    leafCount = leaves.count
    for (number, leaf) in leaves.enumerated() { images[leaf.number] = 2 * (number + 1) }
  }

  /// The AIGER literals of some of the circuit's.
  mutating func literals(of literals: [Literal]) -> [Int] {
    for number in circuit.cone(of: literals) where images[number] == nil {
      images[number] = image(of: circuit.gates[number])
    }
    return literals.map(image)
  }

  private func image(_ literal: Literal) -> Int {
    images[literal.number]! ^ (literal.isNegated ? 1 : 0)
  }

  /// The literal of a gate whose inputs have theirs.
  private mutating func image(of gate: Circuit.Gate) -> Int {
    switch gate {
    case .constant: return 1
    case .input: preconditionFailure("every input is a leaf")
    case .and(let parts): return all(parts.map(image))
    case .equal(let left, let right):
      let (left, right) = (image(left), image(right))
      return and(not(and(left, not(right))), not(and(not(left), right)))
    case .choice(let condition, let yes, let no):
      let condition = image(condition)
      return not(and(not(and(condition, image(yes))), not(and(not(condition), image(no)))))
    }
  }

  private func not(_ literal: Int) -> Int { literal ^ 1 }

  /// A balanced tree.
  private mutating func all(_ literals: [Int]) -> Int {
    var level = literals
    while level.count > 1 {
      var next: [Int] = []
      for place in stride(from: 0, to: level.count, by: 2) {
        next.append(place + 1 < level.count ? and(level[place], level[place + 1]) : level[place])
      }
      level = next
    }
    return level.first ?? 1
  }

  private mutating func and(_ left: Int, _ right: Int) -> Int {
    let pair = Pair(greater: max(left, right), lesser: min(left, right))
    if pair.lesser == 0 || pair.lesser == pair.greater ^ 1 { return 0 }
    if pair.lesser == 1 || pair.lesser == pair.greater { return pair.greater }
    if let literal = known[pair] { return literal }
    gates.append((pair.greater, pair.lesser))
    let literal = 2 * (leafCount + gates.count)
    known[pair] = literal
    return literal
  }
}
