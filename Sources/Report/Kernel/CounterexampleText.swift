package import Model
import SourceText

/// A counterexample as kernel people write them down: pasteable into a commit message.
///
/// Printable 7-bit characters, at most 100 of them a line.
package struct CounterexampleText: Sendable {
  package let style: TraceStyle
  package let palette: Palette

  /// More columns than this are folded into one.
  static let columnLimit = 4

  package init(style: TraceStyle = .columns, palette: Palette = .plain) {
    self.style = style
    self.palette = palette
  }

  /// The lines, without newlines.
  package func lines(of counterexample: Counterexample) -> [String] {
    let steps = Steps(counterexample)
    let body =
      switch style {
      case .columns: steps.columnLines
      case .diff: steps.diffLines
      case .full: steps.fullLines
      }
    return heading(of: counterexample) + sizes(of: counterexample) + [""] + body
      + FindingText(palette: palette).lines(of: counterexample)
  }

  private func heading(of counterexample: Counterexample) -> [String] {
    let range = counterexample.range
    let place = range.isNone ? "\(counterexample.system): " : "\(range.file):\(range.start.line): "
    let (plain, painted) = word(of: counterexample)
    var subject = ""
    if let kind = counterexample.kind {
      subject = "  \(kind.wording) \"\(ASCII.clean(counterexample.claim))\""
    }
    let remark = "(\(remarks(on: counterexample).joined(separator: ", ")))"
    let line = ASCII.clean(place) + plain + subject
    let lines =
      line.utf8.count + 5 + remark.utf8.count <= ASCII.lineWidth
      ? ["\(line)     \(remark)"]
      : (line.utf8.count <= ASCII.lineWidth
        ? [line] : ASCII.wrap(line, width: ASCII.lineWidth, indent: 4))
        + ASCII.wrap(remark, width: ASCII.lineWidth - 4).map { "    " + $0 }
    return lines.enumerated().map { position, line in
      guard position == 0, let range = line.firstRange(of: plain) else { return line }
      return line.replacingCharacters(in: range, with: painted)
    }
  }

  /// For which other instances it is a counterexample too.
  private func sizes(of counterexample: Counterexample) -> [String] {
    guard let sizes = counterexample.leastSizes else { return [] }
    let text =
      "violated at every size from \(VerdictText.leastValues(sizes)) up: "
      + "the race below needs nobody else"
    return ASCII.wrap(text, width: ASCII.lineWidth - 4, indent: 2).map { "    " + $0 }
  }

  private func word(of counterexample: Counterexample) -> (plain: String, painted: String) {
    switch counterexample.role {
    case .violation: ("VIOLATED", palette.bad("VIOLATED"))
    case .induction: ("NOT INDUCTIVE", palette.doubtful("NOT INDUCTIVE"))
    case .behaviour where counterexample.finding != .nothing:
      ("VIOLATED", palette.bad("VIOLATED"))
    case .behaviour: ("BEHAVIOUR", palette.good("BEHAVIOUR"))
    }
  }

  private func remarks(on counterexample: Counterexample) -> [String] {
    [
      counterexample.engine.map(ASCII.clean), "depth \(counterexample.depth)",
      counterexample.isShortest ? "shortest" : nil,
      counterexample.instance.map { ASCII.clean(VerdictText.text(of: $0)) },
      counterexample.start.map { "from \"\(ASCII.clean($0))\"" },
    ].compactMap { $0 }
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<String.Index>? { ranges(of: part).first }

  fileprivate func replacingCharacters(
    in range: Range<String.Index>, with text: String
  ) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
