/// Which cells belong to a column, because only rules of that column touch them.
struct Locality {
  private enum Owner: Hashable {
    case shared
    /// Each column has the part that its number indexes.
    case eachItsPart
    case member(Int64)
  }

  private let owners: [Owner]
  private let type: ScalarType?
  /// The variables that each rule may assign to, indexed by rule.
  let writes: [Set<VariableIndex>]

  init(of system: TransitionSystem, columns: ColumnAssignment) {
    let footprints = system.rules.indices.map {
      Footprint(of: RuleIndex($0), in: system, columns: columns)
    }
    type = columns.type
    writes = footprints.map(\.writes)
    owners = system.variables.indices.map { position in
      let accesses = footprints.flatMap(\.accesses).filter { $0.variable.position == position }
      let found = Set(accesses.map(\.owner))
      switch (found.count, found.first) {
      case (1, .ownColumn): return .eachItsPart
      case (1, .member(let member)): return .member(member)
      default: return .shared
      }
    }
  }

  /// The member that a cell belongs to; nil for a shared cell.
  func member(owning path: CellPath) -> Int64? {
    switch owners[path.variable.position] {
    case .shared: return nil
    case .member(let member): return member
    case .eachItsPart: return columnIndex(in: path)?.value
    }
  }

  /// The path without the index that says whose it is.
  func short(_ path: CellPath) -> CellPath {
    guard owners[path.variable.position] == .eachItsPart, let index = columnIndex(in: path) else {
      return path
    }
    var steps = path.steps
    steps.remove(at: index.step)
    return CellPath(variable: path.variable, steps: steps)
  }

  /// Whether a rule has assignments to variables that are not local.
  func writesShared(_ rule: RuleIndex) -> Bool {
    writes[rule.position].contains { owners[$0.position] == .shared }
  }

  private func columnIndex(in path: CellPath) -> (step: Int, value: Int64)? {
    for (position, step) in path.steps.enumerated() {
      if case .element(let value, let type) = step, type == self.type { return (position, value) }
    }
    return nil
  }
}
