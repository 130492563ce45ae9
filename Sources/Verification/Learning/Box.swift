import Model

/// Some columns of a scope and ways of each that were never seen together.
struct Box {
  let sides: [(column: Int, ways: UInt64)]
  /// The share of all combinations that it excludes; the more, the stronger.
  let volume: Double
}

extension Scope {
  /// The largest number of columns that are tried in all combinations.
  private static let exhaustiveSize = 3
  /// The most boxes that are looked at more closely.
  private static let choiceLimit = 40

  /// The smallest boxes that a row lies in, of at most this many sides; none when the row was seen,
  /// nor when a scope of fewer variables has them.
  ///
  /// What was seen agrees with the row in some columns each time. Columns that no such agreement
  /// has all of were never seen together as they are in the row.
  func boxes(around row: [UInt8], atMost size: Int, using isUsed: (Column) -> Bool) -> [Box] {
    let usable = columns.indices.filter { isUsed(columns[$0]) }
    var agreements: Set<UInt128> = []
    for seen in rows {
      var agreement: UInt128 = 0
      for column in usable where seen[column] == row[column] {
        agreement |= 1 << UInt128(column)
      }
      agreements.insert(agreement)
    }
    let all = usable.reduce(UInt128(0)) { $0 | 1 << UInt128($1) }
    if agreements.contains(all) { return [] }
    for count in 1...min(size, Self.exhaustiveSize) {
      let sets = apart(count, Array(agreements), from: 0, all)
      if !sets.isEmpty {
        return sets.filter(isAboutAll).prefix(Self.choiceLimit).map { box(around: row, $0) }
      }
    }
    guard size > Self.exhaustiveSize else { return [] }
    return greedy(agreements, usable).map { box(around: row, $0) }
  }

  /// The sets of columns, from one on, that no agreement has all of.
  private func apart(_ count: Int, _ agreements: [UInt128], from first: Int, _ all: UInt128)
    -> [[Int]]
  {
    if count == 1 {
      let seen = agreements.reduce(UInt128(0), |)
      return columns.indices.filter { $0 >= first && (all & ~seen) & (1 << UInt128($0)) != 0 }
        .map { [$0] }
    }
    return columns.indices.filter { $0 >= first && all & (1 << UInt128($0)) != 0 }
      .flatMap { column -> [[Int]] in
        let bit = UInt128(1) << UInt128(column)
        let having = agreements.filter { $0 & bit != 0 }
        return apart(count - 1, having, from: column + 1, all).map { [column] + $0 }
      }
  }

  /// Whether some columns depend on all variables between them.
  private func isAboutAll(_ chosen: [Int]) -> Bool {
    chosen.reduce(into: Set<Int>()) { $0.formUnion(columns[$1].variables) }.count == variables.count
  }

  /// One set of columns that no agreement has all of and that is none any more without any of them.
  private func greedy(_ agreements: Set<UInt128>, _ usable: [Int]) -> [[Int]] {
    var kept = usable.reduce(UInt128(0)) { $0 | 1 << UInt128($1) }
    for column in usable.reversed() {
      let less = kept & ~(1 << UInt128(column))
      if !agreements.contains(where: { $0 & less == less }) { kept = less }
    }
    return [usable.filter { kept & (1 << UInt128($0)) != 0 }]
  }

  /// The box around a row that takes in all that it can, side by side.
  private func box(around row: [UInt8], _ chosen: [Int]) -> Box {
    var ways = chosen.map { UInt64(1) << UInt64(row[$0]) }
    for index in chosen.indices.reversed() {
      var seen: UInt64 = 0
      for other in rows
      where chosen.indices.allSatisfy({
        $0 == index || ways[$0] & (1 << UInt64(other[chosen[$0]])) != 0
      }) {
        seen |= 1 << UInt64(other[chosen[index]])
      }
      ways[index] = columns[chosen[index]].all & ~seen
    }
    let volume = zip(chosen, ways).reduce(1.0) { product, side in
      product * Double(side.1.nonzeroBitCount)
        / Double(max(1, columns[side.0].all.nonzeroBitCount))
    }
    return Box(sides: Array(zip(chosen, ways).map { (column: $0, ways: $1) }), volume: volume)
  }

  /// That nothing lies in a box, in Murphi.
  func text(of box: Box) -> String {
    let sides = box.sides
    // What is left of the side with the shortest text is the conclusion.
    let left = sides.map { columns[$0.column].text(of: ~$0.ways) }
    let last = sides.indices.min { left[$0].utf8.count < left[$1].utf8.count } ?? 0
    let used = sides.reduce(into: Set<Int>()) { $0.formUnion(columns[$1.column].variables) }
    let premises =
      apart(used)
      + sides.indices.filter { $0 != last }
      .map { columns[sides[$0].column].text(of: sides[$0].ways) }.filter { $0 != "true" }
    let condition =
      premises.isEmpty ? left[last] : "\(premises.joined(separator: " & ")) -> \(left[last])"
    return variables.indices.reversed().filter(used.contains).reduce(condition) { text, index in
      "forall \(variables[index].name): \(variables[index].type.name ?? "") do \(text) end"
    }
  }

  /// That variables of one type stand for different members.
  private func apart(_ used: Set<Int>) -> [String] {
    variables.indices.flatMap { first in
      variables.indices.filter { second in
        first < second && used.contains(first) && used.contains(second)
          && variables[first].type == variables[second].type
      }.map { "\(variables[first].name) != \(variables[$0].name)" }
    }
  }
}
