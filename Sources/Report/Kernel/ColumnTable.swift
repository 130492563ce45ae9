/// A table of steps: a number, a column for each who acts, and the shared state.
struct ColumnTable {
  /// What one row says in one column.
  struct Entry {
    /// Lines of their own above.
    var above: [String] = []
    /// Kept together when the line is filled.
    var units: [String] = []
    /// Whether a line above says what this is a part of.
    var isInside = false
    /// The source line, `:77`; empty where there is none.
    var line = ""
    /// Lines of their own below.
    var below: [String] = []

    /// The width of an action with which no word is broken, beside line numbers of this width.
    func leastAction(besides line: Int) -> Int {
      let spare = line + 1
      let pieces = units.flatMap(ASCII.pieces)
      let hanging: Int = pieces.dropFirst().map { $0.utf8.count + 2 }.max() ?? 0
      let own: Int = max(pieces.first?.utf8.count ?? 0, hanging)
      let others = widest(above + below)
      let beside = self.line.isEmpty ? widest(units) - spare : own + (isInside ? 2 : 0)
      return max(beside, others + 2 - spare)
    }

    private func widest(_ texts: [String]) -> Int { texts.map(\.utf8.count).max() ?? 0 }
  }

  /// One row; it takes as many lines as its longest part.
  struct Row {
    var number: Int
    /// One for each column.
    var entries: [Entry]
    /// Each on lines of its own, or all in a row when `isPacked`.
    var shared: [String]
    var isPacked = false
  }

  /// The widths of the parts of a line.
  struct Widths {
    var number: Int
    var action: Int
    var line: Int
    var gap: Int
    var shared: Int

    var column: Int { action + 1 + line }
    func total(columns: Int) -> Int { number + 4 + columns * (column + gap) + shared }
  }

  private static let leastAction = 16
  private static let leastShared = 24

  let headings: [String]
  let rows: [Row]

  /// The lines of the table, the headings first; nil when there is no room for its columns.
  func lines(width: Int, breaksActions: Bool) -> [String]? {
    guard let widths = widths(within: width, breaksActions: breaksActions) else { return nil }
    return headingLines(widths) + rows.flatMap { lines(of: $0, widths) }
  }

  private var naturalWidths: Widths {
    let entries = rows.flatMap(\.entries)
    let actions = rows.filter { !$0.isPacked }.flatMap(\.entries)
    let line = entries.map(\.line.utf8.count).max() ?? 0
    let least = entries.map { $0.leastAction(besides: line) }.max() ?? 0
    return Widths(
      number: max(3, rows.map { String($0.number).utf8.count }.max() ?? 0),
      action: max(
        actions.map { $0.units.joined(separator: " ").utf8.count + ($0.isInside ? 2 : 0) }.max()
          ?? 0,
        least, headings.map { $0.utf8.count - 1 - line }.max() ?? 0),
      line: line, gap: 6,
      shared: max(
        Self.sharedHeading.utf8.count, rows.flatMap(\.shared).map(\.utf8.count).max() ?? 0))
  }

  /// The roomiest layout that fits: first the gaps shrink, then the shared state wraps, then the
  /// actions do.
  private func widths(within width: Int, breaksActions: Bool) -> Widths? {
    var widths = naturalWidths
    while widths.gap > 2, widths.total(columns: headings.count) > width { widths.gap -= 1 }
    let excess = widths.total(columns: headings.count) - width
    guard excess > 0 else { return widths }
    widths.shared = max(min(widths.shared, Self.leastShared), widths.shared - excess)
    while breaksActions, widths.total(columns: headings.count) > width,
      widths.action > leastAction(widths)
    {
      widths.action -= 1
    }
    return widths.total(columns: headings.count) > width ? nil : widths
  }

  /// Words stay whole, except where there is but one column to break them in.
  private func leastAction(_ widths: Widths) -> Int {
    let longest = rows.flatMap(\.entries).map { $0.leastAction(besides: widths.line) }.max() ?? 0
    return max(
      Self.leastAction, headings.count > 1 ? longest : 0,
      headings.map { $0.utf8.count - 1 - widths.line }.max() ?? 0)
  }

  static let sharedHeading = "shared state"

  private func headingLines(_ widths: Widths) -> [String] {
    let margin = String(repeating: " ", count: widths.number + 4)
    let pitch = widths.column + widths.gap
    let titles = headings.map { ASCII.pad($0, to: pitch) }.joined() + Self.sharedHeading
    let rules = (headings + [Self.sharedHeading]).map {
      ASCII.pad(String(repeating: "-", count: $0.utf8.count), to: pitch)
    }
    return [ASCII.trimEnd(margin + titles), ASCII.trimEnd(margin + rules.joined())]
  }

  private func lines(of row: Row, _ widths: Widths) -> [String] {
    let cells = row.entries.map { lines(of: $0, widths) }
    let shared =
      row.isPacked
      ? ASCII.fill(row.shared, width: widths.shared)
      : row.shared.flatMap { ASCII.wrap($0, width: widths.shared, indent: 2) }
    let count = max(1, shared.count, cells.map(\.count).max() ?? 0)
    return (0..<count).map { position in
      let number = position == 0 ? String(row.number) : ""
      let indent = String(repeating: " ", count: widths.number - number.utf8.count)
      let middle = cells.map {
        ASCII.pad(position < $0.count ? $0[position] : "", to: widths.column + widths.gap)
      }
      let right = position < shared.count ? shared[position] : ""
      return ASCII.trimEnd(indent + number + "    " + middle.joined() + right)
    }
  }

  /// An action is padded so that the line numbers of a column stand below each other; what has no
  /// line number may use that room too.
  private func lines(of entry: Entry, _ widths: Widths) -> [String] {
    let width = entry.line.isEmpty ? widths.column : widths.action
    let margin = entry.isInside ? "  " : ""
    var lines = ASCII.fill(
      entry.units, width: width - margin.utf8.count, indent: entry.line.isEmpty ? 0 : 2
    ).map { margin + $0 }
    if !entry.line.isEmpty, !lines.isEmpty {
      lines[0] = ASCII.pad(lines[0], to: widths.action) + " " + entry.line
    }
    let above = entry.above.flatMap { ASCII.wrap($0, width: widths.column, indent: 2) }
    return above + lines + ASCII.fill(entry.below, width: widths.column - 2).map { "  " + $0 }
  }
}
