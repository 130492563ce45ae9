package import Model
import SourceText

/// What people read on a terminal: a verdict table for each specification, what was explored, the
/// evidence, and a summary.
package struct TextReport: StreamedReportFormat {
  /// Which counterexamples are printed.
  package enum Evidence: String, Sendable, Hashable, CaseIterable {
    case all
    /// Those of claims whose verdict is not as expected, and the longest of the others: it tells
    /// most.
    case longest
    /// Only those of claims whose verdict is not as expected.
    case unexpected
    case none
  }

  package var palette: Palette
  package var style: TraceStyle
  package var evidence: Evidence
  /// Whether the firings of every rule are listed, rather than only rules that have not fired.
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
    guard !record.showsBehavioursOnly else { return }
    output.write(SummaryText.line(of: record, palette: palette) + "\n")
  }

  private func lines(of spec: SpecRecord) -> [String] {
    [heading(of: spec)] + diagnostics(of: spec)
      + VerdictTable(spec: spec, palette: palette).lines
      + (spec.exploration.map { ["  " + ExplorationText.line(of: $0)] } ?? [])
      + rules(of: spec)
      + files(of: spec) + notices(of: spec).map { "  note: \($0)" } + evidence(of: spec)
  }

  private func rules(of spec: SpecRecord) -> [String] {
    let isComplete = spec.exploration?.complete == true
    return RuleText(rules: spec.rules, palette: palette, isComplete: isComplete)
      .lines(all: showsRules)
  }

  private func notices(of spec: SpecRecord) -> [String] {
    (spec.exploration?.notice.map { [$0] } ?? []) + spec.notices
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

  /// Every file once: a proof of several claims has one certificate.
  private func files(of spec: SpecRecord) -> [String] {
    let lines = spec.claims.flatMap { claim in
      [claim.trace.map { "  trace: \($0)" }, claim.certificate.map { "  certificate: \($0)" }]
        .compactMap { $0 }
    }
    return lines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func evidence(of spec: SpecRecord) -> [String] {
    let text = CounterexampleText(style: style, palette: palette)
    let shown = shownCounterexamples(of: spec)
    let hidden = spec.counterexamples.count - shown.count
    let pointer =
      hidden > 0
      ? ["", "  \(Numbers.counted(hidden, "more counterexample")): --counterexamples all"] : []
    return shown.flatMap { [""] + text.lines(of: $0) } + pointer
  }

  private func shownCounterexamples(of spec: SpecRecord) -> [Counterexample] {
    let unexpected = spec.counterexamples.filter { !isExpected($0, in: spec) }
    switch evidence {
    case .all: return spec.counterexamples
    case .longest:
      let longest = spec.counterexamples.filter { isExpected($0, in: spec) }
        .max { $0.depth < $1.depth }
      return unexpected + (longest.map { [$0] } ?? [])
    case .unexpected: return unexpected
    case .none: return []
    }
  }

  private func isExpected(_ counterexample: Counterexample, in spec: SpecRecord) -> Bool {
    spec.claims.contains {
      $0.name == counterexample.claim && $0.kind == counterexample.kind && $0.isMet == true
    }
  }
}

extension RunRecord {
  /// Whether nothing was to be decided.
  fileprivate var showsBehavioursOnly: Bool {
    !specs.isEmpty && specs.allSatisfy { $0.claims.isEmpty && $0.exit == .success }
  }
}
