/// A place in a text: line and column, both counted from 1.
///
/// Columns count UTF-8 bytes from the start of the line, as compilers do; a tab is one column.
package struct SourcePosition: Hashable, Sendable, Codable, Comparable {
  /// The line, from 1; 0 only in ``SourceRange/none``.
  package var line: Int32
  /// The column in UTF-8 bytes, from 1; 0 only in ``SourceRange/none``.
  package var column: Int32

  /// Makes a position from a line and a column, both at least 1.
  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  /// Orders positions of one file by line, then by column.
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a named text, from `start` up to but not including `end`.
package struct SourceRange: Hashable, Sendable, Codable {
  /// The name of the file, as it was given on the command line.
  package var file: String
  /// Where the stretch begins.
  package var start: SourcePosition
  /// The position just after its last byte; equals `start` for an empty stretch.
  package var end: SourcePosition

  /// Makes a range from its bounds; `end` must not be before `start`.
  package init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The range of things that no text says, such as built-in names.
  package static let none = SourceRange(
    file: "", start: SourcePosition(line: 0, column: 0), end: SourcePosition(line: 0, column: 0))

  /// Whether this is ``none``.
  package var isNone: Bool { start.line == 0 }

  /// The smallest range over this one and `other`, both of the same file.
  package func joined(with other: SourceRange) -> SourceRange {
    if isNone { return other }
    if other.isNone { return self }
    return SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

extension SourceRange: CustomStringConvertible {
  /// `file:line:column` of the start.
  package var description: String { "\(file):\(start.line):\(start.column)" }
}
