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

  /// A column each, or one for all when they are too many or too wide.
  var columnLines: [String] {
    if counterexample.columns.count <= CounterexampleText.columnLimit,
      let lines = sideBySide.lines(width: ASCII.lineWidth)
    {
      return lines
    }
    guard let lines = folded.lines(width: ASCII.lineWidth) else {
      preconditionFailure("one column can be made to fit")
    }
    return legend + lines
  }

  private var sideBySide: ColumnTable {
    ColumnTable(
      headings: counterexample.columns.indices.map(heading),
      rows: [
        ColumnTable.Row(
          number: 0,
          entries: counterexample.columns.indices.map {
            ColumnTable.Entry(units: initialLocals(of: $0))
          }, shared: initialShared, isPacked: true)
      ]
        + counterexample.rows.map { row in
          var entries = counterexample.columns.map { _ in ColumnTable.Entry() }
          if entries.indices.contains(row.column) { entries[row.column] = entry(of: row) }
          return ColumnTable.Row(number: row.step, entries: entries, shared: shared(of: row))
        })
  }

  private var folded: ColumnTable {
    let locals = counterexample.columns.indices.flatMap { column in
      let locals = initialLocals(of: column)
      return locals.isEmpty ? [] : ["\(tag(of: column)): \(locals.joined(separator: " "))"]
    }
    let first = ColumnTable.Row(
      number: 0, entries: [ColumnTable.Entry(above: locals)], shared: initialShared,
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
    counterexample.initial
      .filter { $0.column == column && $0.value != "undefined" && $0.value != "false" }
      .sorted { $0.speaksForItself && !$1.speaksForItself }
      .map {
        ASCII.clean($0.speaksForItself ? $0.value : "\($0.shortCell)=\($0.value)")
      }
  }

  private var initialShared: [String] {
    counterexample.initial.filter { !$0.isLocal && $0.value != "undefined" }
      .map { ASCII.clean("\($0.cell)=\($0.value)") }
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
