package import Model

/// A way to write down what a run found: a pure function of its record.
package protocol ReportFormat: Sendable {
  /// Writes the whole report, the final newline included.
  func write(_ record: RunRecord, to output: inout some TextOutputStream)
}

extension ReportFormat {
  /// The report as one text.
  package func text(of record: RunRecord) -> String {
    var output = ""
    write(record, to: &output)
    return output
  }
}
