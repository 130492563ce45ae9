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
    quantities =
      Quantities(system, leaves: leaves, defined: defined, variables: variables).all
    columns = Array(Self.columns(of: quantities, variables).prefix(Self.columnLimit))
  }

  private static func columns(of quantities: [Quantity], _ variables: [Variable]) -> [Column] {
    let values = quantities.compactMap(Column.init(valueOf:))
    let named = quantities.filter { quantity in
      !variables.contains { $0.name == quantity.text }
    }
    let definedness = named.filter { $0.type.kind == .range || $0.type.kind == .scalarset }
      .compactMap(Column.init(definedness:))
    let pointers = named.filter { $0.type.kind == .scalarset }
    let members = variables.indices.filter { variables[$0].type.kind == .scalarset }
      .map { index in
        Quantity(
          text: variables[index].name, type: variables[index].type, needs: [],
          variables: [index]
        ) { _, members in members[index] }
      }
    let equalities =
      pointers.flatMap { pointer in
        members.filter { $0.type == pointer.type }.map { Column(equality: pointer, $0) }
      }
      + pairs(pointers).filter { $0.type == $1.type }.map { Column(equality: $0, $1) }
    let numbers = named.filter { $0.type.kind == .range }
    let signs = numbers.map { Column(difference: $0, nil) }
    let all = quantities.filter { $0.type.kind == .range && $0.hasName }
    let differences = pairs(all).filter { one, other in
      !one.isConstant && !other.isConstant
        && (one.type.name == other.type.name || one.isCall || other.isCall)
    }
      .map { Column(difference: $0, $1) }
    return values + definedness + equalities + signs + differences
  }

  private static func pairs<Element>(_ elements: [Element]) -> [(Element, Element)] {
    elements.indices.flatMap { first in
      elements[(first + 1)...].map { (elements[first], $0) }
    }
  }

  // MARK: Rows

  /// Remembers what these states are like.
  mutating func add(_ states: [State]) {
    let choices = self.choices
    for state in states {
      for members in choices { rows.insert(row(of: state, members)) }
    }
  }

  /// Remembers what the same scope of another instance does.
  mutating func add(_ other: Scope) { rows.formUnion(other.rows) }

  /// What a state is like, for all choices of members.
  func rows(of state: State) -> [[UInt8]] { choices.map { row(of: state, $0) } }

  private func row(of state: State, _ members: [Int64]) -> [UInt8] {
    columns.map { UInt8($0.way(state, members)) }
  }

  /// All choices of values, different ones for variables of one type.
  var choices: [[Int64]] {
    variables.reduce([[]]) { partial, variable in
      guard variable.type.lower <= variable.type.upper else { return [] }
      return partial.flatMap { chosen in
        (variable.type.lower...variable.type.upper).filter { value in
          !zip(variables, chosen).contains { $0.type == variable.type && $1 == value }
        }.map { chosen + [$0] }
      }
    }
  }
}
