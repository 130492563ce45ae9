/// The linear equations that some vectors of integers all satisfy, found by exact elimination.
struct AffineHull {
  /// A column as a combination of columns before it, none of which is one itself.
  struct Equation: Hashable {
    let column: Int
    let terms: [(column: Int, factor: Int)]

    static func == (left: Self, right: Self) -> Bool {
      left.column == right.column && left.terms.elementsEqual(right.terms, by: ==)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(column) }
  }

  /// Linearly independent rows by the column of their first number, each reduced by all others.
  private var rows: [Int: [Int]] = [:]
  private let width: Int
  /// Numbers grew too large: nothing is known.
  private var isLost = false

  init(width: Int) { self.width = width }

  /// The columns that do not depend on those before them.
  private var independent: [Int] { rows.keys.sorted() }

  /// Adds a vector.
  mutating func add(_ vector: [Int]) {
    var vector = vector
    for (pivot, row) in rows.sorted(by: { $0.key < $1.key }) {
      reduce(&vector, by: row, at: pivot)
    }
    guard let pivot = vector.firstIndex(where: { $0 != 0 }) else { return }
    for key in rows.keys {
      guard var row = rows[key] else { continue }
      reduce(&row, by: vector, at: pivot)
      rows[key] = row
    }
    rows[pivot] = vector
  }

  private mutating func reduce(_ vector: inout [Int], by row: [Int], at pivot: Int) {
    let (here, there) = (vector[pivot], row[pivot])
    guard here != 0 else { return }
    for column in 0..<width {
      let (left, overflow) = vector[column].multipliedReportingOverflow(by: there)
      let (right, overflow2) = row[column].multipliedReportingOverflow(by: here)
      let (value, overflow3) = left.subtractingReportingOverflow(right)
      if overflow || overflow2 || overflow3 { isLost = true }
      vector[column] = value
    }
    let divisor = vector.reduce(0) { Self.greatestDivisor($0, $1) }
    if divisor > 1 { vector = vector.map { $0 / divisor } }
  }

  private static func greatestDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left.magnitude, right.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    return Int(clamping: left)
  }

  /// The equations with whole factors, one for each column that depends on those before it.
  var equations: [Equation] {
    guard !isLost else { return [] }
    return (0..<width).filter { rows[$0] == nil }.compactMap(equation)
  }

  private func equation(for column: Int) -> Equation? {
    var terms: [(column: Int, factor: Int)] = []
    for pivot in independent {
      guard let row = rows[pivot], row[column] != 0 else { continue }
      guard row[column].isMultiple(of: row[pivot]) else { return nil }
      terms.append((pivot, row[column] / row[pivot]))
    }
    return Equation(column: column, terms: terms)
  }
}
