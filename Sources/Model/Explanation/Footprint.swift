/// What a rule reads and writes, as far as its text tells, and by whose right.
struct Footprint {
  /// Whose part of a variable an access goes to.
  enum Owner: Hashable {
    /// The part of the column that the rule runs in.
    case ownColumn
    /// A variable without an index by columns, touched by a rule that only this member runs.
    case member(Int64)
    /// Every part in turn, by the variable of a quantifier or loop.
    case everyone
    case anyone
  }

  struct Access: Hashable {
    let variable: VariableIndex
    let owner: Owner
    let isWrite: Bool
  }

  private(set) var accesses: Set<Access> = []

  init(of index: RuleIndex, in system: TransitionSystem, columns: ColumnAssignment) {
    let rule = system[index]
    var walk = FootprintWalk(
      system: system, columnType: columns.type, member: columns.onlyMember(of: index),
      frame: FootprintWalk.Frame(
        own: columns.parameter(of: rule),
        everyone: FootprintWalk.roaming(rule.frame, except: rule.parameters)))
    if let condition = rule.guardCondition { walk.read(condition) }
    walk.run(rule.body)
    accesses = walk.accesses
  }

  /// The footprint of what a function does, whoever calls it.
  init(of function: FunctionIndex, in system: TransitionSystem) {
    var walk = FootprintWalk(system: system, columnType: nil, member: nil, frame: .init())
    walk.enter(function, [])
    accesses = walk.accesses
  }

  var writes: Set<VariableIndex> { Set(accesses.filter(\.isWrite).map(\.variable)) }
  var variables: Set<VariableIndex> { Set(accesses.map(\.variable)) }
}

/// Walks the text of a rule and of all functions it calls.
struct FootprintWalk {
  struct Frame: Hashable {
    /// The locals that hold the number of the column.
    var own: Set<LocalIndex> = []
    /// The locals that take every value in turn.
    var everyone: Set<LocalIndex> = []
    /// What references stand for.
    var references: [LocalIndex: Target] = [:]

    init(own: LocalIndex? = nil, everyone: Set<LocalIndex> = []) {
      if let own { self.own = [own] }
      self.everyone = everyone
    }

    mutating func note(_ local: LocalIndex, holds owner: Footprint.Owner) {
      if owner == .ownColumn { own.insert(local) }
      if owner == .everyone { everyone.insert(local) }
    }
  }

  /// A part of a variable; the owner is nil while no index by columns was met on the way.
  struct Target: Hashable {
    let variable: VariableIndex
    var type: ValueType
    var owner: Footprint.Owner?
  }

  private struct Call: Hashable {
    let function: FunctionIndex
    let frame: Frame
  }

  let system: TransitionSystem
  let columnType: ScalarType?
  let member: Int64?
  var frame: Frame
  var accesses: Set<Footprint.Access> = []
  private var visited: Set<Call> = []

  init(system: TransitionSystem, columnType: ScalarType?, member: Int64?, frame: Frame) {
    self.system = system
    self.columnType = columnType
    self.member = member
    self.frame = frame
  }

  /// The locals of a frame that quantifiers and loops bind.
  static func roaming(_ locals: [Local], except parameters: [Binding]) -> Set<LocalIndex> {
    let bound = locals.indices.filter { locals[$0].kind == .bound }.map { LocalIndex($0) }
    return Set(bound).subtracting(parameters.map(\.local))
  }

  mutating func run(_ statements: [Statement]) {
    for statement in statements { run(statement) }
  }

  private mutating func run(_ statement: Statement) {
    switch statement.kind {
    case .assign(let place, let value):
      read(value)
      touch(place, isWrite: true)
    case .copy(let target, let source):
      touch(source, isWrite: false)
      touch(target, isWrite: true)
    case .clear(let place), .undefine(let place): touch(place, isWrite: true)
    case .bind(let local, let place): frame.references[local] = target(of: place)
    case .branch(let branches, let otherwise):
      for branch in branches {
        read(branch.condition)
        run(branch.body)
      }
      run(otherwise)
    case .select(let subject, let cases, let otherwise):
      read(subject)
      for item in cases {
        item.labels.forEach { read($0) }
        run(item.body)
      }
      run(otherwise)
    case .repeatFor(let binding, let body):
      read(binding.domain)
      run(body)
    case .repeatWhile(let condition, let body):
      read(condition)
      run(body)
    case .returnValue(let argument): read(argument)
    case .call(let function, let arguments): enter(function, arguments)
    case .claim(_, let condition): read(condition)
    case .put(let items): items.forEach { read($0) }
    case .returnNothing, .error: break
    }
  }

  mutating func enter(_ function: FunctionIndex, _ arguments: [Argument]) {
    var inner = Frame(everyone: Self.roaming(system[function].frame, except: []))
    for (position, argument) in arguments.enumerated() {
      switch argument {
      case .value(let expression):
        read(expression)
        inner.note(LocalIndex(position), holds: owner(of: expression))
      case .copy(let place):
        touch(place, isWrite: false)
        inner.note(LocalIndex(position), holds: owner(of: place))
      case .reference(let place): inner.references[LocalIndex(position)] = target(of: place)
      }
    }
    guard visited.insert(Call(function: function, frame: inner)).inserted else { return }
    let outer = frame
    frame = inner
    run(system[function].body)
    frame = outer
  }
}

extension FootprintWalk {
  mutating func read(_ expression: Expression) {
    switch expression.kind {
    case .constant: break
    case .read(let place), .isUndefined(let place): touch(place, isWrite: false)
    case .unary(_, let operand): read(operand)
    case .binary(_, let left, let right):
      read(left)
      read(right)
    case .conditional(let condition, let yes, let no):
      read(condition)
      read(yes)
      read(no)
    case .quantified(_, let binding, let body):
      read(binding.domain)
      read(body)
    case .same(let left, let right):
      touch(left, isWrite: false)
      touch(right, isWrite: false)
    case .call(let function, let arguments): enter(function, arguments)
    }
  }

  private mutating func read(_ domain: Domain) {
    guard case .steps(let from, let through, let by) = domain else { return }
    read(from)
    read(through)
    if let by { read(by) }
  }

  private mutating func read(_ argument: Argument) {
    switch argument {
    case .value(let expression): read(expression)
    case .copy(let place), .reference(let place): touch(place, isWrite: false)
    }
  }

  private mutating func read(_ item: Statement.PutItem) {
    switch item {
    case .text: break
    case .value(let expression): read(expression)
    case .place(let place): touch(place, isWrite: false)
    }
  }

  private mutating func touch(_ place: Place, isWrite: Bool) {
    guard let target = target(of: place) else { return }
    let owner =
      target.owner ?? (mentionsColumns(target.type) ? .anyone : member.map { .member($0) })
    accesses.insert(
      Footprint.Access(variable: target.variable, owner: owner ?? .anyone, isWrite: isWrite))
  }

  /// Whether some array in a value of this type is indexed by columns.
  private func mentionsColumns(_ type: ValueType) -> Bool {
    switch type {
    case .scalar: false
    case .array(let index, let element): index == columnType || mentionsColumns(element)
    case .record(let fields): fields.contains { mentionsColumns($0.type) }
    }
  }

  /// The part of a variable that a place is in, its indices read; nil for what is local.
  private mutating func target(of place: Place) -> Target? {
    var target: Target?
    switch place.root {
    case .state(let variable):
      target = Target(variable: variable, type: system[variable].type, owner: nil)
    case .local(let local): target = frame.references[local]
    case .call(let function, let arguments): enter(function, arguments)
    }
    for step in place.path {
      guard case .element(let index) = step else {
        if case .field(let position) = step, case .record(let fields)? = target?.type {
          target?.type = fields[position].type
        }
        continue
      }
      read(index)
      guard case .array(let indexType, let element)? = target?.type else { continue }
      target?.type = element
      if indexType == columnType, target?.owner == nil {
        target?.owner = owner(of: index)
      }
    }
    return target
  }

  /// Whose part an index by columns goes to.
  private func owner(of index: Expression) -> Footprint.Owner {
    switch index.kind {
    case .read(let place): return owner(of: place)
    case .constant(let value):
      return member == value && index.type == columnType ? .ownColumn : .anyone
    default: return .anyone
    }
  }

  /// Whose number a local holds.
  private func owner(of place: Place) -> Footprint.Owner {
    guard case .local(let local) = place.root, place.path.isEmpty else { return .anyone }
    if frame.own.contains(local) { return .ownColumn }
    return frame.everyone.contains(local) ? .everyone : .anyone
  }
}
