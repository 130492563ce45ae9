import Model

/// A number of a state that may take part in linear relations.
enum Summand {
  case constant(String, Int64)
  /// That a column of the outer scope is in a way, as 1 or 0.
  case indicator(String, column: Int, way: Int)
  /// How many members are of a way.
  case count(group: Int, way: Int)
  case number(Quantity)
}

/// Linear relations between numbers and counts, that hold in every state that was seen.
struct Counting {
  /// A sum that is 0, or at most 0.
  struct Relation: Hashable {
    let terms: [Int: Int]
    let isEquation: Bool
  }

  private let surroundings: Surroundings
  private(set) var groups: [MemberGroup] = []
  private(set) var summands: [Summand] = []
  /// The first summands that are neither counts nor constants.
  private var firstNumber = 0
  private var matrix: Set<[Int]> = []
  private(set) var relations: [Relation] = []

  private var outer: Scope { surroundings.outer }

  /// The largest factor of a relation that is worth a try.
  private static let largestFactor = 2

  /// - Parameter surroundings: the scope whose variable, if any, relations are about, and those whose
  ///   members are counted.
  init(_ surroundings: Surroundings, symbolic: [(name: String, value: Int64)]) {
    self.surroundings = surroundings
    summands = [.constant("1", 1)]
    for (index, column) in outer.columns.enumerated()
    where column.variables.count == outer.variables.count {
      addIndicators(of: column, at: index)
    }
    for group in surroundings.groups(by: \.isChoice) { addGroup(group) }
    // After the counts, so that nothing is said by how many members there are not.
    summands += symbolic.map { .constant($0.name, $0.value) }
    firstNumber = summands.count
    summands += outer.quantities.filter { quantity in
      quantity.type.kind == .range && quantity.needs.isEmpty && !quantity.isConstant
        && quantity.variables.count == outer.variables.count
        && quantity.text != outer.variables.first?.name
    }.map(Summand.number)
  }

  private mutating func addIndicators(of column: Column, at index: Int) {
    guard case .choices(let choices) = column.shape, column.needs.isEmpty else { return }
    summands += choices.indices.dropFirst().map {
      .indicator("(\(choices[$0].text) ? 1 : 0)", column: index, way: $0 + 1)
    }
  }

  private mutating func addGroup(_ group: MemberGroup) {
    let column = surroundings.column(of: group)
    for way in 0..<column.count where column.all & (1 << UInt64(way)) != 0 {
      summands.append(.count(group: groups.count, way: way))
    }
    groups.append(group)
  }

  // MARK: Observation

  mutating func add(_ moment: Moment) {
    for choice in outer.choices.indices { matrix.insert(row(of: moment, choice)) }
  }

  mutating func add(_ other: Counting) { matrix.formUnion(other.matrix) }

  /// Takes over the relations that the same summands of another instance have.
  mutating func take(_ other: Counting) {
    relations = other.relations
    matrix = []
  }

  private func row(of moment: Moment, _ choice: Int) -> [Int] {
    let own = outer.row(of: moment, choice)
    let rows = surroundings.rows(of: moment, around: choice)
    let totals = groups.map { group in
      surroundings.ways(of: group, in: rows).reduce(
        into: [Int](repeating: 0, count: surroundings.column(of: group).count)
      ) { totals, way in totals[Int(way)] += 1 }
    }
    return summands.map { summand in
      switch summand {
      case .constant(_, let value): Int(value)
      case .indicator(_, let column, let way): Int(own[column]) == way ? 1 : 0
      case .count(let group, let way): totals[group][way]
      case .number(let quantity): Int(moment.value(of: quantity.source(outer.choices[choice])) ?? 0)
      }
    }
  }

  /// The relations that a state does not satisfy.
  func relations(against moment: Moment) -> [Relation] {
    let rows = outer.choices.indices.map { row(of: moment, $0) }
    return relations.filter { relation in !rows.allSatisfy { Self.holds(relation, in: $0) } }
  }

  /// The equations of what the specification calls by some names, and of what is in these.
  func equations(about names: Set<String>) -> [Relation] {
    let equations = relations.filter(\.isEquation)
    var names = names
    var found: [Relation] = []
    var count: Int
    repeat {
      count = found.count
      found = equations.filter { !names.isDisjoint(with: self.names(in: $0)) }
      names.formUnion(found.flatMap(self.names))
    } while found.count > count
    return found
  }

  private func names(in relation: Relation) -> [String] {
    relation.terms.keys.compactMap { term in
      if case .number(let quantity) = summands[term] { quantity.name } else { nil }
    }
  }

  private static func holds(_ relation: Relation, in row: [Int]) -> Bool {
    let sum = relation.terms.reduce(0) { $0 + $1.value * row[$1.key] }
    return relation.isEquation ? sum == 0 : sum <= 0
  }

  // MARK: Relations

  /// Finds the relations of all that was seen: for each number, one with the counts by as few
  /// columns as it takes.
  mutating func relate() {
    let rows = matrix.sorted { $0.lexicographicallyPrecedes($1) }
    matrix = []
    let basis = IndependentRows(of: rows).rows
    var equations: [Int: Relation] = [:]
    for choices in Self.choices(of: groups.count) {
      let found = choices.flatMap { self.equations(of: basis, counting: $0) }
        .filter { found in
          equations[found.number] == nil && rows.allSatisfy { Self.holds(found.relation, in: $0) }
        }
      for (number, relations) in Dictionary(grouping: found, by: \.number) {
        equations[number] = relations.map(\.relation).min { cost(of: $0) < cost(of: $1) }
      }
    }
    relations = equations.sorted { $0.key < $1.key }.map(\.value) + inequalities(rows)
  }

  /// How much there is to read; ways that are counted together count once.
  private func cost(of relation: Relation) -> Int {
    var counted: Set<[Int]> = []
    var cost = 0
    for (summand, factor) in relation.terms {
      if case .count(let group, _) = summands[summand],
        !counted.insert([group, factor]).inserted
      {
        continue
      }
      cost += abs(factor)
    }
    return cost
  }

  /// No groups, then each one, then each two.
  private static func choices(of count: Int) -> [[[Int]]] {
    let groups = Array(0..<count)
    return [
      [[]], groups.map { [$0] },
      groups.flatMap { first in groups.dropFirst(first + 1).map { [first, $0] } },
    ]
  }

  /// The equations between numbers and what some groups count, given vectors that span all others.
  private func equations(of rows: [[Int]], counting used: [Int])
    -> [(number: Int, relation: Relation)]
  {
    let chosen = summands.indices.filter { index in
      if case .count(let group, _) = summands[index] { used.contains(group) } else { true }
    }
    var hull = AffineHull(width: chosen.count)
    for row in Set(rows.map { row in chosen.map { row[$0] } })
      .sorted(by: { $0.lexicographicallyPrecedes($1) })
    { hull.add(row) }
    return hull.equations.compactMap { equation in
      let number = chosen[equation.column]
      // Of counts alone there are many that say little.
      guard number >= firstNumber,
        equation.terms.allSatisfy({ abs($0.factor) <= Self.largestFactor })
      else { return nil }
      var terms = [number: 1]
      for term in equation.terms { terms[chosen[term.column]] = -term.factor }
      return (number, Relation(terms: terms, isEquation: true))
    }
  }

  /// Counts that a number is never below, and counts that fit in above it: of as many ways of a
  /// column together as can be, and of each way, since what is true of many need not be inductive.
  private func inequalities(_ rows: [[Int]]) -> [Relation] {
    let sizes = summands.indices.dropFirst().filter {
      if case .constant = summands[$0] { true } else { false }
    }
    let counts = groups.indices.map { wanted in
      summands.indices.filter {
        if case .count(wanted, _) = summands[$0] { true } else { false }
      }
    }
    return (firstNumber..<summands.count).flatMap { number in
      counts.flatMap { counts in
        let above = Dictionary(uniqueKeysWithValues: sizes.map { ($0, -1) } + [(number, 1)])
        return [[number: -1], above].flatMap { inequalities($0, of: counts, in: rows) }
      }
    }
  }

  private func inequalities(_ base: [Int: Int], of counts: [Int], in rows: [[Int]]) -> [Relation] {
    let single = counts.map { count in
      Relation(terms: base.merging([count: 1]) { $1 }, isEquation: false)
    }.filter { relation in rows.allSatisfy { Self.holds(relation, in: $0) } }
    var found: [Relation] = []
    for first in counts where !found.contains(where: { $0.terms[first] != nil }) {
      var terms = base
      for count in [first] + counts.filter({ $0 != first }) {
        terms[count] = 1
        let relation = Relation(terms: terms, isEquation: false)
        if !rows.allSatisfy({ Self.holds(relation, in: $0) }) { terms[count] = nil }
        if terms[first] == nil { break }
      }
      if terms[first] != nil { found.append(Relation(terms: terms, isEquation: false)) }
    }
    return found + single.filter { !found.contains($0) }
  }
}

// MARK: Text

extension Counting {
  /// Members that are counted, as a function has it.
  struct Count {
    let member: Variable
    let parameter: Variable?
    /// Which members count.
    let condition: String
  }

  /// A relation in Murphi; what it counts is counted by functions that `function` names.
  func text(of relation: Relation, function: (Count) -> String) -> String {
    let sides = [true, false].map { isLeft in
      let terms = relation.terms.filter { ($0.value > 0) == isLeft }
        .map { (summand: $0.key, factor: abs($0.value)) }.sorted { $0.summand < $1.summand }
      let texts = self.texts(of: terms, function)
      return texts.isEmpty ? "0" : texts.joined(separator: " + ")
    }
    let text = "\(sides[0]) \(relation.isEquation ? "=" : "<=") \(sides[1])"
    guard let parameter = outer.variables.first else { return text }
    return "forall \(parameter.name): \(parameter.type.name ?? "") do \(text) end"
  }

  /// Each term; ways of one column that are counted as often are counted together.
  private func texts(of terms: [(summand: Int, factor: Int)], _ function: (Count) -> String)
    -> [String]
  {
    var texts: [String] = []
    var counts: [(group: Int, factor: Int, ways: UInt64)] = []
    for term in terms {
      switch summands[term.summand] {
      case .constant("1", _): texts.append(String(term.factor))
      case .constant(let text, _), .indicator(let text, _, _):
        texts.append(times(term.factor, text))
      case .number(let quantity): texts.append(times(term.factor, quantity.text))
      case .count(let group, let way):
        let bit = UInt64(1) << UInt64(way)
        if let known = counts.firstIndex(where: { $0.group == group && $0.factor == term.factor }) {
          counts[known].ways |= bit
        } else {
          counts.append((group, term.factor, bit))
        }
      }
    }
    return texts
      + counts.map { count in
        let name = function(self.count(groups[count.group], count.ways))
        return times(count.factor, "\(name)(\(outer.variables.first?.name ?? ""))")
      }
  }

  private func times(_ factor: Int, _ text: String) -> String {
    factor == 1 ? text : "\(factor) * \(text)"
  }

  private func count(_ group: MemberGroup, _ ways: UInt64) -> Count {
    Count(
      member: surroundings.inner[group.scope].variables[0], parameter: outer.variables.first,
      condition: surroundings.text(of: group, ways))
  }
}
