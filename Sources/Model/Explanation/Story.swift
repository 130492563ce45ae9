import SourceText

/// A trace with everything that its explanation looks up more than once.
struct Story {
  /// The greatest number of members that get a column although they do nothing.
  private static let idleColumnLimit: Int64 = 4

  let trace: Trace
  let system: TransitionSystem
  let assignment: ColumnAssignment
  let locality: Locality
  let paths: [CellPath]
  let names: MemberNames
  /// The member of each column; nil is `env`.
  let members: [Int64?]

  init(of trace: Trace, in system: TransitionSystem, renumbersMembers: Bool) {
    self.trace = trace
    self.system = system
    let assignment = ColumnAssignment(of: system)
    let paths = system.cellPaths
    self.assignment = assignment
    locality = Locality(of: system, columns: assignment)
    self.paths = paths
    names =
      renumbersMembers
      ? MemberNames(inOrderOf: Mentions(in: trace, of: system, assignment, paths).all) : .asTheyAre
    members = Self.members(of: trace, assignment)
  }

  /// Those who act, in order of appearance, `env` last. A behaviour that begins in an arbitrary
  /// state shows all members when they are few: what the others hold matters there.
  private static func members(of trace: Trace, _ assignment: ColumnAssignment) -> [Int64?] {
    var members: [Int64] = []
    var environmentActs = false
    for step in trace.steps {
      guard case .rule(let rule) = step.action else { continue }
      if let member = assignment.member(running: rule, arguments: step.arguments) {
        if !members.contains(member) { members.append(member) }
      } else {
        environmentActs = true
      }
    }
    if trace.steps.first?.action == .assumed, let type = assignment.type,
      Int64(type.count ?? .max) <= idleColumnLimit
    {
      members += (type.lower...type.upper).filter { !members.contains($0) }
    }
    return members + (environmentActs ? [nil] : [])
  }

  var columns: [Counterexample.Column] {
    members.map { Counterexample.Column(name: name(of: $0), isEnvironment: $0 == nil) }
  }

  /// What the column of a member is called.
  func name(of member: Int64?) -> String {
    guard let member, let type = assignment.type else { return "env" }
    let text = names.text(of: member, as: type)
    return type.kind == .range ? "\(type.name ?? "process")_\(text)" : text
  }

  /// The member that runs a step; nil for `env`.
  func member(running step: Int) -> Int64? {
    guard case .rule(let rule) = trace.steps[step].action else { return nil }
    return assignment.member(running: rule, arguments: trace.steps[step].arguments)
  }

  var startName: String? {
    guard system.startStates.count > 1, case .start(let index)? = trace.steps.first?.action else {
      return nil
    }
    return system[index].name
  }

  /// Where the claim stands, or where the step failed.
  func range(of claim: ClaimIndex?) -> SourceRange {
    if case .failed(let failure) = trace.ending { return failure.range }
    return claim.map { system[$0].range } ?? .none
  }

  /// The state after a step; nil when the step failed.
  func state(after step: Int) -> State? { trace.steps[step].state }

  /// The last state there is.
  var lastState: State? { trace.steps.last { $0.state != nil }?.state }

  func text(ofCell cell: Int, in state: State) -> String {
    names.text(ofCell: state.cells[cell], as: system.layout.cells[cell].type)
  }

  func name(ofCell cell: Int) -> String { paths[cell].text(in: system, names: names) }

  func shortName(ofCell cell: Int) -> String {
    locality.short(paths[cell]).text(in: system, names: names)
  }

  /// The cells in the order in which their names, as shown, follow each other.
  var cellsInOrder: [Int] {
    let keys = paths.map { path in
      [Int64(path.variable.position)]
        + path.steps.map { step -> Int64 in
          if case .element(let value, let type) = step {
            names.number(of: value, in: type)
          } else {
            0
          }
        }
    }
    return paths.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
  }
}

/// The members of scalarsets in the order in which a trace names them.
struct Mentions {
  private(set) var all: [(ScalarType, Int64)] = []

  init(
    in trace: Trace, of system: TransitionSystem, _ assignment: ColumnAssignment,
    _ paths: [CellPath]
  ) {
    var before = State.undefined(system.layout)
    if let first = trace.steps.first?.state { before = first }
    for step in trace.steps.dropFirst() {
      guard case .rule(let rule) = step.action else { continue }
      if let type = assignment.type,
        let member = assignment.member(running: rule, arguments: step.arguments)
      {
        all.append((type, member))
      }
      for (parameter, argument) in zip(system[rule].parameters, step.arguments) {
        if let type = parameter.domain.wholeType { all.append((type, argument)) }
      }
      guard let after = step.state else { continue }
      for cell in paths.indices where before.cells[cell] != after.cells[cell] {
        mention(cell, of: after, in: system, paths)
      }
      before = after
    }
    guard let first = trace.steps.first?.state else { return }
    for cell in paths.indices where first.cells[cell] != nil {
      if let value = first.cells[cell] { all.append((system.layout.cells[cell].type, value)) }
    }
  }

  private mutating func mention(
    _ cell: Int, of state: State, in system: TransitionSystem, _ paths: [CellPath]
  ) {
    for case .element(let value, let type) in paths[cell].steps { all.append((type, value)) }
    if let value = state.cells[cell] { all.append((system.layout.cells[cell].type, value)) }
  }
}
