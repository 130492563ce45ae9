/// Vectors of integers that are linearly independent, chosen from many of which the rest are
/// combinations.
///
/// They are told apart modulo a prime. What is independent there is so among the integers; the other
/// way round it might not be, for numbers that the prime divides.
struct IndependentRows {
  private(set) var rows: [[Int]] = []
  /// The same rows modulo the prime, each 1 at its pivot and 0 at the pivots of those before.
  private var reduced: [(pivot: Int, row: [Int])] = []

  private static let prime = 2_147_483_647

  init(of vectors: [[Int]]) {
    for vector in vectors { add(vector) }
  }

  private mutating func add(_ vector: [Int]) {
    var rest = vector.map { (($0 % Self.prime) + Self.prime) % Self.prime }
    for (pivot, row) in reduced where rest[pivot] != 0 {
      let factor = Self.prime - rest[pivot]
      for column in rest.indices where row[column] != 0 {
        rest[column] = (rest[column] + factor * row[column]) % Self.prime
      }
    }
    guard let pivot = rest.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.power(rest[pivot], Self.prime - 2)
    reduced.append((pivot, rest.map { $0 * inverse % Self.prime }))
    rows.append(vector)
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, square, rest) = (1, base, exponent)
    while rest > 0 {
      if !rest.isMultiple(of: 2) { result = result * square % prime }
      square = square * square % prime
      rest /= 2
    }
    return result
  }
}
