extension Diagnostic {
  /// The diagnostic as a compiler prints it, ending in a newline.
  ///
  /// `file:line:column: error: message`, the line with the stretch underlined, the suggestion,
  /// then each note in the same way. Excerpts are shown for places in `file` only.
  package func rendered(in file: SourceFile) -> String {
    var text = header(severity.rawValue, message, range) + excerpt(of: range, in: file)
    if let suggestion { text += "help: \(suggestion)\n" }
    for note in notes {
      text += header("note", note.message, note.range) + excerpt(of: note.range, in: file)
    }
    return text
  }
}

private func header(_ kind: String, _ message: String, _ range: SourceRange) -> String {
  range.isNone ? "\(kind): \(message)\n" : "\(range): \(kind): \(message)\n"
}

private func excerpt(of range: SourceRange, in file: SourceFile) -> String {
  guard range.file == file.name, range.start.line >= 1, range.start.line <= file.lineCount else {
    return ""
  }
  let line = Excerpt(
    line: file.line(Int(range.start.line)),
    from: Int(range.start.column) - 1,
    to: range.end.line == range.start.line ? Int(range.end.column) - 1 : Int.max)
  let number = String(range.start.line)
  let gutter = String(repeating: " ", count: max(0, 5 - number.utf8.count))
  let margin = String(repeating: " ", count: gutter.utf8.count + number.utf8.count)
  return "\(gutter)\(number) | \(line.text)\n\(margin) | \(line.underline)\n"
}

/// A line as shown on a screen, and the underline that fits below it.
private struct Excerpt {
  var text = ""
  var underline = ""

  /// Columns shown on each side of the underlined place of a line too long to show whole.
  private static let context = 60
  private static let tabWidth = 8

  /// `from` and `to` are byte offsets in the line; `to` may lie beyond its end.
  init(line: ArraySlice<UInt8>, from: Int, to: Int) {
    let lower = line.startIndex + max(0, min(from - Self.context, line.count))
    let upper = min(line.endIndex, line.startIndex + max(0, min(from, line.count)) + Self.context)
    if lower > line.startIndex { append("...", marked: false) }
    var offset = scalarStart(lower, in: line)
    while offset < upper {
      let length = scalarLength(at: offset, in: line)
      let relative = offset - line.startIndex
      append(
        line[offset..<offset + length], marked: relative >= from && relative < max(to, from + 1))
      offset += length
    }
    if offset < line.endIndex { append("...", marked: false) }
    if !underline.contains("^") {
      underline += "^"
    }
    while underline.last == " " { underline.removeLast() }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, marked: Bool) {
    switch bytes.first {
    case UInt8(ascii: "\t"):
      let width = Self.tabWidth - text.unicodeScalars.count % Self.tabWidth
      append(String(repeating: " ", count: width), marked: marked)
    case let byte? where byte < 0x20 || byte == 0x7F:
      append("?", marked: marked)
    default:
      append(String(decoding: bytes, as: UTF8.self), marked: marked)
    }
  }

  private mutating func append(_ shown: String, marked: Bool) {
    text += shown
    for _ in shown.unicodeScalars {
      underline += !marked ? " " : underline.contains("^") ? "~" : "^"
    }
  }
}

/// Moves an offset that fell inside a UTF-8 sequence forward to the start of the next one.
private func scalarStart(_ offset: Int, in line: ArraySlice<UInt8>) -> Int {
  var offset = offset
  while offset < line.endIndex, line[offset] & 0xC0 == 0x80 { offset += 1 }
  return offset
}

/// The length of the UTF-8 sequence at `offset`, 1 for a byte that starts none.
private func scalarLength(at offset: Int, in line: ArraySlice<UInt8>) -> Int {
  let expected =
    switch line[offset] {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  var length = 1
  while length < expected, offset + length < line.endIndex, line[offset + length] & 0xC0 == 0x80 {
    length += 1
  }
  return length == expected ? length : 1
}
