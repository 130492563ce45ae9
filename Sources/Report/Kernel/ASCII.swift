/// Text that any mail program and any terminal shows alike.
enum ASCII {
  /// The width that every line of a counterexample keeps to.
  static let lineWidth = 100

  /// The text in printable 7-bit characters: common symbols spelled out, others as `?`.
  static func clean(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case " "..."~": result.unicodeScalars.append(scalar)
      case "\t", "\n", "\r": result += " "
      case "\u{2192}": result += "->"
      case "\u{2264}": result += "<="
      case "\u{2265}": result += ">="
      case "\u{2260}": result += "!="
      case "\u{2013}", "\u{2014}": result += "-"
      case "\u{2018}", "\u{2019}": result += "'"
      case "\u{201C}", "\u{201D}": result += "\""
      default: result += "?"
      }
    }
  }

  /// Lines of at most `width` characters, broken at spaces where there are any; those after the
  /// first begin with `indent` spaces.
  static func wrap(_ text: String, width: Int, indent: Int = 0) -> [String] {
    let units = text.split(separator: " ").map(String.init)
    return fill(units, width: width, indent: indent)
  }

  /// Lines of at most `width` characters made of units, one space between two; a unit longer than
  /// a line is broken behind a parenthesis, or wherever the line ends.
  static func fill(_ units: [String], width: Int, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: min(indent, max(0, width - 1)))
    var lines: [String] = []
    var line = ""
    for unit in units {
      var rest = unit[...]
      if !line.isEmpty, line != margin {
        if line.utf8.count + 1 + rest.utf8.count <= width {
          line += " " + rest
          continue
        }
        lines.append(line)
        line = margin
      }
      while line.utf8.count + rest.utf8.count > width {
        let part = piece(of: rest, within: max(1, width - line.utf8.count))
        lines.append(line + part)
        rest = rest.dropFirst(part.count)
        line = margin
      }
      line += rest
    }
    if !line.isEmpty, line != margin { lines.append(line) }
    return lines
  }

  /// As much of a unit as fits.
  private static func piece(of unit: Substring, within width: Int) -> Substring {
    let room = unit.prefix(width)
    return room.lastIndex(of: "(").map { room[...$0] } ?? room
  }

  /// The parts that a unit can be broken into: `f(`, `x)`.
  static func pieces(of unit: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = unit[...]
    while let end = rest.firstIndex(of: "(") {
      pieces.append(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? pieces : pieces + [rest]
  }

  /// The text with spaces behind it up to `width` characters.
  static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  /// The text without spaces at its end.
  static func trimEnd(_ text: String) -> String {
    String(text[..<(text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex)])
  }
}
