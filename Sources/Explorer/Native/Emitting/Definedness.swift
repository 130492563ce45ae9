import Model

/// Which parts of the state have a value in every reachable state.
///
/// A leaf is a scalar of a variable's type, whatever the indices of the arrays around it. It is
/// defined everywhere when all its cells are defined in every start state, and nothing in a rule or
/// function can undefine it: no `undefine`, and no copy from what may be undefined. An assignment
/// always gives a value. By induction over the steps to a state, it then has a value there; and
/// exchanging members of a scalarset does not change that.
struct Definedness {
  /// The first leaf of each variable.
  let firstLeaf: [Int]
  private var isDefined: [Bool]
  private var copies: [(to: Int, from: Int)] = []
  /// The leaves that some reference may lead to.
  private var referenced: Set<Int> = []
  private var undefinesByReference = false
  /// The leaves that functions get references to, which do not tell how these are packed.
  private var passed: Set<Int> = []
  /// The leaf of each cell.
  private let leafOfCell: [Int]
  private let system: TransitionSystem

  init(_ system: TransitionSystem, startStates: some Sequence<State>) {
    self.system = system
    var firstLeaf: [Int] = []
    var count = 0
    var leaves: [Int] = []
    for variable in system.variables {
      firstLeaf.append(count)
      leaves += Self.leaves(of: variable.type, from: count)
      count += Self.leafCount(of: variable.type)
    }
    self.firstLeaf = firstLeaf
    leafOfCell = leaves
    isDefined = Array(repeating: true, count: count)
    for state in startStates {
      for (leaf, value) in zip(leaves, state.cells) where value == nil { isDefined[leaf] = false }
    }
    for rule in system.rules {
      look(at: rule.guardCondition)
      look(at: rule.body, in: rule.frame)
    }
    for function in system.functions { look(at: function.body, in: function.frame) }
    for claim in system.claims { look(at: claim.condition) }
    if undefinesByReference { for leaf in referenced { isDefined[leaf] = false } }
    spread()
  }

  /// Whether the leaf has a value in every reachable state; not known of nil.
  func isDefined(_ leaf: Int?) -> Bool { leaf.map { isDefined[$0] } ?? false }

  /// Whether a cell, by its number, is never undefined, and everybody who reads it knows that.
  func isPackedWithoutUndefined(_ cell: Int) -> Bool {
    let leaf = leafOfCell[cell]
    return isDefined[leaf] && !passed.contains(leaf)
  }

  /// The number of leaves of a type.
  static func leafCount(of type: ValueType) -> Int {
    switch type {
    case .scalar: 1
    case .array(_, let element): leafCount(of: element)
    case .record(let fields): fields.reduce(0) { $0 + leafCount(of: $1.type) }
    }
  }

  /// The leaf of each cell of a type.
  private static func leaves(of type: ValueType, from first: Int) -> [Int] {
    switch type {
    case .scalar: return [first]
    case .array(let index, let element):
      let inner = leaves(of: element, from: first)
      return (0..<(index.count ?? 0)).flatMap { _ in inner }
    case .record(let fields):
      var next = first
      return fields.flatMap { field in
        defer { next += leafCount(of: field.type) }
        return leaves(of: field.type, from: next)
      }
    }
  }

  /// What is copied from something undefined may be undefined.
  private mutating func spread() {
    var changed = true
    while changed {
      changed = false
      for copy in copies where isDefined[copy.to] && !isDefined[copy.from] {
        isDefined[copy.to] = false
        changed = true
      }
    }
  }

  // MARK: Places

  /// The leaves of a place in the state; nil for places elsewhere.
  private func leaves(of place: Place) -> Range<Int>? {
    guard case .state(let variable) = place.root else { return nil }
    var first = firstLeaf[variable.position]
    var type = system[variable].type
    for step in place.path {
      switch (step, type) {
      case (.field(let position), .record(let fields)):
        first += fields[..<position].reduce(0) { $0 + Self.leafCount(of: $1.type) }
        type = fields[position].type
      case (.element, .array(_, let element)): type = element
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return first..<first + Self.leafCount(of: type)
  }

  private mutating func undefine(_ place: Place, in frame: [Local]) {
    if let leaves = leaves(of: place) {
      for leaf in leaves { isDefined[leaf] = false }
    } else if case .local(let local) = place.root, frame[local.position].kind == .reference {
      undefinesByReference = true
    }
  }

  private mutating func refer(to place: Place) {
    if let leaves = leaves(of: place) { referenced.formUnion(leaves) }
  }

  private mutating func pass(_ arguments: [Argument]) {
    for case .reference(let place) in arguments {
      refer(to: place)
      if let leaves = leaves(of: place) { passed.formUnion(leaves) }
    }
  }

  // MARK: Statements

  private mutating func look(at condition: Expression?) {
    guard let condition else { return }
    Traversal.visit(condition) { _, arguments in
      pass(arguments)
    } onLocal: { _ in
    }
  }

  private mutating func look(at statements: [Statement], in frame: [Local]) {
    for statement in statements {
      look(at: statement, in: frame)
      for body in Traversal.bodies(in: statement) { look(at: body, in: frame) }
    }
  }

  private mutating func look(at statement: Statement, in frame: [Local]) {
    Traversal.visitOwn(statement) { _, arguments in pass(arguments) }
    switch statement.kind {
    case .undefine(let place): undefine(place, in: frame)
    case .copy(let target, let source):
      if let to = leaves(of: target), let from = leaves(of: source) {
        copies += zip(to, from).map { ($0, $1) }
      } else {
        undefine(target, in: frame)
      }
    case .bind(_, let place): refer(to: place)
    default: break
    }
  }
}
