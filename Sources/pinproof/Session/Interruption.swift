// A source that has been resumed is only ever cancelled here, by the last owner.
@preconcurrency import Dispatch
import Foundation
import Model
import Synchronization

/// Ctrl-C, a request to end, and the deadline, as something that engines ask.
///
/// The first signal lets the run end with its report; the second one ends the process.
final class Interruption: Sendable {
  private let interrupts = Atomic<Int>(0)
  private let deadline: ContinuousClock.Instant?
  private let sources: [any DispatchSourceSignal]

  /// Starts to listen; the deadline is so many seconds from now.
  init(timeout seconds: Double?) {
    deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for source in sources {
      source.setEventHandler { [weak self] in self?.interrupt() }
      source.resume()
    }
  }

  deinit { for source in sources { source.cancel() } }

  /// The limit that has been reached, if any.
  var limit: Limit? {
    if interrupts.load(ordering: .relaxed) > 0 { return .interrupted }
    if let deadline, ContinuousClock.now >= deadline { return .time }
    return nil
  }

  private func interrupt() {
    let earlier = interrupts.add(1, ordering: .relaxed).oldValue
    if earlier > 0 { exit(130) }
    StandardError.line("\ninterrupted: reporting what is known; once more to quit at once")
  }
}
