// A problem from a file may come from anyone, and SMT-LIB has commands that write files. So only
// commands that state a problem pass; the question is asked by whoever checks it.
extension SMTLIB {
  private static let harmless: Set<String> = [
    "declare-fun", "declare-const", "declare-sort", "define-fun",
    "define-sort", "assert",
  ]

  /// Refuses a text with any command that does more than state a problem.
  package static func checkCommands(of text: String) throws(ReadError) {
    for command in try commandNames(of: text) where !harmless.contains(command) {
      throw .command(command)
    }
  }

  /// The first word of every list at the top level.
  static func commandNames(of text: String) throws(ReadError) -> [String] {
    var names: [String] = []
    var depth = 0
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): bytes = bytes.drop { $0 != UInt8(ascii: "\n") }
      case UInt8(ascii: "|"), UInt8(ascii: "\""): try skipQuoted(byte, &bytes)
      case UInt8(ascii: "("):
        if depth == 0 { names.append(word(at: bytes)) }
        depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth < 0 { throw .syntax("unbalanced parentheses") }
      default:
        if depth == 0, !isSpace(byte) { throw .syntax("text outside commands") }
      }
    }
    if depth != 0 { throw .syntax("unbalanced parentheses") }
    return names
  }

  private static func skipQuoted(
    _ quote: UInt8, _ bytes: inout Substring.UTF8View
  ) throws(ReadError) {
    bytes = bytes.drop { $0 != quote }
    if bytes.popFirst() == nil { throw .syntax("unfinished quotation") }
  }

  private static func word(at bytes: Substring.UTF8View) -> String {
    let start = bytes.drop(while: isSpace)
    let end = start.prefix { !isSpace($0) && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
    return String(Substring(end))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }
}
