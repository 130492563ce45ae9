import Model

/// The claims of a specification in columns: kind, name, line, verdict, remarks.
struct VerdictTable {
  /// Longer names push their row to the right instead of all others.
  private static let nameLimit = 44

  let spec: SpecRecord
  let palette: Palette

  var lines: [String] {
    let rows = spec.claims.map(row)
    let widths = (0..<4).map { column in
      rows.map { min($0[column].count, column == 1 ? Self.nameLimit : .max) }.max() ?? 0
    }
    return zip(spec.claims, rows).map { claim, row in
      var line = "  "
      for column in 0..<4 {
        let text = column == 3 ? painted(row[column], for: claim) : row[column]
        let isLast = column == 3 && row[4].isEmpty
        let padding = isLast ? 0 : max(0, widths[column] - row[column].count) + 2
        line += text + String(repeating: " ", count: padding)
      }
      return line + row[4]
    }
  }

  private func row(of claim: ClaimRecord) -> [String] {
    [
      claim.kind.wording, claim.name, claim.line > 0 ? ":\(claim.line)" : "",
      VerdictText.text(
        of: claim, in: spec.exploration),
      remarks(on: claim).joined(separator: "; "),
    ]
  }

  private func remarks(on claim: ClaimRecord) -> [String] {
    var remarks: [String] = []
    if let expected = claim.expected {
      switch (claim.isMet, claim.verdict) {
      case (true, _): remarks.append("as expected")
      case (nil, .proved): remarks.append("expected: \(expected.rawValue), which check decides")
      default: remarks.append("expected: \(expected.rawValue)")
      }
    }
    if claim.verdict == .violated, let depth = claim.depth { remarks.append("depth \(depth)") }
    if let reason = claim.reason, reason.code != .bounded { remarks.append(reason.wording) }
    if let engine = claim.engine { remarks.append(engine) }
    return remarks
  }

  private func painted(_ text: String, for claim: ClaimRecord) -> String {
    switch (claim.isMet, claim.verdict) {
    case (true, _): palette.good(text)
    case (nil, _), (_, .vacuous): palette.doubtful(text)
    case (false, _): palette.bad(text)
    }
  }
}
