import Model

/// What the reachable states of small instances have in common, and what therefore speaks against
/// other states.
struct Knowledge {
  /// A statement in Murphi, with the functions that it calls.
  struct Lemma: Hashable {
    let condition: String
    let functions: [String]
  }

  private(set) var views: [View]
  private var functions: CountingFunctions

  /// - Parameters:
  ///   - instances: the same system with several sizes, and states of each.
  ///   - isOver: whether to leave off, with knowledge of no use.
  init(
    _ instances: [(system: TransitionSystem, states: [State])], defined: [[Int]], isOver: () -> Bool
  ) {
    var names = FreshNames(instances[0].system)
    let sorts = Self.sorts(of: instances[0].system)
    let words = sorts.map { sort -> [String] in
      let letter = String((sort.name ?? "x").prefix(1).lowercased())
      return [names.name(like: letter), names.name(like: letter + "2")]
    }
    functions = CountingFunctions(names)
    views = zip(instances, defined).map { instance, defined in
      View(instance.system, sorts: Self.sorts(of: instance.system), words, Set(defined))
    }
    for (index, instance) in instances.enumerated() { views[index].add(instance.states, isOver) }
    for index in views.indices.dropFirst() { views[0].add(views[index]) }
    if !isOver() { views[0].relate() }
    for index in views.indices.dropFirst() { views[index].take(from: views[0]) }
  }

  /// The types whose size depends on symbolic constants and that something is an array over.
  private static func sorts(of system: TransitionSystem) -> [ScalarType] {
    var sorts: [ScalarType] = []
    let leaves = Leaf.leaves(of: system)
    let parameters = system.functions.flatMap { $0.frame.prefix($0.parameterCount) }
      .compactMap(\.type.scalar)
    let numbers = leaves.map(\.type).filter { $0.kind == .range && parameters.contains($0) }
    for type in leaves.flatMap(\.indices) + numbers
    where type.isSymbolic && type.name != nil && !sorts.contains(type) { sorts.append(type) }
    return sorts
  }

  // MARK: Lemmas

  /// The most lemmas of one kind that are proposed against a state.
  private static let choiceLimit = 12

  /// Which lemmas are looked for first.
  enum Preference {
    /// Those that speak of all members.
    case universal
    /// Those that say that some member exists.
    case existential

    fileprivate var sizes: [Size] {
      switch self {
      case .universal: Size.allCases
      case .existential: [.existential] + Size.allCases.filter { $0 != .existential }
      }
    }
  }

  /// Some lemmas that speak against a state of an instance, best first, apart from those that are
  /// not wanted; large ones only when there are no others.
  mutating func lemmas(
    against state: State, in view: Int, preferring preference: Preference,
    unless isUnwanted: (Lemma) -> Bool
  ) -> [Lemma] {
    let moment = views[view].moment(state)
    for size in preference.sizes {
      let found = Self.kinds(of: size).reduce(into: [Lemma]()) { found, kind in
        let known = found
        found += lemmas(kind, against: moment, in: views[view])
          .filter { !known.contains($0) && !isUnwanted($0) }.prefix(Self.choiceLimit)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// How much there is to a lemma.
  fileprivate enum Size: CaseIterable {
    case small, three, any, existential
  }

  /// What a lemma speaks of.
  private enum Kind {
    case plain(sides: Int), equations, compared(sides: Int), inequalities, existential
  }

  /// What is looked for, in this order.
  private static func kinds(of size: Size) -> [Kind] {
    switch size {
    case .small: [.plain(sides: 2), .equations, .compared(sides: 2), .inequalities]
    case .existential: [.existential]
    case .three: [.compared(sides: 3)]
    case .any: [.compared(sides: 4)]
    }
  }

  private mutating func lemmas(_ kind: Kind, against moment: Moment, in view: View) -> [Lemma] {
    switch kind {
    case .plain(let sides): boxes(sides, against: moment, in: view) { !$0.isArithmetic }
    case .equations: relations(against: moment, in: view, where: \.isEquation)
    case .compared(let sides): boxes(sides, against: moment, in: view) { _ in true }
    case .inequalities: relations(against: moment, in: view) { !$0.isEquation }
    case .existential: clauses(against: moment, in: view)
    }
  }

  private func clauses(against moment: Moment, in view: View) -> [Lemma] {
    view.presences.flatMap { presence in
      presence.clauses(against: moment).map { (presence, $0) }
    }.sorted { ($0.1.size, -$0.1.volume) < ($1.1.size, -$1.1.volume) }
      .map { Lemma(condition: $0.text(of: $1), functions: []) }
  }

  private func boxes(
    _ size: Int, against moment: Moment, in view: View, using isUsed: (Column) -> Bool
  ) -> [Lemma] {
    var found: [(scope: Scope, box: Box)] = []
    for scope in view.scopes {
      for row in scope.rows(of: moment) {
        found += scope.boxes(around: row, atMost: size, using: isUsed).map { (scope, $0) }
      }
    }
    return found.sorted {
      ($0.box.sides.count, -Self.strength($0)) < ($1.box.sides.count, -Self.strength($1))
    }.map { Lemma(condition: $0.scope.text(of: $0.box), functions: []) }
  }

  /// How much is excluded, where more variables and comparisons of numbers count as less.
  private static func strength(_ found: (scope: Scope, box: Box)) -> Double {
    let weaknesses =
      found.scope.variables.map { _ in 0.7 }
      + found.box.sides.map { found.scope.columns[$0.column].isArithmetic ? 0.3 : 1 }
    return weaknesses.reduce(found.box.volume, *)
  }

  private mutating func relations(
    against moment: Moment, in view: View, where isWanted: (LinearRelation) -> Bool
  ) -> [Lemma] {
    var found: [Lemma] = []
    for counting in view.countings {
      for relation in counting.relations(against: moment) where isWanted(relation) {
        found.append(lemma(relation, of: counting))
      }
    }
    return found
  }

  /// The equations of what the specification calls by some names.
  mutating func equations(about names: Set<String>) -> [Lemma] {
    var found: [Lemma] = []
    for counting in views[0].countings {
      for relation in counting.equations(about: names) {
        found.append(lemma(relation, of: counting))
      }
    }
    return found
  }

  private mutating func lemma(_ relation: LinearRelation, of counting: Counting) -> Lemma {
    var called: [String] = []
    let text = counting.text(of: relation) { count in
      let name = functions.name(of: count)
      called.append(name)
      return name
    }
    return Lemma(condition: text, functions: called)
  }

  /// Lemmas as Murphi text, with the functions that they call.
  func text(of lemmas: [(name: String, lemma: Lemma)]) -> String {
    let called = Set(lemmas.flatMap(\.lemma.functions))
    return
      (functions.texts(of: called)
      + lemmas.map { "invariant \"\($0.name)\"\n  \($0.lemma.condition);" })
      .joined(separator: "\n\n") + "\n"
  }
}
