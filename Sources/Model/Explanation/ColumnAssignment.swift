/// Who runs each rule: the members of one type get a column each, the rest is `env`.
struct ColumnAssignment {
  let system: TransitionSystem
  /// The type whose members get columns; nil when no rule has a parameter to tell them by.
  let type: ScalarType?

  init(of system: TransitionSystem) {
    self.system = system
    let candidates = system.rules.flatMap { $0.parameters.compactMap(\.domain.wholeType) }
    if let name = system.columns {
      type = candidates.first { $0.name == name }
    } else {
      type = Self.mostUsedIndex(of: system, among: candidates)
    }
  }

  /// The parameter of a rule that says who runs it.
  func parameter(of rule: Rule) -> LocalIndex? {
    rule.parameters.first { $0.domain.wholeType == type && type != nil }?.local
  }

  /// The member that runs a rule with these arguments; nil for `env`.
  func member(running index: RuleIndex, arguments: [Int64]) -> Int64? {
    guard let type else { return nil }
    let position = system[index].parameters.firstIndex { $0.domain.wholeType == type }
    return position.map { arguments[$0] }
  }

  /// The only member that can run the rule, when its guard or its parameter fixes one.
  func onlyMember(of index: RuleIndex) -> Int64? {
    let rule = system[index]
    guard let type, let parameter = parameter(of: rule) else { return nil }
    if type.count == 1 { return type.lower }
    return rule.guardCondition?.conjuncts.lazy.compactMap { $0.constant(equalTo: parameter) }.first
  }

  /// The scalarset or range that indexes the most arrays used in rules; scalarsets before ranges,
  /// then the one that comes first in the rules.
  private static func mostUsedIndex(
    of system: TransitionSystem, among candidates: [ScalarType]
  ) -> ScalarType? {
    let used = system.rules.indices.reduce(into: Set<VariableIndex>()) { used, position in
      used.formUnion(variables(used: system.rules[position], in: system))
    }
    var best: (type: ScalarType, score: Int)?
    for type in candidates where type.kind == .scalarset || type.kind == .range {
      let arrays = used.filter { isIndexed(system[$0].type, by: type) }.count
      let score = 2 * arrays + (type.kind == .scalarset ? 1 : 0)
      if arrays > 0, score > best?.score ?? 0 { best = (type, score) }
    }
    return best?.type
  }

  private static func variables(
    used rule: Rule, in system: TransitionSystem
  ) -> Set<VariableIndex> {
    var walk = FootprintWalk(system: system, columnType: nil, member: nil, frame: .init())
    if let condition = rule.guardCondition { walk.read(condition) }
    walk.run(rule.body)
    return Set(walk.accesses.map(\.variable))
  }

  private static func isIndexed(_ type: ValueType, by index: ScalarType) -> Bool {
    switch type {
    case .scalar: false
    case .array(let own, let element): own == index || isIndexed(element, by: index)
    case .record(let fields): fields.contains { isIndexed($0.type, by: index) }
    }
  }
}

extension Domain {
  /// The type whose every value is in the domain; nil for other domains.
  var wholeType: ScalarType? {
    if case .type(let type) = self { type } else { nil }
  }
}

extension Expression {
  /// The parts that must all be true for this to be true.
  var conjuncts: [Expression] {
    if case .binary(.and, let left, let right) = kind {
      left.conjuncts + right.conjuncts
    } else {
      [self]
    }
  }

  /// The constant that this says a local is equal to.
  fileprivate func constant(equalTo local: LocalIndex) -> Int64? {
    guard case .binary(.equal, let left, let right) = kind else { return nil }
    switch (left.kind, right.kind) {
    case (.read(let place), .constant(let value)), (.constant(let value), .read(let place)):
      return place.root == .local(local) && place.path.isEmpty ? value : nil
    default: return nil
    }
  }
}
