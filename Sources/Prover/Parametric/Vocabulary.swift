import Z3

/// The names of functions and constants that terms speak of. Each term is read once, and what
/// several terms speak of is a union of a few words.
final class Vocabulary {
  /// Some of the names.
  struct Names {
    /// A bit for each name, by its number.
    fileprivate var words: [UInt64] = []

    fileprivate mutating func insert(_ number: Int) {
      let position = number / UInt64.bitWidth
      if position >= words.count {
        words += Array(repeating: 0, count: position + 1 - words.count)
      }
      words[position] |= 1 << UInt64(number % UInt64.bitWidth)
    }

    mutating func formUnion(_ other: Names) {
      if other.words.count > words.count {
        words += Array(repeating: 0, count: other.words.count - words.count)
      }
      for position in other.words.indices { words[position] |= other.words[position] }
    }

    func isSubset(of other: Names) -> Bool {
      words.indices.allSatisfy { position in
        let others = position < other.words.count ? other.words[position] : 0
        return words[position] & ~others == 0
      }
    }
  }

  private var numbers: [String: Int] = [:]
  private var known: [Term: Names] = [:]

  /// The name alone.
  func names(_ name: String) -> Names {
    var names = Names()
    names.insert(number(of: name))
    return names
  }

  /// What a term speaks of.
  func names(in term: Term) -> Names {
    if let names = known[term] { return names }
    var names = Names()
    for name in term.functions { names.insert(number(of: name)) }
    known[term] = names
    return names
  }

  /// What some terms speak of.
  func names(in terms: [Term]) -> Names {
    terms.reduce(into: Names()) { $0.formUnion(names(in: $1)) }
  }

  private func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = numbers.count
    return numbers.count - 1
  }
}
