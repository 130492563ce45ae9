import Model

/// Which of many states satisfy what: a bit for each state, cell and content.
struct StateTable {
  /// Some of the states: a bit for each.
  typealias Selection = [UInt64]

  /// The states by what they have in one cell.
  private struct Column {
    /// Columns of more contents are searched by their hashes.
    private static let limit = 16

    private(set) var contents: [Int64?] = []
    private(set) var rows: [Selection] = []
    private var places: [Int64?: Int] = [:]

    mutating func note(_ content: Int64?, word: Int, bit: UInt64) {
      let place = place(of: content)
      while rows[place].count <= word { rows[place].append(0) }
      rows[place][word] |= bit
    }

    private mutating func place(of content: Int64?) -> Int {
      let known =
        contents.count > Self.limit ? places[content] : contents.firstIndex(of: content)
      if let known { return known }
      places[content] = contents.count
      contents.append(content)
      rows.append([])
      return contents.count - 1
    }
  }

  private(set) var count = 0
  /// All states.
  private(set) var all: Selection = []
  private var columns: [Column]

  /// - Parameter cells: how many cells a state has.
  init(cells: Int) { columns = Array(repeating: Column(), count: cells) }

  /// Adds a state.
  mutating func append(_ state: State) {
    let (word, bit) = (count / 64, UInt64(1) << UInt64(count % 64))
    if all.count <= word { all.append(0) }
    all[word] |= bit
    for cell in columns.indices { columns[cell].note(state.cells[cell], word: word, bit: bit) }
    count += 1
  }

  /// Leaves those of some states that satisfy a literal; gives whether there are any.
  func restrict(_ states: inout Selection, to literal: Cube.Literal) -> Bool {
    let column = columns[literal.cell]
    let admitted = column.contents.map(literal.admits)
    let rows = column.rows.indices.filter { admitted[$0] }
    if 2 * rows.count > column.rows.count {
      var isEmpty = states.allSatisfy { $0 == 0 }
      for place in column.rows.indices where !admitted[place] {
        isEmpty = Self.subtract(column.rows[place], from: &states)
      }
      return !isEmpty
    }
    var any = Selection(repeating: 0, count: states.count)
    for place in rows { Self.add(column.rows[place], to: &any) }
    return !Self.intersect(&states, any)
  }

  /// A state in a cube.
  func first(in cube: Cube) -> Int? {
    var states = all
    for literal in cube.literals where !restrict(&states, to: literal) { return nil }
    return states.firstIndex { $0 != 0 }.map { $0 * 64 + states[$0].trailingZeroBitCount }
  }

  /// Some of the literals that no state satisfies all of, at least one, such that no other is
  /// superfluous; earlier ones are done without first.
  func core(of literals: [Cube.Literal]) -> [Cube.Literal] {
    if count == 0 { return Array(literals.suffix(1)) }
    // The states that satisfy the last literal, the last two, and so on, as long as there are any.
    var satisfied = [all]
    var begin = literals.count
    while begin > 0 {
      begin -= 1
      var states = satisfied[satisfied.count - 1]
      guard restrict(&states, to: literals[begin]) else { break }
      satisfied.append(states)
    }
    var kept: [Cube.Literal] = []
    var states = all
    for literal in literals[begin...] {
      let rest = satisfied.popLast() ?? []
      var both = states
      if Self.intersect(&both, rest) { continue }
      kept.append(literal)
      if !restrict(&states, to: literal) { break }
    }
    return kept
  }
}

// Over words.
extension StateTable {
  private static func add(_ row: Selection, to states: inout Selection) {
    states.withUnsafeMutableBufferPointer { states in
      row.withUnsafeBufferPointer { row in
        for word in 0..<min(row.count, states.count) { states[word] |= row[word] }
      }
    }
  }

  /// Gives whether nothing is left.
  private static func subtract(_ row: Selection, from states: inout Selection) -> Bool {
    states.withUnsafeMutableBufferPointer { states in
      row.withUnsafeBufferPointer { row in
        for word in 0..<min(row.count, states.count) { states[word] &= ~row[word] }
      }
      return states.reduce(0, |) == 0
    }
  }

  /// Gives whether nothing is left.
  private static func intersect(_ states: inout Selection, _ others: Selection) -> Bool {
    states.withUnsafeMutableBufferPointer { states in
      others.withUnsafeBufferPointer { others in
        var any: UInt64 = 0
        for word in states.indices {
          states[word] &= word < others.count ? others[word] : 0
          any |= states[word]
        }
        return any == 0
      }
    }
  }
}
