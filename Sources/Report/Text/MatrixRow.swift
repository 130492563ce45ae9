/// The rows of matrices that people read.
enum MatrixRow {
  /// A name, cut where it is too long for its column, and cells that end below each other.
  ///
  /// - Parameter cellWidth: with the space before a cell; a longer cell moves those after it.
  static func text(
    _ name: String, nameWidth: Int, _ cells: [String], cellWidth: Int
  ) -> String {
    let isLong = name.count > nameWidth
    let short = isLong ? "\(name.prefix(nameWidth - 2)).." : name
    return "  \(short)" + String(repeating: " ", count: nameWidth - short.count)
      + cells.map { String(repeating: " ", count: max(1, cellWidth - $0.count)) + $0 }.joined()
  }
}
