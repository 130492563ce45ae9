import Model

/// Which kinds of members there are next to a scope, in every state that was seen.
///
/// That some member exists is false in a state when all of its members are of other ways. So "some
/// member is of a way that the state has none of" is one more column to compare what was seen with:
/// it agrees where there is no such member either.
struct Presence {
  /// What was seen of a state: the ways of the scope's columns, and those of each group's members.
  private struct Sight: Hashable {
    let row: [UInt8]
    let present: [UInt64]
  }

  /// Premises about the scope, of which a member of some ways is the conclusion.
  struct Clause {
    fileprivate let sides: [(column: Int, ways: UInt64)]
    fileprivate let conclusions: [(group: Int, ways: UInt64)]
    /// The share of all combinations that it excludes; the more, the stronger.
    let volume: Double

    var size: Int { sides.count + conclusions.count }
  }

  private let surroundings: Surroundings
  private let groups: [MemberGroup]
  private var seen: Set<Sight> = []

  /// The most clauses that are looked at more closely.
  private static let choiceLimit = 40
  /// Columns and groups beyond these are left out: agreement is a set of bits.
  private static let limit = 127
  private static let largestSize = 2

  private var columns: [Column] { surroundings.outer.columns }

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    let room = max(0, Self.limit - surroundings.outer.columns.count)
    groups = Array(
      surroundings.groups(by: \.mayTellMembers).filter { !surroundings.isSingle($0) }.prefix(room))
  }

  // MARK: Observation

  mutating func add(_ moment: Moment) {
    for choice in surroundings.outer.choices.indices { seen.insert(sight(of: moment, choice)) }
  }

  mutating func add(_ other: Presence) { seen.formUnion(other.seen) }

  private func sight(of moment: Moment, _ choice: Int) -> Sight {
    let rows = surroundings.rows(of: moment, around: choice)
    return Sight(
      row: surroundings.outer.row(of: moment, choice),
      present: groups.map { group in
        surroundings.ways(of: group, in: rows).reduce(0) { $0 | 1 << UInt64($1) }
      })
  }

  // MARK: Clauses

  /// The smallest clauses that say that some member exists, and that are false in a state alone.
  func clauses(against moment: Moment) -> [Clause] {
    surroundings.outer.choices.indices.flatMap { clauses(against: sight(of: moment, $0)) }
  }

  private func clauses(against sight: Sight) -> [Clause] {
    let agreements = Set(seen.map { agreement($0, sight) })
    let firstGroup = UInt128(1) << UInt128(columns.count)
    for size in 1...Self.largestSize {
      let sets = apart(size, Array(agreements), from: 0).filter { chosen in
        chosen >= firstGroup && isLeast(chosen, agreements)
      }
      if !sets.isEmpty {
        return sets.sorted().prefix(Self.choiceLimit).map { clause(around: sight, $0) }
      }
    }
    return []
  }

  private var bits: Int { columns.count + groups.count }

  /// The columns in which something seen is as a state is, and the groups in which it has no member
  /// that the state has no like of.
  private func agreement(_ other: Sight, _ sight: Sight) -> UInt128 {
    var agreement: UInt128 = 0
    for column in columns.indices where other.row[column] == sight.row[column] {
      agreement |= 1 << UInt128(column)
    }
    for group in groups.indices where other.present[group] & ~sight.present[group] == 0 {
      agreement |= 1 << UInt128(columns.count + group)
    }
    return agreement
  }

  /// The sets of so many bits, from one on, that no agreement has all of.
  private func apart(_ size: Int, _ agreements: [UInt128], from first: Int) -> [UInt128] {
    if size == 1 {
      let seen = agreements.reduce(UInt128(0), |)
      return (first..<max(first, bits)).map { UInt128(1) << UInt128($0) }
        .filter { seen & $0 == 0 }
    }
    return (first..<max(first, bits)).flatMap { bit -> [UInt128] in
      let mask = UInt128(1) << UInt128(bit)
      return apart(size - 1, agreements.filter { $0 & mask != 0 }, from: bit + 1).map { $0 | mask }
    }
  }

  /// Whether some agreement has all of a set but any one.
  private func isLeast(_ chosen: UInt128, _ agreements: Set<UInt128>) -> Bool {
    (0..<bits).map { UInt128(1) << UInt128($0) }.filter { chosen & $0 != 0 }.allSatisfy { bit in
      let less = chosen & ~bit
      return less == 0 || agreements.contains { $0 & less == less }
    }
  }

  /// The clause with as few ways of members as can be, whose premises then take in all that they
  /// can, side by side.
  private func clause(around sight: Sight, _ chosen: UInt128) -> Clause {
    func isChosen(_ bit: Int) -> Bool { chosen & (1 << UInt128(bit)) != 0 }
    var sides = columns.indices.filter(isChosen).map {
      (column: $0, ways: UInt64(1) << UInt64(sight.row[$0]))
    }
    var conclusions = groups.indices.filter { isChosen(columns.count + $0) }.map {
      (group: $0, ways: surroundings.column(of: groups[$0]).all & ~sight.present[$0])
    }
    func others(apartFrom side: Int?) -> [Sight] {
      seen.filter { other in
        sides.indices.allSatisfy {
          $0 == side || sides[$0].ways & (1 << UInt64(other.row[sides[$0].column])) != 0
        } && conclusions.allSatisfy { other.present[$0.group] & $0.ways == 0 }
      }
    }
    for index in conclusions.indices {
      for way in (0..<UInt64.bitWidth).reversed()
      where conclusions[index].ways & (1 << UInt64(way)) != 0 {
        conclusions[index].ways &= ~(1 << UInt64(way))
        if !others(apartFrom: nil).isEmpty { conclusions[index].ways |= 1 << UInt64(way) }
      }
    }
    for index in sides.indices {
      let column = sides[index].column
      let seen = others(apartFrom: index).reduce(UInt64(0)) { $0 | 1 << UInt64($1.row[column]) }
      sides[index].ways = columns[column].all & ~seen
    }
    return Clause(
      sides: sides, conclusions: conclusions, volume: volume(sides, conclusions))
  }

  private func volume(
    _ sides: [(column: Int, ways: UInt64)], _ conclusions: [(group: Int, ways: UInt64)]
  ) -> Double {
    func share(_ ways: UInt64, _ column: Column) -> Double {
      Double(ways.nonzeroBitCount) / Double(max(1, column.all.nonzeroBitCount))
    }
    return sides.reduce(1) { $0 * share($1.ways, columns[$1.column]) }
      * conclusions.reduce(1) {
        $0 * (1 - share($1.ways, surroundings.column(of: groups[$1.group])))
      }
  }

  /// A clause in Murphi.
  func text(of clause: Clause) -> String {
    let premises = clause.sides.map { columns[$0.column].text(of: $0.ways) }
      .filter { $0 != "true" }
    let members = clause.conclusions.map { conclusion in
      let group = groups[conclusion.group]
      let variable = surroundings.inner[group.scope].variables[0]
      let condition = surroundings.text(of: group, conclusion.ways)
      return "exists \(variable.name): \(variable.type.name ?? "") do \(condition) end"
    }
    let conclusion =
      members.count > 1 ? "(" + members.joined(separator: " | ") + ")" : members.joined()
    let condition =
      premises.isEmpty ? conclusion : "\(premises.joined(separator: " & ")) -> \(conclusion)"
    return surroundings.outer.variables.reversed().reduce(condition) { text, variable in
      "forall \(variable.name): \(variable.type.name ?? "") do \(text) end"
    }
  }
}
