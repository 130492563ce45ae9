typealias Resumption = UnsafeContinuation<Int?, Never>

/// Where a thread waits for its turn, with everything that it has seen.
///
/// A continuation resumes once, and a thread is needed here once for each state of the others. So
/// there may be several copies of it, and a way to make one more.
final class Place {
  /// The step that led here first: taken again from the same memory, it leads here again.
  struct Origin {
    let place: Place
    let choice: Int
    let values: [Int]
  }

  /// Beyond so many, copies are ended: to make one again costs little.
  private static let mostCopies = 64

  let history: Int
  let alternatives: [Alternative]
  /// Nil where the thread starts.
  let origin: Origin?
  private(set) var copies: [Resumption] = []

  init(history: Int, alternatives: [Alternative], origin: Origin?) {
    self.history = history
    self.alternatives = alternatives
    self.origin = origin
  }

  /// Keeps a copy of the thread; false when there are enough.
  func keep(_ copy: Resumption) -> Bool {
    guard copies.count < Self.mostCopies else { return false }
    copies.append(copy)
    return true
  }

  func takeCopy() -> Resumption? { copies.popLast() }
}
