package import Model
import SourceText

/// What people read on a terminal: a verdict table for each specification, what was explored, the
/// evidence, and a summary.
package struct TextReport: StreamedReportFormat {
  /// Which counterexamples are printed.
  package enum Evidence: Sendable, Hashable, CaseIterable {
    case all
    /// Only those of claims whose verdict is not as expected.
    case unexpected
    case none
  }

  package var palette: Palette
  package var style: TraceStyle
  package var evidence: Evidence
  /// Whether the firings of every rule are listed, rather than only rules that never fired.
  package var showsRules: Bool

  package init(
    palette: Palette = .plain, style: TraceStyle = .columns, evidence: Evidence = .all,
    showsRules: Bool = false
  ) {
    self.palette = palette
    self.style = style
    self.evidence = evidence
    self.showsRules = showsRules
  }

  package func write(_ spec: SpecRecord, to output: inout some TextOutputStream) {
    for line in lines(of: spec) { output.write(line + "\n") }
    output.write("\n")
  }

  package func writeSummary(of record: RunRecord, to output: inout some TextOutputStream) {
    output.write(SummaryText.line(of: record, palette: palette) + "\n")
  }

  private func lines(of spec: SpecRecord) -> [String] {
    [heading(of: spec)] + diagnostics(of: spec)
      + VerdictTable(spec: spec, palette: palette).lines
      + (spec.exploration.map { ["  " + ExplorationText.line(of: $0)] } ?? [])
      + RuleText(rules: spec.rules, palette: palette).lines(all: showsRules)
      + files(of: spec) + spec.notices.map { "  note: \($0)" } + evidence(of: spec)
  }

  private func heading(of spec: SpecRecord) -> String {
    let constants = VerdictText.text(of: spec.constants)
    return spec.spec + (constants.isEmpty ? "" : "  " + palette.quiet(constants))
  }

  private func diagnostics(of spec: SpecRecord) -> [String] {
    spec.diagnostics.flatMap { diagnostic in
      diagnostic.rendered(in: SourceFile(name: "", text: ""))
        .split(separator: "\n").map { "  \($0)" }
    }
  }

  private func files(of spec: SpecRecord) -> [String] {
    spec.claims.flatMap { claim in
      [claim.trace.map { "  trace: \($0)" }, claim.certificate.map { "  certificate: \($0)" }]
        .compactMap { $0 }
    }
  }

  private func evidence(of spec: SpecRecord) -> [String] {
    let text = CounterexampleText(style: style, palette: palette)
    return spec.counterexamples.filter { isShown($0, of: spec) }
      .flatMap { [""] + text.lines(of: $0) }
  }

  private func isShown(_ counterexample: Counterexample, of spec: SpecRecord) -> Bool {
    switch evidence {
    case .all: true
    case .none: false
    case .unexpected:
      !spec.claims.contains {
        $0.name == counterexample.claim && $0.kind == counterexample.kind && $0.isMet == true
      }
    }
  }
}
