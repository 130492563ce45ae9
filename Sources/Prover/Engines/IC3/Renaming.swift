import Model

/// A way to exchange members of scalarsets, which have no order: what is true of some members is
/// mostly true of others.
struct Renaming {
  /// Groups of more renamings than this are represented by their exchanges of two members.
  private static let limit = 24

  private struct Place: Hashable {
    let variable: VariableIndex
    let steps: [CellPath.Step]
  }

  /// Where each cell's content goes.
  private let cells: [Int]
  /// The new number of each member, by type.
  private let members: [ScalarType: [Int64]]
  private let types: [ScalarType]

  /// The cube whose states are the renamed ones of another.
  func image(of cube: Cube) -> Cube {
    let literals = cube.literals.map { literal -> Cube.Literal in
      let cell = cells[literal.cell]
      switch literal {
      case .atLeast(_, let value): return .atLeast(cell: cell, value: value)
      case .atMost(_, let value): return .atMost(cell: cell, value: value)
      case .among(_, let contents):
        guard let numbers = members[types[literal.cell]] else {
          return .among(cell: cell, contents: contents)
        }
        let renamed = contents.map { $0.map { numbers[Int($0)] } }
        return .among(cell: cell, contents: renamed.sorted { $0 ?? -1 < $1 ?? -1 })
      }
    }
    // Two literals of one cell, its bounds, stay in their order.
    let order = literals.indices.sorted {
      (literals[$0].cell, $0) < (literals[$1].cell, $1)
    }
    return Cube(order.map { literals[$0] })
  }

  /// The renamings of a system without the one that changes nothing; none where cells hold members
  /// in a form that is not simply renamed.
  static func all(of system: TransitionSystem) -> [Renaming] {
    let types = system.layout.cells.map(\.type)
    let paths = system.cellPaths
    let isPlain = types.allSatisfy {
      if case .union = $0.kind { false } else { $0.kind != .presence }
    }
    guard isPlain else { return [] }
    var sets: [ScalarType] = []
    for type in types + paths.flatMap({ $0.steps.compactMap(\.indexType) })
    where type.kind == .scalarset && type.count ?? 0 > 1 && !sets.contains(type) {
      sets.append(type)
    }
    let places = paths.map { Place(variable: $0.variable, steps: $0.steps) }
    let positions = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
    return choices(for: sets).map { members in
      let cells = places.map { place in
        positions[
          Place(variable: place.variable, steps: place.steps.map { $0.renamed(members) })]!
      }
      return Renaming(cells: cells, members: members, types: types)
    }
  }

  private static func choices(for sets: [ScalarType]) -> [[ScalarType: [Int64]]] {
    let size = sets.reduce(1) { product, set in
      (1...(set.count ?? 1)).reduce(product) { min($0 * $1, limit + 1) }
    }
    guard size <= limit else {
      return sets.flatMap { set in exchanges(of: set.count ?? 0).map { [set: $0] } }
    }
    let all = sets.reduce([[:]]) { choices, set in
      choices.flatMap { choice in
        permutations(of: set.count ?? 0).map { choice.merging([set: $0]) { first, _ in first } }
      }
    }
    return Array(all.dropFirst())
  }

  /// All orders of 0..<count, the ascending one first.
  private static func permutations(of count: Int) -> [[Int64]] {
    (0..<Int64(count)).reduce([[]]) { orders, _ in
      orders.flatMap { order in
        (0..<Int64(count)).filter { !order.contains($0) }.map { order + [$0] }
      }
    }
  }

  private static func exchanges(of count: Int) -> [[Int64]] {
    (0..<count).flatMap { first in
      (first + 1..<count).map { second in
        var order = (0..<Int64(count)).map { $0 }
        order.swapAt(first, second)
        return order
      }
    }
  }
}

extension CellPath.Step {
  fileprivate var indexType: ScalarType? {
    if case .element(_, let type) = self { type } else { nil }
  }

  fileprivate func renamed(_ members: [ScalarType: [Int64]]) -> CellPath.Step {
    guard case .element(let value, let type) = self, let numbers = members[type] else {
      return self
    }
    return .element(numbers[Int(value)], of: type)
  }
}
