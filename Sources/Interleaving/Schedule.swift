/// Which thread takes each step: enough to run an execution again.
///
/// Written as `0 0 1*3 0`: thread numbers in order, `1*3` for three steps in a row.
package struct Schedule: Hashable, Sendable, CustomStringConvertible {
  package var threads: [Int]

  package init(_ threads: [Int]) { self.threads = threads }

  /// Reads the written form; nil when it is not one.
  package init?(_ text: String) {
    threads = []
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "*", omittingEmptySubsequences: false)
      guard let thread = Int(parts[0]), thread >= 0, parts.count <= 2 else { return nil }
      guard let count = parts.count == 2 ? Int(parts[1]) : 1, (1...1_000_000).contains(count) else {
        return nil
      }
      threads += Array(repeating: thread, count: count)
    }
  }

  package var description: String {
    var words: [String] = []
    var rest = threads[...]
    while let thread = rest.first {
      let run = rest.prefix { $0 == thread }.count
      words.append(run == 1 ? "\(thread)" : "\(thread)*\(run)")
      rest = rest.dropFirst(run)
    }
    return words.joined(separator: " ")
  }
}
