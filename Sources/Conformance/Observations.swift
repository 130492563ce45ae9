import Model

/// What the implementation shows of the cells of the specification.
struct Observations {
  private struct Value {
    let cell: Int
    let value: Int64?
  }

  private let values: [Value]

  /// Those under a name that is no cell's are left out.
  init(_ observed: [String: Int64?], _ cells: [Moves.Cell]) {
    values = cells.indices.compactMap { cell in
      observed[cells[cell].name].map { Value(cell: cell, value: $0) }
    }
  }

  /// How many cells are on both sides.
  var count: Int { values.count }

  func differ(from state: State) -> Bool {
    values.contains { state.cells[$0.cell] != $0.value }
  }

  /// Every cell that is on both sides, as text.
  func text(beside state: State, _ cells: [Moves.Cell]) -> [ConformanceRecord.Observation] {
    values.map { observation in
      let cell = cells[observation.cell]
      return ConformanceRecord.Observation(
        name: cell.name,
        specified: state.cells[observation.cell].map(cell.type.text) ?? "undefined",
        implemented: observation.value.map(cell.type.text) ?? "undefined")
    }
  }
}
