import Model

/// One line over a whole run.
enum SummaryText {
  static func line(of record: RunRecord, palette: Palette) -> String {
    let claims = record.specs.flatMap(\.claims)
    let invalid = record.specs.filter { $0.exit == .invalidSpec }.count
    let total =
      "\(Numbers.counted(record.specs.count, "spec")), \(Numbers.counted(claims.count, "claim"))"
    let counts = VerdictWord.allCases.compactMap { word -> String? in
      let count = claims.filter { $0.verdict == word }.count
      return count > 0 ? "\(Numbers.grouped(count)) \(word.rawValue)" : nil
    }
    let breakdown = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    let broken = invalid > 0 ? [Numbers.counted(invalid, "invalid spec")] : []
    return total + breakdown + "; "
      + (broken + [outcome(of: claims, palette)]).joined(separator: "; ")
  }

  private static func outcome(of claims: [ClaimRecord], _ palette: Palette) -> String {
    let unmet = claims.filter { $0.isMet == false }.count
    let open = claims.filter { $0.isMet == nil }.count
    if unmet > 0 { return palette.bad("\(Numbers.grouped(unmet)) not as claimed") }
    if open > 0 { return palette.doubtful("\(Numbers.grouped(open)) undecided") }
    return claims.isEmpty ? "nothing decided" : palette.good("all as claimed")
  }
}
