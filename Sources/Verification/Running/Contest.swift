import Synchronization

/// Which of several contestants is done first, by the work that each has counted and not by the
/// clock: the same one on every machine.
///
/// A contestant that is done wins unless another one is done with less work. The others go on until
/// they have worked as much, and then know that they are beaten.
final class Contest: Sendable {
  private struct State {
    var work: [Int]
    var winner: Int?
  }

  private let state: Mutex<State>

  init(contestants: Int) {
    state = Mutex(State(work: Array(repeating: 0, count: contestants)))
  }

  /// Counts what a contestant has done.
  func add(_ work: Int, by contestant: Int) {
    state.withLock { $0.work[contestant] += work }
  }

  /// A contestant is done with everything.
  func finish(_ contestant: Int) {
    state.withLock { state in
      if !Self.isBeaten(contestant, state) { state.winner = contestant }
    }
  }

  /// Whether a contestant has worked more than one that is done with everything.
  func isBeaten(_ contestant: Int) -> Bool {
    state.withLock { Self.isBeaten(contestant, $0) }
  }

  /// Of two that have worked as much the first one wins.
  private static func isBeaten(_ contestant: Int, _ state: State) -> Bool {
    guard let winner = state.winner, winner != contestant else { return false }
    return (state.work[winner], winner) < (state.work[contestant], contestant)
  }
}
