package import Model

/// The counterexamples alone, each in CPU columns, for pasting into mail and commit messages.
package struct KernelReport: ReportFormat {
  package let text: CounterexampleText

  package init(style: TraceStyle = .columns, palette: Palette = .plain) {
    text = CounterexampleText(style: style, palette: palette)
  }

  package func write(_ record: RunRecord, to output: inout some TextOutputStream) {
    let all = record.specs.flatMap(\.counterexamples)
    for (position, counterexample) in all.enumerated() {
      if position > 0 { output.write("\n") }
      for line in text.lines(of: counterexample) { output.write(line + "\n") }
    }
  }
}
