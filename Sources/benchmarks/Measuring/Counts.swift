/// How many states a checker found and how many rules it fired, read from what it printed.
struct Counts: Equatable, Sendable {
  let states: Int
  let firings: Int

  init(states: Int, firings: Int) {
    self.states = states
    self.firings = firings
  }

  /// The last number before each of two words, with or without commas; both must be there.
  init?(_ output: String, states: String, firings: String) {
    guard let first = Self.number(before: states, in: output),
      let second = Self.number(before: firings, in: output)
    else { return nil }
    self.init(states: first, firings: second)
  }

  private static func number(before word: String, in text: String) -> Int? {
    guard let range = text.ranges(of: " \(word)").last else { return nil }
    let digits = text[..<range.lowerBound].reversed().prefix { $0.isNumber || $0 == "," }
    return Int(String(digits.reversed().filter(\.isNumber)))
  }
}
