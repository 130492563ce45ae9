/// A sum of summands, by position, that is 0, or at most 0.
struct LinearRelation: Hashable {
  /// The factor of each summand.
  let terms: [Int: Int]
  let isEquation: Bool

  /// Whether some numbers satisfy it.
  func holds(in row: [Int]) -> Bool {
    let sum = terms.reduce(0) { $0 + $1.value * row[$1.key] }
    return isEquation ? sum == 0 : sum <= 0
  }
}
