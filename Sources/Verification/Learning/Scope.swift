import Model

/// Some variables, and everything that is looked at for them, in every state that was seen.
struct Scope {
  let variables: [Variable]
  let quantities: [Quantity]
  let columns: [Column]
  /// What was seen: for a state and distinct members, the way of each column.
  private(set) var rows: Set<[UInt8]> = []

  /// Columns beyond these are left out: agreement is a set of bits.
  static let columnLimit = 120

  init(_ variables: [Variable], _ system: TransitionSystem, leaves: [Leaf], defined: Set<Int>) {
    self.variables = variables
    let choices = Self.choices(of: variables)
    let quantities =
      Quantities(system, leaves: leaves, defined: defined, variables: variables).all
    self.choices = choices
    self.quantities = quantities
    columns = Array(Self.columns(of: quantities, variables).prefix(Self.columnLimit))
    sources = choices.map { members in quantities.map { $0.source(members) } }
  }

  private static func columns(of quantities: [Quantity], _ variables: [Variable]) -> [Column] {
    func those(_ isWanted: (Quantity) -> Bool) -> [Int] {
      quantities.indices.filter { isWanted(quantities[$0]) }
    }
    func pairs(_ elements: [Int]) -> [(Int, Int)] {
      elements.indices.flatMap { first in
        elements[(first + 1)...].map { (elements[first], $0) }
      }
    }
    let isVariable = quantities.map { quantity in
      variables.contains { $0.name == quantity.text }
    }
    let values = quantities.indices.compactMap { Column(valueOf: quantities[$0], at: $0) }
    let definedness = those { $0.type.kind == .range || $0.type.kind == .scalarset }
      .compactMap { Column(definedness: quantities[$0], at: $0) }
    let equalities = pairs(those { $0.type.kind == .scalarset }).filter { first, second in
      quantities[first].type == quantities[second].type
        && !(isVariable[first] && isVariable[second])
    }.map { Column(equality: quantities[$1], quantities[$0], at: $1, $0) }
    let numbers = those { $0.type.kind == .range }
    let signs = numbers.filter { !isVariable[$0] }
      .map { Column(difference: quantities[$0], nil, at: $0, nil) }
    let differences = pairs(numbers).filter { first, second in
      let (one, other) = (quantities[first], quantities[second])
      return !one.isConstant && !other.isConstant && !one.arguments.contains(other.text)
        && !other.arguments.contains(one.text)
        && (one.type.name != nil && one.type.name == other.type.name || one.isCall || other.isCall)
    }.map { Column(difference: quantities[$0], quantities[$1], at: $0, $1) }
    return values + definedness + equalities + signs + differences
  }

  // MARK: Rows

  /// Remembers what a state is like.
  mutating func add(_ moment: Moment) {
    for choice in choices.indices { rows.insert(row(of: moment, choice)) }
  }

  /// Remembers what the same scope of another instance does.
  mutating func add(_ other: Scope) { rows.formUnion(other.rows) }

  /// What a state is like, for all choices of members.
  func rows(of moment: Moment) -> [[UInt8]] { choices.indices.map { row(of: moment, $0) } }

  /// What a state is like for a choice of members.
  func row(of moment: Moment, _ choice: Int) -> [UInt8] {
    let values = sources[choice].map(moment.value)
    return columns.map { $0.way(values) }
  }

  /// Where each quantity is for each choice of members.
  private let sources: [[Source]]

  /// All choices of values, different ones for variables of one type.
  let choices: [[Int64]]

  private static func choices(of variables: [Variable]) -> [[Int64]] {
    variables.map { $0.type.lower <= $0.type.upper ? Array($0.type.lower...$0.type.upper) : [] }
      .combinations.filter { values in
        let chosen = Array(zip(variables, values))
        return chosen.indices.allSatisfy { index in
          !chosen[..<index].contains {
            ($0.0.type, $0.1) == (chosen[index].0.type, chosen[index].1)
          }
        }
      }
  }
}
