/// The formats of reports, by the names of `--format`.
package enum ReportCatalog: String, Sendable, Hashable, CaseIterable {
  case json
  /// The counterexamples alone.
  case kernel
  case text

  /// The format; `style`, `palette` and `evidence` matter where people read it.
  package func format(
    style: TraceStyle = .columns, palette: Palette = .plain,
    evidence: TextReport.Evidence = .all
  ) -> any ReportFormat {
    switch self {
    case .json: JSONReport()
    case .kernel: KernelReport(style: style, palette: palette)
    case .text: TextReport(palette: palette, style: style, evidence: evidence)
    }
  }
}
