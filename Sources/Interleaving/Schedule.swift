/// Who takes each step: enough to run an execution again.
///
/// Written as `0 0 1*3 0:2`: thread numbers in order, `1*3` for three steps in a row, `0:2` for the
/// alternative at position 2 of a choice.
package struct Schedule: Hashable, Sendable, CustomStringConvertible {
  package var turns: [Execution.Turn]

  package init(_ turns: [Execution.Turn]) { self.turns = turns }

  /// Reads the written form; nil when it is not one.
  package init?(_ text: String) {
    turns = []
    for word in text.split(separator: " ") {
      guard let run = Self.run(word) else { return nil }
      turns += run
    }
  }

  private static func run(_ word: Substring) -> [Execution.Turn]? {
    let parts = word.split(separator: "*", omittingEmptySubsequences: false)
    let turn = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, turn.count <= 2, let thread = Int(turn[0]), thread >= 0,
      let choice = turn.count == 2 ? Int(turn[1]) : 0, choice >= 0,
      let count = parts.count == 2 ? Int(parts[1]) : 1, (1...1_000_000).contains(count)
    else { return nil }
    return Array(repeating: Execution.Turn(thread: thread, choice: choice), count: count)
  }

  package var description: String {
    var words: [String] = []
    var rest = turns[...]
    while let turn = rest.first {
      let run = rest.prefix { $0 == turn }.count
      let name = turn.choice == 0 ? "\(turn.thread)" : "\(turn.thread):\(turn.choice)"
      words.append(run == 1 ? name : "\(name)*\(run)")
      rest = rest.dropFirst(run)
    }
    return words.joined(separator: " ")
  }
}
