/// A reserved word; the raw value is its lower-case spelling. Case does not matter in a text.
enum Keyword: String, CaseIterable {
  case alias, array, assert, assume, begin, boolean, by, `case`, clear, const, cover, `do`, `else`
  case elsif, end, endalias, endchoose, endexists, endfor, endforall, endfunction, endif,
    endprocedure
  case endrecord, endrule, endruleset, endstartstate, endswitch, endwhile, `enum`, error, exists
  case `for`, forall, function, `if`, invariant, ismember, isundefined, liveness, of, procedure, put
  case real, record, `return`, rule, ruleset, scalarset, startstate, `switch`, then, to, type
  case undefine, union, `var`, `while`

  /// The reserved words by their lower-case spelling.
  static let bySpelling = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// Whether this word only closes something.
  var isEnd: Bool { rawValue.hasPrefix("end") }

  /// Whether this word starts something that only the top level or a ruleset holds.
  var startsTopLevelItem: Bool {
    switch self {
    case .const, .type, .var, .function, .procedure, .rule, .startstate, .ruleset: true
    default: false
    }
  }
}

/// Punctuation; the raw value is the canonical spelling.
enum Punctuation: String {
  case assign = ":="
  case arrow = "==>"
  case dotDot = ".."
  case question = "?"
  case colon = ":"
  case semicolon = ";"
  case comma = ","
  case dot = "."
  case leftBrace = "{"
  case rightBrace = "}"
  case leftBracket = "["
  case rightBracket = "]"
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case not = "!"
  case complement = "~"
}

/// A word, literal or sign of a text.
struct Token {
  enum Kind: Equatable {
    case keyword(Keyword)
    case identifier
    case integer(UInt64?)
    case real
    case string
    case symbol(Punctuation)
    case infix(InfixOperator)
    case endOfFile
  }

  let kind: Kind
  /// The name of an identifier, or the characters between a string's quotes.
  let text: String
  /// The bytes of the file that it covers.
  let bytes: Range<Int>
}
