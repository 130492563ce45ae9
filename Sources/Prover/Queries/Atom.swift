import Model

/// The least that can be said of one cell: what it does not hold, or a bound of its value.
///
/// A cube is taken apart into atoms, so that an answer tells exactly which of them it needs.
enum Atom: Hashable {
  case differs(cell: Int, from: Int64?)
  case atLeast(cell: Int, value: Int64)
  case atMost(cell: Int, value: Int64)
  case undefined(cell: Int)

  /// Cells in order, and what is said of one in any fixed order.
  fileprivate var order: (Int, Int, Int64) {
    switch self {
    case .differs(let cell, let content): (cell, 0, content ?? .min)
    case .atLeast(let cell, let value): (cell, 1, value)
    case .atMost(let cell, let value): (cell, 2, value)
    case .undefined(let cell): (cell, 3, 0)
    }
  }

  var cell: Int {
    switch self {
    case .differs(let cell, _), .atLeast(let cell, _), .atMost(let cell, _), .undefined(let cell):
      cell
    }
  }
}

/// How cubes are taken apart and put together: what every cell can hold.
///
/// Of a cell with few possible contents a cube may exclude any of them. Of one with many a value
/// has two bounds.
struct Domains {
  /// Ranges of more values than this are ordered; of fewer, every value counts for itself.
  private static let rangeLimit = 8
  private static let limit = 256

  /// What each cell can hold, in order; nil where there is too much to list.
  private let contents: [[Int64?]?]
  private let types: [ScalarType]

  /// - Parameter defined: the cells that are never undefined.
  init(of layout: StateLayout, defined: Set<Int> = []) {
    types = layout.cells.map(\.type)
    contents = layout.cells.indices.map { cell in
      let type = layout.cells[cell].type
      let most = type.kind == .range ? Self.rangeLimit : Self.limit
      guard type.count ?? .max <= most else { return nil }
      let values = type.lower <= type.upper ? (type.lower...type.upper).map(Optional.some) : []
      return defined.contains(cell) ? values : [nil] + values
    }
  }

  /// The cube of one state.
  func cube(of state: State) -> Cube {
    cube(state.cells.indices.flatMap { atoms(ofCell: $0, in: state.cells[$0]) })
  }

  /// The atoms that together say what a cube says.
  func atoms(of cube: Cube) -> [Atom] {
    cube.literals.flatMap { literal -> [Atom] in
      switch literal {
      case .atLeast(let cell, let value): return [.atLeast(cell: cell, value: value)]
      case .atMost(let cell, let value): return [.atMost(cell: cell, value: value)]
      case .among(let cell, let held):
        guard let contents = contents[cell] else { return [.undefined(cell: cell)] }
        return contents.filter { !held.contains($0) }.map { .differs(cell: cell, from: $0) }
      }
    }
  }

  /// The cube of the states that satisfy all atoms, which are in the order of the cells.
  func cube(_ atoms: [Atom]) -> Cube {
    var literals: [Cube.Literal] = []
    for atom in atoms {
      switch atom {
      case .atLeast(let cell, let value): literals.append(.atLeast(cell: cell, value: value))
      case .atMost(let cell, let value): literals.append(.atMost(cell: cell, value: value))
      case .undefined(let cell): literals.append(.among(cell: cell, contents: [nil]))
      case .differs(let cell, let content):
        if case .among(cell, let held) = literals.last {
          literals[literals.count - 1] = .among(
            cell: cell, contents: held.filter { $0 != content })
        } else if let contents = contents[cell] {
          literals.append(.among(cell: cell, contents: contents.filter { $0 != content }))
        }
      }
    }
    return Cube(literals)
  }

  /// The states that are in both of two cubes.
  func meet(_ first: Cube, _ second: Cube) -> Cube {
    cube(ofUnordered: Array(Set(atoms(of: first) + atoms(of: second))))
  }

  /// The cube of the states that satisfy all atoms, each given once.
  func cube(ofUnordered atoms: [Atom]) -> Cube { cube(atoms.sorted { $0.order < $1.order }) }

  /// A cube without one of its atoms; nil when it does not have it, or when nothing would be left.
  func widened(_ cube: Cube, by atom: Atom) -> Cube? {
    let atoms = atoms(of: cube)
    let rest = atoms.filter { $0 != atom }
    return rest.count == atoms.count || rest.isEmpty ? nil : self.cube(rest)
  }

  /// The states that one atom of a cube admits, one that a state does not satisfy; nil when the
  /// state is in the cube.
  func atom(of cube: Cube, against state: State) -> Cube? {
    guard let literal = cube.literals.first(where: { !$0.admits(state.cells[$0.cell]) }) else {
      return nil
    }
    let content = state.cells[literal.cell]
    let atoms = atoms(of: Cube([literal]))
    return self.cube([
      atoms.first {
        switch $0 {
        case .differs(_, let other): other == content
        default: true
        }
      } ?? atoms[0]
    ])
  }

  /// The share of all states that a cube has.
  func share(of cube: Cube) -> Double {
    cube.literals.reduce(1) { share, literal in
      let type = types[literal.cell]
      let size = Double(contents[literal.cell]?.count ?? type.count ?? .max)
      let held =
        switch literal {
        case .among(_, let held): Double(held.count)
        case .atLeast(_, let value): Double(type.upper) - Double(value) + 1
        case .atMost(_, let value): Double(value) - Double(type.lower) + 1
        }
      return share * held / size
    }
  }

  /// The least cube that has all states of another and one more state.
  func join(_ cube: Cube, _ state: State) -> Cube {
    Cube(
      cube.literals.compactMap { literal in
        let content = state.cells[literal.cell]
        if literal.admits(content) { return literal }
        switch (literal, content) {
        case (.atLeast(let cell, _), let value?) where value > types[cell].lower:
          return .atLeast(cell: cell, value: value)
        case (.atMost(let cell, _), let value?) where value < types[cell].upper:
          return .atMost(cell: cell, value: value)
        case (.among(let cell, let held), _):
          guard let contents = contents[cell] else { return nil }
          let more = contents.filter { held.contains($0) || $0 == content }
          return more.count == contents.count ? nil : .among(cell: cell, contents: more)
        default: return nil
        }
      })
  }

  private func atoms(ofCell cell: Int, in content: Int64?) -> [Atom] {
    if let contents = contents[cell] {
      return contents.filter { $0 != content }.map { .differs(cell: cell, from: $0) }
    }
    guard let value = content else { return [.undefined(cell: cell)] }
    var atoms: [Atom] = []
    if value > types[cell].lower { atoms.append(.atLeast(cell: cell, value: value)) }
    if value < types[cell].upper { atoms.append(.atMost(cell: cell, value: value)) }
    return atoms
  }
}
