package import Model

/// What a cross-check found, for people: a line, and where it failed both sides side by side.
package struct ConformanceText: Sendable {
  private let trace: TraceStyle

  package init(trace: TraceStyle = .columns) {
    self.trace = trace
  }

  /// The lines of one record, without newlines.
  package func lines(of record: ConformanceRecord) -> [String] {
    let constants = record.constants.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    var lines = ["\(record.version)  \(record.spec)  \(constants)"]
    lines.append("  \(word(of: record))  \(counts(of: record))")
    lines += record.findings.map { "  \($0)" }
    for (rule, reason) in record.environment.sorted(by: { $0.key < $1.key }) {
      lines.append("  environment: \(rule): \(reason)")
    }
    if let counterexample = record.counterexample {
      lines += [""] + steps(of: counterexample) + [""]
    }
    if !record.observations.isEmpty { lines += table(of: record.observations) }
    return lines.map(ASCII.clean)
  }

  private func word(of record: ConformanceRecord) -> String {
    switch record.outcome {
    case .conforms: "CONFORMS"
    case .diverges: "DIVERGES"
    case .uncovered: "NOT COVERED"
    case .incomplete: "UNKNOWN (\(record.limit?.rawValue ?? "limit"))"
    }
  }

  private func counts(of record: ConformanceRecord) -> String {
    "\(Numbers.grouped(record.states)) pairs of states, \(Numbers.grouped(record.steps)) steps, "
      + "\(record.matchedRules) rules and \(record.matchedLabels) labels matched, "
      + "\(record.observedCells) of \(record.cells) cells compared"
  }

  private func steps(of counterexample: Counterexample) -> [String] {
    let steps = Steps(counterexample)
    return switch trace {
    case .columns: steps.columnLines
    case .diff: steps.diffLines
    case .full: steps.fullLines
    }
  }

  private func table(of observations: [ConformanceRecord.Observation]) -> [String] {
    let rows =
      [("", "specified", "implemented")]
      + observations.map { ($0.name, $0.specified, $0.implemented + ($0.differs ? "   <--" : "")) }
    let (first, second) = rows.reduce((0, 0)) {
      (max($0.0, $1.0.utf8.count), max($0.1, $1.1.utf8.count))
    }
    return rows.map { "  \(padded($0.0, to: first))  \(padded($0.1, to: second))  \($0.2)" }
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
