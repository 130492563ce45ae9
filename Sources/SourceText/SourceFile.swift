/// A text with its name, and the table that turns byte offsets into lines and columns.
///
/// Any bytes will do: NUL, invalid UTF-8, lines of any length, a missing final newline.
package struct SourceFile: Sendable {
  /// The name diagnostics print, as it was given.
  package let name: String
  /// The bytes of the text, unchanged.
  package let bytes: [UInt8]
  /// The byte offset at which each line starts; never empty.
  private let lineStarts: [Int]

  /// Makes a file from bytes; lines end at LF, and a CR before it belongs to the line's end.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Makes a file from text.
  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// How many lines there are, at least 1.
  package var lineCount: Int { lineStarts.count }

  /// The line and column of a byte offset; offsets outside the text are moved to its nearest end.
  package func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The range of the bytes from `offsets.lowerBound` up to `offsets.upperBound`.
  package func range(of offsets: Range<Int>) -> SourceRange {
    SourceRange(
      file: name, start: position(of: offsets.lowerBound), end: position(of: offsets.upperBound))
  }

  /// The bytes of a line counted from 1, without its end; empty when there is no such line.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// The text of a stretch of bytes, with invalid UTF-8 replaced by U+FFFD.
  package func text(of offsets: Range<Int>) -> String {
    String(decoding: bytes[offsets.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
