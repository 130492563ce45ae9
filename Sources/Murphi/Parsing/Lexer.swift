import SourceText

/// A comment of the form `-- pinproof: …`.
struct SettingComment {
  /// The bytes after the colon.
  let bytes: Range<Int>
  /// Whether a token comes before it, so that it cannot be a setting.
  let isLate: Bool
}

/// Cuts a text into tokens. Never fails: what cannot be a token is reported and left out.
struct Lexer {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var tokens: [Token] = []
  private(set) var settings: [SettingComment] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Cuts the whole of `file`; the last token is always `endOfFile`.
  init(_ file: SourceFile) {
    self.file = file
    self.bytes = file.bytes
    while offset < bytes.count { lexOne() }
    add(.endOfFile, from: bytes.count)
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  private mutating func add(_ kind: Token.Kind, from start: Int, text: String = "") {
    tokens.append(Token(kind: kind, text: text, bytes: start..<offset))
  }

  private mutating func report(
    _ message: String, _ range: Range<Int>, severity: Diagnostic.Severity = .error,
    suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(message, at: file.range(of: range), severity: severity, suggestion: suggestion))
  }

  private mutating func lexOne() {
    switch byte() {
    case UInt8(ascii: " "), 0x09...0x0D: offset += 1
    case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"): lexLineComment()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): lexBlockComment()
    case let byte where byte.isLetter: lexWord()
    case let byte where byte.isDigit: lexNumber()
    case UInt8(ascii: ".") where byte(1).isDigit: lexFraction()
    case UInt8(ascii: "\""): lexString(openerLength: 1)
    default: lexSign()
    }
  }

  private mutating func lexLineComment() {
    let start = offset
    while offset < bytes.count, byte() != UInt8(ascii: "\n") { offset += 1 }
    let content = bytes[start + 2..<offset].drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }
    let marker = Array("pinproof:".utf8)
    guard content.starts(with: marker) else { return }
    let setting = content.startIndex + marker.count..<offset
    settings.append(SettingComment(bytes: setting, isLate: !tokens.isEmpty))
  }

  private mutating func lexBlockComment() {
    let start = offset
    offset += 2
    while offset < bytes.count {
      if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        offset += 2
        return
      }
      offset += 1
    }
    report(
      "this comment is never closed", start..<start + 2, severity: .warning,
      suggestion: "add '*/'")
  }

  private mutating func lexWord() {
    let start = offset
    while byte().isLetter || byte().isDigit || byte() == UInt8(ascii: "_") { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    let folded = text.utf8.count <= 16 ? text.lowercased() : text
    if let keyword = Keyword.bySpelling[folded] {
      add(.keyword(keyword), from: start)
    } else {
      add(.identifier, from: start, text: folded == "true" || folded == "false" ? folded : text)
    }
  }

  /// Decimal, `0x` hexadecimal, or octal after a leading zero.
  private mutating func lexNumber() {
    let start = offset
    let isHexadecimal = byte() == UInt8(ascii: "0") && byte(1) | 0x20 == UInt8(ascii: "x")
    if isHexadecimal {
      offset += 2
      while byte().isHexadecimalDigit { offset += 1 }
    } else {
      while byte().isDigit { offset += 1 }
    }
    let digits = bytes[(isHexadecimal ? start + 2 : start)..<offset]
    let isOctal = !isHexadecimal && digits.count > 1 && digits.first == UInt8(ascii: "0")
    let radix = isHexadecimal ? 16 : isOctal ? 8 : 10
    if digits.isEmpty || isOctal && digits.contains(where: { $0 > UInt8(ascii: "7") }) {
      let kind = isOctal ? "octal number (it starts with 0)" : "hexadecimal number"
      report("invalid \(kind)", start..<offset)
      add(.integer(0), from: start)
    } else {
      add(.integer(UInt64(String(decoding: digits, as: UTF8.self), radix: radix)), from: start)
    }
  }

  private mutating func lexFraction() {
    let start = offset
    offset += 1
    while byte().isDigit { offset += 1 }
    report("real numbers are not supported", start..<offset)
    add(.real, from: start)
  }

  /// A string runs to the next quote that no backslash precedes; it may span lines.
  private mutating func lexString(openerLength: Int) {
    let start = offset
    let isCurly = openerLength > 1
    offset += openerLength
    while offset < bytes.count {
      let closer = byte() == UInt8(ascii: "\"") ? 1 : isCurly && startsCurlyCloser ? 3 : 0
      if closer > 0 {
        let content = String(decoding: bytes[start + openerLength..<offset], as: UTF8.self)
        offset += closer
        return add(.string, from: start, text: content)
      }
      offset += byte() == UInt8(ascii: "\\") ? 2 : 1
    }
    recoverFromOpenString(start: start, openerLength: openerLength)
  }

  private var startsCurlyCloser: Bool { byte() == 0xE2 && byte(1) == 0x80 && byte(2) == 0x9D }

  private mutating func recoverFromOpenString(start: Int, openerLength: Int) {
    offset = start + openerLength
    report("this string is never closed", start..<offset)
    while offset < bytes.count, byte() != UInt8(ascii: "\n") { offset += 1 }
    let content = String(decoding: bytes[start + openerLength..<offset], as: UTF8.self)
    add(.string, from: start, text: content)
  }

  private mutating func lexSign() {
    let start = offset
    for length in [3, 2, 1] where offset + length <= bytes.count {
      let spelling = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
      if spelling == "“" { return lexString(openerLength: length) }
      guard let kind = signs[spelling] else { continue }
      offset += length
      if spelling == "=>" {
        report(
          "unknown operator '=>'", start..<offset,
          suggestion: "'==>' ends a guard, '->' is implication, '>=' compares")
      }
      return add(kind, from: start)
    }
    lexUnknown()
  }

  private mutating func lexUnknown() {
    let start = offset
    offset += 1
    while offset < bytes.count, byte() & 0xC0 == 0x80 { offset += 1 }
    let scalars = String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars
    let scalar = scalars.first ?? "?"
    let isPrintable = scalar.value > 0x20 && scalar.value != 0x7F && scalar != "\u{FFFD}"
    let name =
      "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal(scalar.value).utf8.count))
    report(
      "unexpected character \(isPrintable ? "'\(scalar)'" : name + hexadecimal(scalar.value))",
      start..<offset, suggestion: scalar == "_" ? "names start with a letter" : nil)
  }
}

private func hexadecimal(_ value: UInt32) -> String {
  String(value, radix: 16, uppercase: true)
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  fileprivate var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
  fileprivate var isHexadecimalDigit: Bool {
    isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= self | 0x20
  }
}

/// All signs by spelling; the second spelling of each group is the Unicode one.
private let signs: [String: Token.Kind] = [
  ":=": .symbol(.assign), "≔": .symbol(.assign), "==>": .symbol(.arrow), "⇒": .symbol(.arrow),
  "=>": .symbol(.arrow), "..": .symbol(.dotDot), "?": .symbol(.question), ":": .symbol(.colon),
  ";": .symbol(.semicolon), ",": .symbol(.comma), ".": .symbol(.dot), "{": .symbol(.leftBrace),
  "}": .symbol(.rightBrace), "[": .symbol(.leftBracket), "]": .symbol(.rightBracket),
  "(": .symbol(.leftParenthesis), ")": .symbol(.rightParenthesis), "!": .symbol(.not),
  "¬": .symbol(.not), "~": .symbol(.complement), "->": .infix(.implies), "→": .infix(.implies),
  "||": .infix(.or), "∨": .infix(.or), "&&": .infix(.and), "∧": .infix(.and), "|": .infix(.pipe),
  "&": .infix(.ampersand), "^": .infix(.exclusiveOr), "<": .infix(.less),
  "<=": .infix(.lessOrEqual), "≤": .infix(.lessOrEqual), ">": .infix(.greater),
  ">=": .infix(.greaterOrEqual), "≥": .infix(.greaterOrEqual), "=": .infix(.equal),
  "==": .infix(.equal), "!=": .infix(.notEqual), "≠": .infix(.notEqual),
  "<<": .infix(.shiftLeft), ">>": .infix(.shiftRight), "+": .infix(.add), "-": .infix(.subtract),
  "−": .infix(.subtract), "*": .infix(.multiply), "×": .infix(.multiply), "/": .infix(.divide),
  "÷": .infix(.divide), "∕": .infix(.divide), "%": .infix(.remainder),
  "∀": .keyword(.forall), "∃": .keyword(.exists),
]
