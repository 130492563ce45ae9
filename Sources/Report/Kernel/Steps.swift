import Model

/// The steps of a counterexample in each of the styles.
struct Steps {
  private let counterexample: Counterexample
  /// The cells that say where a process stands: their changes are what the actions mean.
  private let speakers: Set<String>

  init(_ counterexample: Counterexample) {
    self.counterexample = counterexample
    speakers = Set(counterexample.initial.filter(\.speaksForItself).map(\.cell))
  }

  /// A column each where that fits, with long names broken if need be; else one for all.
  var columnLines: [String] {
    if counterexample.columns.count <= CounterexampleText.columnLimit {
      for isBroken in [false, true] {
        let table = sideBySide(isBroken: isBroken)
        if let lines = table.lines(width: ASCII.lineWidth, breaksActions: isBroken) {
          return overture + lines
        }
      }
    }
    guard let lines = folded.lines(width: ASCII.lineWidth, breaksActions: true) else {
      preconditionFailure("one column can be made to fit")
    }
    return legend + overture + lines
  }

  /// The shared state at the start, when it is too much for the corner of a table.
  private var overture: [String] {
    guard startsAbove else { return [] }
    return ASCII.fill(["start:"] + initialShared, width: ASCII.lineWidth - 7, indent: 7)
      .map { "       " + $0 } + [""]
  }

  private var startsAbove: Bool { initialShared.count > Self.cornerLimit }

  /// More values than this do not go into the corner of a table.
  private static let cornerLimit = 6

  private func sideBySide(isBroken: Bool) -> ColumnTable {
    var functions: [Int: String] = [:]
    let start = ColumnTable.Row(
      number: 0,
      entries: counterexample.columns.indices.map {
        ColumnTable.Entry(units: initialLocals(of: $0))
      }, shared: startsAbove ? [] : initialShared, isPacked: true)
    let rows = counterexample.rows.map { row in
      var entries = counterexample.columns.map { _ in ColumnTable.Entry() }
      if entries.indices.contains(row.column) {
        entries[row.column] =
          isBroken ? grouped(entry(of: row), &functions[row.column]) : entry(of: row)
      }
      return ColumnTable.Row(number: row.step, entries: entries, shared: shared(of: row))
    }
    return ColumnTable(
      headings: counterexample.columns.indices.map(heading), rows: [start] + rows)
  }

  /// Puts the function of an action `function: access` on a line of its own, and leaves it out
  /// while the column stays in the function.
  private func grouped(
    _ entry: ColumnTable.Entry, _ function: inout String?
  ) -> ColumnTable.Entry {
    guard let colon = entry.units.firstIndex(where: { $0.last == ":" }),
      colon < entry.units.count - 1
    else {
      function = nil
      return entry
    }
    var entry = entry
    let name = entry.units[...colon].joined(separator: " ")
    entry.units.removeFirst(colon + 1)
    if name != function { entry.above = [name] }
    function = name
    entry.isInside = true
    return entry
  }

  private var folded: ColumnTable {
    let locals = counterexample.columns.indices.flatMap { column in
      let locals = initialLocals(of: column)
      return locals.isEmpty ? [] : ["\(tag(of: column)): \(locals.joined(separator: " "))"]
    }
    let first = ColumnTable.Row(
      number: 0, entries: [ColumnTable.Entry(above: locals)],
      shared: startsAbove ? [] : initialShared,
      isPacked: true)
    let rest = counterexample.rows.map { row in
      var entry = entry(of: row)
      entry.units.insert("\(tag(of: row.column)):", at: 0)
      return ColumnTable.Row(number: row.step, entries: [entry], shared: shared(of: row))
    }
    return ColumnTable(headings: ["steps"], rows: [first] + rest)
  }

  private var legend: [String] {
    let meanings = counterexample.columns.indices.filter {
      !counterexample.columns[$0].isEnvironment
    }.map { "\(tag(of: $0)) = \(ASCII.clean(counterexample.columns[$0].name))" }
    return ASCII.wrap(meanings.joined(separator: ", "), width: ASCII.lineWidth - 7).map {
      "       " + $0
    }
  }

  private func heading(of column: Int) -> String {
    let name = ASCII.clean(counterexample.columns[column].name)
    return counterexample.columns[column].isEnvironment ? name : "\(name) (\(tag(of: column)))"
  }

  private func tag(of column: Int) -> String {
    guard counterexample.columns.indices.contains(column) else { return "env" }
    return counterexample.columns[column].isEnvironment ? "env" : "CPU\(column)"
  }

  /// Values that are undefined or false say nothing yet, so they are left out.
  private func initialLocals(of column: Int) -> [String] {
    let cells = counterexample.initial
      .filter { $0.column == column && $0.value != "undefined" && $0.value != "false" }
    return cells.filter(\.speaksForItself).map { ASCII.clean($0.value) }
      + Self.units(of: cells.filter { !$0.speaksForItself }.map { ($0.shortCell, $0.value) })
  }

  private var initialShared: [String] {
    Self.units(
      of: counterexample.initial.filter { !$0.isLocal && $0.value != "undefined" }
        .map { ($0.cell, $0.value) })
  }

  /// `cell=value` for each, or one for all elements of an array that have the same value:
  /// `holds[*][*]=false`.
  private static func units(of cells: [(cell: String, value: String)]) -> [String] {
    var values: [String: Set<String>] = [:]
    for (cell, value) in cells { values[pattern(of: cell), default: []].insert(value) }
    var units: [String] = []
    var counts: [String: Int] = [:]
    for (cell, _) in cells { counts[pattern(of: cell), default: 0] += 1 }
    for (cell, value) in cells {
      let pattern = pattern(of: cell)
      let isUniform = values[pattern]?.count == 1 && counts[pattern, default: 0] > 1
      let unit = ASCII.clean("\(isUniform ? pattern : cell)=\(value)")
      if units.last != unit { units.append(unit) }
    }
    return units
  }

  /// The name of a cell with a star for every index.
  private static func pattern(of cell: String) -> String {
    var pattern = ""
    var depth = 0
    for character in cell {
      if character == "]" { depth -= 1 }
      if depth == 0 { pattern.append(character) }
      if character == "[" {
        depth += 1
        if depth == 1 { pattern.append("*") }
      }
    }
    return pattern
  }

  private func entry(of row: Counterexample.Row) -> ColumnTable.Entry {
    let kept = row.local.filter { !speakers.contains($0.cell) && $0.new != "undefined" }
    return ColumnTable.Entry(
      units: words(of: row.action), line: row.line > 0 ? ":\(row.line)" : "",
      below: kept.map { ASCII.clean("\($0.shortCell)=\($0.new)") })
  }

  private func words(of action: String) -> [String] {
    let words = ASCII.clean(action).split(separator: " ").map(String.init)
    return words.isEmpty ? ["(unnamed)"] : words
  }

  /// A dash says that the rule assigns to shared state and none of it changed.
  private func shared(of row: Counterexample.Row) -> [String] {
    if row.failed { return ["fails here"] }
    if row.shared.isEmpty { return row.writesShared ? ["-"] : [] }
    return row.shared.map { ASCII.clean("\($0.cell): \($0.old) -> \($0.new)") }
  }
}

extension Steps {
  /// Every change, a cell a line.
  var diffLines: [String] {
    var lines = wrapped(initialShared + allInitialLocals, after: "  0    ")
    for row in counterexample.rows {
      lines += title(of: row)
      lines += (row.shared + row.local).flatMap {
        wrapped(["\($0.cell): \($0.old) -> \($0.new)"], after: String(repeating: " ", count: 9))
      }
    }
    return lines
  }

  /// The whole state after every step, changed cells marked with a star.
  var fullLines: [String] {
    var values = counterexample.initial.map { ($0.cell, $0.value) }
    var lines = ["  0"] + state(values, changed: [])
    for row in counterexample.rows {
      let changes = Dictionary(
        (row.shared + row.local).map { ($0.cell, $0.new) }, uniquingKeysWith: { _, last in last })
      values = values.map { ($0.0, changes[$0.0] ?? $0.1) }
      lines += title(of: row)
      if !row.failed { lines += state(values, changed: Set(changes.keys)) }
    }
    return lines
  }

  private var allInitialLocals: [String] {
    counterexample.initial.filter { $0.isLocal && $0.value != "undefined" }
      .map { "\($0.cell)=\($0.value)" }
  }

  private func title(of row: Counterexample.Row) -> [String] {
    let number = String(row.step)
    let indent = String(repeating: " ", count: max(0, 3 - number.utf8.count))
    let line = row.line > 0 ? [":\(row.line)"] : []
    let failure = row.failed ? ["(fails here)"] : []
    return wrapped(
      ["\(name(of: row.column)):"] + words(of: row.action) + line + failure,
      after: indent + number + "    ")
  }

  private func name(of column: Int) -> String {
    counterexample.columns.indices.contains(column)
      ? counterexample.columns[column].name : "env"
  }

  private func state(_ values: [(String, String)], changed: Set<String>) -> [String] {
    values.flatMap { cell, value in
      wrapped(
        ["\(cell) = \(value)"],
        after: String(repeating: " ", count: 7) + (changed.contains(cell) ? "* " : "  "))
    }
  }

  private func wrapped(_ units: [String], after prefix: String) -> [String] {
    let width = ASCII.lineWidth - prefix.utf8.count
    let margin = String(repeating: " ", count: prefix.utf8.count)
    let lines = ASCII.fill(units.map(ASCII.clean), width: width)
    return lines.enumerated().map { ($0.offset == 0 ? prefix : margin) + $0.element }
  }
}
