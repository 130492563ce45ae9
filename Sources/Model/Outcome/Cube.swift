/// A set of states: those in which each of some cells has one of certain contents.
///
/// The negation of a cube is a lemma, one conjunct of an inductive invariant.
package struct Cube: Sendable, Hashable, Codable {
  /// What one cell holds; `cell` is its position in the layout.
  package enum Literal: Sendable, Hashable, Codable {
    /// One of these contents; nil is undefined.
    case among(cell: Int, contents: [Int64?])
    /// A value, and not a smaller one.
    case atLeast(cell: Int, value: Int64)
    /// A value, and not a greater one.
    case atMost(cell: Int, value: Int64)

    /// The position of the cell in the layout.
    package var cell: Int {
      switch self {
      case .among(let cell, _), .atLeast(let cell, _), .atMost(let cell, _): cell
      }
    }
  }

  /// All of them hold; a cube without literals is every state.
  package let literals: [Literal]

  package init(_ literals: [Literal]) { self.literals = literals }

  /// Whether there are literals, about cells of a layout and contents of the types there.
  package func fits(_ layout: StateLayout) -> Bool {
    !literals.isEmpty
      && literals.allSatisfy { literal in
        guard layout.cells.indices.contains(literal.cell) else { return false }
        let type = layout.cells[literal.cell].type
        return switch literal {
        case .among(_, let contents): contents.allSatisfy { $0.map(type.contains) ?? true }
        case .atLeast(_, let value), .atMost(_, let value): type.contains(value)
        }
      }
  }

  /// Whether a state is one of the cube's.
  package func contains(_ state: State) -> Bool {
    literals.allSatisfy { $0.admits(state.cells[$0.cell]) }
  }

  /// Whether this cube has every state of another, as far as single literals show.
  package func includes(_ other: Cube) -> Bool {
    literals.allSatisfy { literal in other.literals.contains { $0.implies(literal) } }
  }

  /// The same cube without one of its literals.
  package func without(_ literal: Literal) -> Cube { Cube(literals.filter { $0 != literal }) }
}

extension Cube.Literal {
  /// Whether a cell with this content satisfies the literal.
  package func admits(_ content: Int64?) -> Bool {
    switch self {
    case .among(_, let contents): contents.contains(content)
    case .atLeast(_, let value): content.map { $0 >= value } ?? false
    case .atMost(_, let value): content.map { $0 <= value } ?? false
    }
  }

  /// Whether every content that satisfies this literal satisfies another.
  func implies(_ other: Cube.Literal) -> Bool {
    if cell != other.cell { return false }
    switch (self, other) {
    case (.among(_, let contents), _): return contents.allSatisfy(other.admits)
    case (.atLeast(_, let value), .atLeast(_, let bound)): return value >= bound
    case (.atMost(_, let value), .atMost(_, let bound)): return value <= bound
    default: return false
    }
  }
}
