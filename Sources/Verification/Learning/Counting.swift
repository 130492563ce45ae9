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

/// Members of a type that are counted by the way of a column, for each value of a scope's variable.
struct CountGroup {
  /// The scope whose first variable is the member.
  let scope: Int
  let column: Int
  /// A column that says what the member has to do with the outer scope's variable.
  let link: Int?

  /// The way of a link by which a member is counted: that two things are equal.
  static let linked: UInt8 = 2
}

/// Linear relations between numbers and counts, that hold in every state that was seen.
struct Counting {
  /// A sum that is 0, or at most 0.
  struct Relation: Hashable {
    let terms: [Int: Int]
    let isEquation: Bool
  }

  private let outer: Scope
  private let inner: [Scope]
  private(set) var groups: [CountGroup] = []
  private(set) var summands: [Summand] = []
  /// The first summands that are neither counts nor constants.
  private var firstNumber = 0
  private var matrix: Set<[Int]> = []
  private(set) var relations: [Relation] = []

  /// The largest factor of a relation that is worth a try.
  private static let largestFactor = 2

  /// - Parameters:
  ///   - outer: the scope whose variable, if any, relations are about.
  ///   - inner: scopes with one variable more in front, whose members are counted.
  init(_ outer: Scope, _ inner: [Scope], symbolic: [(name: String, value: Int64)]) {
    self.outer = outer
    self.inner = inner
    summands = [.constant("1", 1)]
    for (index, column) in outer.columns.enumerated()
    where column.variables.count == outer.variables.count {
      addIndicators(of: column, at: index)
    }
    for scope in inner.indices { addCounts(of: scope) }
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

  private mutating func addCounts(of scope: Int) {
    let columns = inner[scope].columns
    let about = columns.indices.filter { index in
      guard case .choices = columns[index].shape else { return false }
      return columns[index].variables.contains(0)
    }
    let links = about.filter {
      columns[$0].variables.count == 2 && columns[$0].count == 3 && !columns[$0].needs.isEmpty
    }
    for column in about {
      if columns[column].variables.count == inner[scope].variables.count {
        addGroup(CountGroup(scope: scope, column: column, link: nil))
      } else {
        for link in links { addGroup(CountGroup(scope: scope, column: column, link: link)) }
      }
    }
  }

  private mutating func addGroup(_ group: CountGroup) {
    let column = inner[group.scope].columns[group.column]
    for way in 0..<column.count where column.all & (1 << UInt64(way)) != 0 {
      summands.append(.count(group: groups.count, way: way))
    }
    groups.append(group)
  }

  // MARK: Observation

  mutating func add(_ moment: Moment) {
    for members in outer.choices { matrix.insert(row(of: moment, members)) }
  }

  mutating func add(_ other: Counting) { matrix.formUnion(other.matrix) }

  /// Takes over the relations that the same summands of another instance have.
  mutating func take(_ other: Counting) {
    relations = other.relations
    matrix = []
  }

  private func row(of moment: Moment, _ members: [Int64]) -> [Int] {
    let own = outer.row(of: moment, members)
    let rows = inner.map { scope -> [[UInt8]] in
      let type = scope.variables[0].type
      return (type.lower...type.upper).map { scope.row(of: moment, [$0] + members) }
    }
    let totals = groups.map { group in
      rows[group.scope].reduce(
        into: [Int](repeating: 0, count: inner[group.scope].columns[group.column].count)
      ) { totals, row in
        if group.link.map({ row[$0] == CountGroup.linked }) ?? true {
          totals[Int(row[group.column])] += 1
        }
      }
    }
    return summands.map { summand in
      switch summand {
      case .constant(_, let value): Int(value)
      case .indicator(_, let column, let way): Int(own[column]) == way ? 1 : 0
      case .count(let group, let way): totals[group][way]
      case .number(let quantity): Int(quantity.value(moment, members) ?? 0)
      }
    }
  }

  /// The relations that a state does not satisfy.
  func relations(against moment: Moment) -> [Relation] {
    let rows = outer.choices.map { row(of: moment, $0) }
    return relations.filter { relation in !rows.allSatisfy { Self.holds(relation, in: $0) } }
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
    var equations: [Int: Relation] = [:]
    for choices in Self.choices(of: groups.count) {
      let found = choices.flatMap { self.equations(of: rows, counting: $0) }
        .filter { equations[$0.number] == nil }
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

  /// The equations between numbers and what some groups count.
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

  private func count(_ group: CountGroup, _ ways: UInt64) -> Count {
    let scope = inner[group.scope]
    let own = scope.columns[group.column].text(of: ways)
    let link = group.link.map { scope.columns[$0].text(of: 1 << UInt64(CountGroup.linked)) + " & " }
    return Count(
      member: scope.variables[0], parameter: outer.variables.first,
      condition: (link ?? "") + own)
  }
}
