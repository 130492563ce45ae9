import Model
import Polynomials

/// What the reachable states of small instances have in common, and what therefore speaks against
/// other states.
struct Knowledge {
  /// An instance as it is looked at.
  struct View {
    let system: TransitionSystem
    fileprivate(set) var scopes: [Scope]
    fileprivate(set) var countings: [Counting]
  }

  /// A statement in Murphi, with the functions that it calls.
  struct Lemma: Hashable {
    let condition: String
    let functions: [String]
  }

  private(set) var views: [View]
  private var functions: [String: String] = [:]
  private var names: FreshNames

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
    self.names = names
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

  /// Some lemmas that speak against a state of an instance, best first, apart from those that are
  /// not wanted; large ones only when there are no others.
  mutating func lemmas(against state: State, in view: Int, unless isUnwanted: (Lemma) -> Bool)
    -> [Lemma]
  {
    let moment = Moment(state)
    for size in Size.allCases {
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
  private enum Size: CaseIterable {
    case small, three, any
  }

  /// What a lemma speaks of.
  private enum Kind {
    case plain(sides: Int), equations, compared(sides: Int), inequalities
  }

  /// What is looked for, in this order.
  private static func kinds(of size: Size) -> [Kind] {
    switch size {
    case .small: [.plain(sides: 2), .equations, .compared(sides: 2), .inequalities]
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
    }
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
    against moment: Moment, in view: View, where isWanted: (Counting.Relation) -> Bool
  ) -> [Lemma] {
    var found: [Lemma] = []
    for counting in view.countings {
      for relation in counting.relations(against: moment) where isWanted(relation) {
        var called: [String] = []
        let text = counting.text(of: relation) { count in
          let name = function(of: count)
          called.append(name)
          return name
        }
        found.append(Lemma(condition: text, functions: called))
      }
    }
    return found
  }

  /// The name of a function that counts.
  private mutating func function(of count: Counting.Count) -> String {
    let bound = (count.member.type.upperForm + Polynomial(1))?.description ?? "0"
    let parameter = count.parameter.map { "\($0.name): \($0.type.name ?? "")" } ?? ""
    let text = """
      (\(parameter)): 0 .. \(bound);
      var n: 0 .. \(bound);
      begin
        n := 0;
        for \(count.member.name): \(count.member.type.name ?? "") do
          if \(count.condition) then n := n + 1; end;
        end;
        return n;
      end;
      """
    if let name = functions[text] { return name }
    let name = names.name(like: "count_\(functions.count + 1)")
    functions[text] = name
    return name
  }

  /// Lemmas as Murphi text, with the functions that they call.
  func text(of lemmas: [(name: String, lemma: Lemma)]) -> String {
    let called = Set(lemmas.flatMap(\.lemma.functions))
    let texts = functions.filter { called.contains($0.value) }.sorted { $0.value < $1.value }
      .map { "function \($0.value)\($0.key)" }
    return
      (texts
      + lemmas.map { "invariant \"\($0.name)\"\n  \($0.lemma.condition);" })
      .joined(separator: "\n\n") + "\n"
  }
}

extension Knowledge.View {
  fileprivate init(
    _ system: TransitionSystem, sorts: [ScalarType], _ words: [[String]], _ defined: Set<Int>
  ) {
    self.system = system
    let leaves = Leaf.leaves(of: system)
    func scope(_ variables: [Variable]) -> Scope {
      Scope(variables, system, leaves: leaves, defined: defined)
    }
    let ones = zip(sorts, words).map { Variable(name: $1[0], type: $0) }
    let others = zip(sorts, words).map { Variable(name: $1[1], type: $0) }
    let single = ones.map { scope([$0]) }
    let mixed = ones.indices.flatMap { first in
      ones.indices.filter { $0 > first }.map { scope([ones[first], ones[$0]]) }
    }
    let double = ones.indices.map { scope([ones[$0], others[$0]]) }
    let triple = ones.indices.flatMap { first in
      ones.indices.filter { $0 != first }
        .map { scope([ones[first], others[first], ones[$0]]) }
    }
    let outer = [scope([])] + single
    scopes = outer + mixed + double + triple
    let symbolic = system.symbolicConstants.compactMap { name in
      system.constants.first { $0.name == name }.map { (name: name, value: $0.value) }
    }
    countings =
      [Counting(outer[0], single.filter { $0.isCountable }, symbolic: symbolic)]
      + ones.indices.map { index in
        let inner = ones.indices.filter { $0 != index && sorts[$0].kind == .scalarset }
          .map { scope([ones[$0], ones[index]]) }
        return Counting(single[index], inner, symbolic: symbolic)
      }
  }

  fileprivate mutating func add(_ states: [State], _ isOver: () -> Bool) {
    for moment in states.lazy.map(Moment.init) {
      if isOver() { return }
      for index in scopes.indices { scopes[index].add(moment) }
      for index in countings.indices { countings[index].add(moment) }
    }
  }

  fileprivate mutating func add(_ other: Self) {
    for index in scopes.indices { scopes[index].add(other.scopes[index]) }
    for index in countings.indices { countings[index].add(other.countings[index]) }
  }

  fileprivate mutating func relate() {
    for index in countings.indices { countings[index].relate() }
  }

  fileprivate mutating func take(from other: Self) {
    for index in scopes.indices { scopes[index].add(other.scopes[index]) }
    for index in countings.indices { countings[index].take(other.countings[index]) }
  }
}

extension Scope {
  fileprivate var isCountable: Bool { variables.allSatisfy { $0.type.kind == .scalarset } }
}

/// The names that a specification has, so that others do not hide them.
struct FreshNames {
  private var taken: Set<String>

  init(_ system: TransitionSystem) {
    var names = Set(system.constants.map(\.name) + system.variables.map(\.name) + ["n"])
    names.formUnion(system.functions.map(\.name))
    for type in system.variables.flatMap({ StateLayout.scalars(of: $0.type) }) {
      if let name = type.name { names.insert(name) }
      if case .enumeration(let members) = type.kind { names.formUnion(members) }
    }
    taken = Set(names.map { $0.lowercased() })
  }

  /// A name like this one that nothing else has.
  mutating func name(like wish: String) -> String {
    var name = wish
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wish)_\(number)"
      number += 1
    }
    return name
  }
}
