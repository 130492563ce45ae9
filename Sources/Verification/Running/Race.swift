import Synchronization

/// Which of several runners is done first, by the work that each has counted and not by the clock:
/// the same one on every machine.
///
/// A runner that is done wins unless another one is done with less work. The others go on until
/// they have worked as much, and then know that they are beaten.
final class Race: Sendable {
  private struct State {
    var work: [Int]
    var winner: Int?
  }

  private let state: Mutex<State>

  init(runners: Int) {
    state = Mutex(State(work: Array(repeating: 0, count: runners)))
  }

  /// Counts what a runner has done.
  func add(_ work: Int, by runner: Int) {
    state.withLock { $0.work[runner] += work }
  }

  /// A runner is done with everything.
  func finish(_ runner: Int) {
    state.withLock { state in
      if !Self.isBeaten(runner, state) { state.winner = runner }
    }
  }

  /// Whether a runner has worked more than one that is done with everything.
  func isBeaten(_ runner: Int) -> Bool {
    state.withLock { Self.isBeaten(runner, $0) }
  }

  /// Of two that have worked as much the first one wins.
  private static func isBeaten(_ runner: Int, _ state: State) -> Bool {
    guard let winner = state.winner, winner != runner else { return false }
    return (state.work[winner], winner) < (state.work[runner], runner)
  }
}
