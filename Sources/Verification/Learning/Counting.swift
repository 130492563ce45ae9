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
  let surroundings: Surroundings
  private(set) var groups: [MemberGroup] = []
  private(set) var summands: [Summand] = []
  private var matrix: Set<[Int]> = []
  private(set) var relations: [LinearRelation] = []

  var outer: Scope { surroundings.outer }

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

  /// Finds the relations of all that was seen.
  mutating func relate() {
    let rows = matrix.sorted { $0.lexicographicallyPrecedes($1) }
    matrix = []
    relations = RelationSearch(summands: summands, groupCount: groups.count).relations(of: rows)
  }

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
  func relations(against moment: Moment) -> [LinearRelation] {
    let rows = outer.choices.indices.map { row(of: moment, $0) }
    return relations.filter { !rows.allSatisfy($0.holds) }
  }

  /// The equations of what the specification calls by some names, and of what is in these.
  func equations(about names: Set<String>) -> [LinearRelation] {
    let equations = relations.filter(\.isEquation)
    var names = names
    var found: [LinearRelation] = []
    var count: Int
    repeat {
      count = found.count
      found = equations.filter { !names.isDisjoint(with: self.names(in: $0)) }
      names.formUnion(found.flatMap(self.names))
    } while found.count > count
    return found
  }

  private func names(in relation: LinearRelation) -> [String] {
    relation.terms.keys.compactMap { term in
      if case .number(let quantity) = summands[term] { quantity.name } else { nil }
    }
  }
}
