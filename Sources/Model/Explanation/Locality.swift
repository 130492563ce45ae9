/// Which cells belong to a column, because only rules of that column touch them. A guard that
/// looks at every column in turn, as contracts between callers do, takes nothing away from that.
struct Locality {
  private enum Owner: Hashable {
    case shared
    /// Each column has the part that its number indexes.
    case eachItsPart
    case member(Int64)
  }

  private let owners: [Owner]
  /// The variables that some rule looks at for every column in turn.
  private let observed: Set<VariableIndex>
  private let type: ScalarType?
  /// The rules that columns run.
  private let processRules: Set<Int>
  /// The variables that each rule may assign to, indexed by rule.
  let writes: [Set<VariableIndex>]

  init(of system: TransitionSystem, columns: ColumnAssignment) {
    let footprints = system.rules.indices.map {
      Footprint(of: RuleIndex($0), in: system, columns: columns)
    }
    type = columns.type
    writes = footprints.map(\.writes)
    observed = Set(
      footprints.flatMap(\.accesses).filter { $0.owner == .everyone }.map(\.variable))
    processRules = Set(
      system.rules.indices.filter { columns.parameter(of: system.rules[$0]) != nil })
    owners = system.variables.indices.map { position in
      let accesses = footprints.flatMap(\.accesses).filter { $0.variable.position == position }
      let found = Set(accesses.filter { $0.isWrite || $0.owner != .everyone }.map(\.owner))
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

  /// How many rules may move this variable; nil when it cannot be what says where a process
  /// stands, because others look at it and some steps leave it where it is.
  func moves(of variable: VariableIndex) -> Int? {
    let writers = writes.indices.filter { writes[$0].contains(variable) }
    if observed.contains(variable), !processRules.isSubset(of: writers) { return nil }
    return writers.count
  }

  private func columnIndex(in path: CellPath) -> (step: Int, value: Int64)? {
    for (position, step) in path.steps.enumerated() {
      if case .element(let value, let type) = step, type == self.type { return (position, value) }
    }
    return nil
  }
}
