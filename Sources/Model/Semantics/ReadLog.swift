/// The cells of the state that an evaluation has read, in order.
///
/// Its result depends on nothing else: where each of them has the same value, it is the same.
package final class ReadLog {
  /// Each cell once.
  package private(set) var cells: [Int] = []

  package init() {}

  func note(_ stretch: Range<Int>) {
    for cell in stretch where !cells.contains(cell) { cells.append(cell) }
  }
}
