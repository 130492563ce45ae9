package import Model

/// A way to write down what a run found: a pure function of its record.
package protocol ReportFormat: Sendable {
  /// Writes the whole report, the final newline included.
  func write(_ record: RunRecord, to output: inout some TextOutputStream)
}

/// A format that can be written specification by specification, while a run goes on.
package protocol StreamedReportFormat: ReportFormat {
  /// Writes what was found about one specification.
  func write(_ spec: SpecRecord, to output: inout some TextOutputStream)

  /// Writes what stands at the end.
  func writeSummary(of record: RunRecord, to output: inout some TextOutputStream)
}

extension StreamedReportFormat {
  package func write(_ record: RunRecord, to output: inout some TextOutputStream) {
    for spec in record.specs { write(spec, to: &output) }
    writeSummary(of: record, to: &output)
  }

  /// What was found about one specification, as one text.
  package func text(of spec: SpecRecord) -> String {
    var output = ""
    write(spec, to: &output)
    return output
  }

  /// What stands at the end, as one text.
  package func summary(of record: RunRecord) -> String {
    var output = ""
    writeSummary(of: record, to: &output)
    return output
  }
}

extension ReportFormat {
  /// The report as one text.
  package func text(of record: RunRecord) -> String {
    var output = ""
    write(record, to: &output)
    return output
  }
}
