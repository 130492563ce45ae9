/// The values of all variables at one moment, one cell for each scalar; nil is undefined.
package struct State: Sendable, Hashable {
  package var cells: [Int64?]

  package init(cells: [Int64?]) { self.cells = cells }

  /// The state before any start state has run.
  package static func undefined(_ layout: StateLayout) -> State {
    State(cells: Array(repeating: nil, count: layout.cells.count))
  }
}

extension StateLayout {
  /// Whether the state can be packed: no cell is undefined that has no raw value for it.
  package func canPack(_ state: State) -> Bool {
    zip(cells, state.cells).allSatisfy { $0.mayBeUndefined || $1 != nil }
  }

  /// The state as words. Every defined cell must be in the range of its type.
  package func pack(_ state: State) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: wordCount)
    for (cell, value) in zip(cells, state.cells) {
      words[cell.word] |= cell.raw(of: value) << UInt64(cell.shift)
    }
    return words
  }

  /// The state that the words stand for.
  package func unpack(_ words: some RandomAccessCollection<UInt64>) -> State {
    let words = Array(words)
    return State(
      cells: cells.map { $0.value(ofRaw: (words[$0.word] >> UInt64($0.shift)) & $0.mask) })
  }
}

extension StateLayout.Cell {
  /// The packed form of a value of this cell.
  package func raw(of value: Int64?) -> UInt64 {
    precondition(mayBeUndefined || value != nil, "a cell that is never undefined has a value")
    return value.map { UInt64(bitPattern: $0 &- base) } ?? 0
  }

  /// The value that a packed form stands for.
  package func value(ofRaw raw: UInt64) -> Int64? {
    mayBeUndefined && raw == 0 ? nil : base &+ Int64(bitPattern: raw)
  }
}
