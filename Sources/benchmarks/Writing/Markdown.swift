import Foundation

/// A record as Markdown tables with ratios of medians.
struct Markdown {
  let record: Record

  var text: String {
    let opening = "\(record.machine.text); medians of \(record.rounds) round(s)."
    return ([opening] + record.tables.map(section) + [checkers])
      .joined(separator: "\n\n") + "\n"
  }

  private func section(_ table: Record.Table) -> String {
    var parts = ["### \(table.title)", table.explanation, times(table)]
    if table.name == .run { parts.append(memory(table)) }
    return (parts + [notes(table)]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func times(_ table: Record.Table) -> String {
    let others = table.measured.dropFirst()
    var header = ["workload", "states", "firings", "\(table.contenders[0].name) s", "M firings/s"]
    for index in others { header += ["\(table.contenders[index].name) s", "ratio"] }
    var lines = table.rows.map { row in
      opening(row) + others.flatMap { cell(row, $0) }
    }
    var means = ["geometric mean", "", "", "", ""]
    for index in others {
      means += ["", format(table.rows.compactMap { $0.ratio(index) }.geometricMean, "%.1f")]
    }
    if !others.isEmpty { lines.append(means) }
    return grid(header, lines)
  }

  private func opening(_ row: Record.Row) -> [String] {
    guard let reference = row.reference else {
      return ["**no answer** \(row.workload)", "-", "-", "-", "-"]
    }
    return [
      row.isRight ? row.workload : "**wrong** \(row.workload)", String(reference.states),
      String(reference.firings), format(reference.seconds, "%.3f"),
      format(Double(reference.firings) / reference.seconds / 1e6, "%.1f"),
    ]
  }

  private func cell(_ row: Record.Row, _ index: Int) -> [String] {
    guard let median = row.cells[index].runs.median else { return ["-", "-"] }
    let differs = row.reference.map { $0.states != median.states } ?? false
    return [
      format(median.seconds, "%.3f"),
      differs ? "\(median.states) states" : format(row.ratio(index), "%.1f"),
    ]
  }

  private func memory(_ table: Record.Table) -> String {
    let header =
      ["peak memory, MB"] + table.measured.map { table.contenders[$0].name }
      + ["ours, bytes a state"]
    return grid(
      header,
      table.rows.map { row in
        [row.workload]
          + table.measured.map { index in
            format(row.cells[index].runs.median.map { Double($0.peakBytes) / 1e6 }, "%.0f")
          }
          + [format(row.reference.map { Double($0.peakBytes) / Double($0.states) }, "%.1f")]
      })
  }

  /// Sizes, what was left out, and who is missing and why.
  private func notes(_ table: Record.Table) -> String {
    table.rows.compactMap { row in
      let all =
        row.constants + row.without.map { "without \"\($0)\"" }
        + table.measured.compactMap { remark(row.cells[$0], of: row) }
      return all.isEmpty ? nil : "- \(row.workload): \(all.joined(separator: ", "))"
    }.joined(separator: "\n")
  }

  private func remark(_ cell: Record.Cell, of row: Record.Row) -> String? {
    if let absence = cell.absence { return "\(cell.contender): \(absence)" }
    guard let median = cell.runs.median, let reference = row.reference,
      median.firings != reference.firings
    else { return nil }
    return "\(cell.contender) counts \(median.firings) firings"
  }

  /// Who took part, each once.
  private var checkers: String {
    var lines: [String] = []
    for table in record.tables {
      for index in table.measured {
        let line = "- \(table.contenders[index].name): \(table.contenders[index].note)"
        if !lines.contains(line) { lines.append(line) }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func grid(_ header: [String], _ lines: [[String]]) -> String {
    let rule = header.indices.map { $0 == 0 ? "---" : "--:" }
    return ([header, rule] + lines)
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private func format(_ value: Double?, _ pattern: String) -> String {
    value.map { String(format: pattern, $0) } ?? "-"
  }
}

extension Record.Table {
  /// The reference, and whoever was measured on some row.
  fileprivate var measured: [Int] {
    contenders.indices.filter { index in
      index == 0 || rows.contains { !$0.cells[index].runs.isEmpty }
    }
  }
}
