/// Finds the linear relations that all rows of numbers have: for each number, an equation with the
/// counts by as few columns as it takes, and inequalities with what one column tells apart.
struct RelationSearch {
  /// What the numbers of a row are; other numbers after the counts.
  let summands: [Summand]
  /// How many groups of members are counted.
  let groupCount: Int

  /// The largest factor of a relation that is worth a try.
  private static let largestFactor = 2

  /// The first summand that is neither a count nor a constant.
  private var firstNumber: Int {
    summands.firstIndex { if case .number = $0 { true } else { false } } ?? summands.count
  }

  /// The relations of some rows, equations first.
  func relations(of rows: [[Int]]) -> [LinearRelation] {
    let basis = IndependentRows(of: rows).rows
    var equations: [Int: LinearRelation] = [:]
    for choices in Self.choices(of: groupCount) {
      let found = choices.flatMap { self.equations(of: basis, counting: $0) }
        .filter { equations[$0.number] == nil && rows.allSatisfy($0.relation.holds) }
      for (number, relations) in Dictionary(grouping: found, by: \.number) {
        equations[number] = relations.map(\.relation).min { cost(of: $0) < cost(of: $1) }
      }
    }
    return equations.sorted { $0.key < $1.key }.map(\.value) + inequalities(rows)
  }

  /// How much there is to read; ways that are counted together count once.
  private func cost(of relation: LinearRelation) -> Int {
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

  // MARK: Equations

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
    -> [(number: Int, relation: LinearRelation)]
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
      return (number, LinearRelation(terms: terms, isEquation: true))
    }
  }

  // MARK: Inequalities

  /// Counts that a number is never below, and counts that fit in above it: of as many ways of a
  /// column together as can be, and of each way, since what is true of many need not be inductive.
  private func inequalities(_ rows: [[Int]]) -> [LinearRelation] {
    let sizes = summands.indices.dropFirst().filter {
      if case .constant = summands[$0] { true } else { false }
    }
    let counts = (0..<groupCount).map { wanted in
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

  private func inequalities(_ base: [Int: Int], of counts: [Int], in rows: [[Int]])
    -> [LinearRelation]
  {
    let single = counts.map { count in
      LinearRelation(terms: base.merging([count: 1]) { $1 }, isEquation: false)
    }.filter { rows.allSatisfy($0.holds) }
    var found: [LinearRelation] = []
    for first in counts where !found.contains(where: { $0.terms[first] != nil }) {
      var terms = base
      for count in [first] + counts.filter({ $0 != first }) {
        terms[count] = 1
        let relation = LinearRelation(terms: terms, isEquation: false)
        if !rows.allSatisfy(relation.holds) { terms[count] = nil }
        if terms[first] == nil { break }
      }
      if terms[first] != nil { found.append(LinearRelation(terms: terms, isEquation: false)) }
    }
    return found + single.filter { !found.contains($0) }
  }
}
