/// The way from a variable to one scalar in it.
package struct CellPath: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case field(String)
    case element(Int64, of: ScalarType)
  }

  package let variable: VariableIndex
  package let steps: [Step]

  /// The name of the cell: `holds[Task_1][Folio_2]`, `queue[0].owner`, `network{2}.sender` in a
  /// multiset.
  package func text(in system: TransitionSystem, names: MemberNames = .asTheyAre) -> String {
    steps.reduce(into: system[variable].name) { text, step in
      switch step {
      case .field(let name): text += ".\(name)"
      case .element(let value, let type) where type.kind == .slot: text += "{\(value)}"
      case .element(let value, let type): text += "[\(names.text(of: value, as: type))]"
      }
    }
  }
}

extension TransitionSystem {
  /// The path of every cell, in the order of the layout.
  package var cellPaths: [CellPath] {
    variables.indices.flatMap { position in
      Self.paths(of: variables[position].type).map {
        CellPath(variable: VariableIndex(position), steps: $0)
      }
    }
  }

  private static func paths(of type: ValueType) -> [[CellPath.Step]] {
    switch type {
    case .scalar: return [[]]
    case .array(let index, .record(let fields)) where index.kind == .slot:
      let inner = [[.field(fields[0].name)]] + paths(of: fields[1].type)
      return (0..<Int64(index.count ?? 0)).flatMap { value in
        inner.map { [.element(value, of: index)] + $0 }
      }
    case .array(let index, let element):
      guard index.count ?? 0 > 0 else { return [] }
      let inner = paths(of: element)
      return (index.lower...index.upper).flatMap { value in
        inner.map { [.element(value, of: index)] + $0 }
      }
    case .record(let fields):
      return fields.flatMap { field in paths(of: field.type).map { [.field(field.name)] + $0 } }
    }
  }
}
