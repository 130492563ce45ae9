import Model

/// Which claims are asked about together.
enum Grouping {
  /// Cells of more bits than this are for arithmetic, not for counting.
  private static let widthOfArithmetic = 16

  /// The claims in groups, each of which is one question.
  ///
  /// Mostly the claims of a system read the same few cells, and one question about all of them is
  /// as quick as one about each. But where they compute with wide words, each is hard in its own
  /// way: on 61-bit address translation twelve claims take ten seconds one by one, and more than
  /// a minute together.
  static func groups(of claims: [ClaimIndex], in system: TransitionSystem) -> [[ClaimIndex]] {
    let isWide = system.layout.cells.contains { $0.width > widthOfArithmetic }
    return isWide ? claims.map { [$0] } : [claims]
  }
}
