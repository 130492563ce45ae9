import Dispatch
import Model
import Z3

/// Stops a context when a limit is reached while the solver is at work.
///
/// A timer and no task: engines hold the threads that tasks run on.
final class Watch {
  private let timer: any DispatchSourceTimer

  init(over interruption: Interruption, _ limits: Limits) {
    let timer = DispatchSource.makeTimerSource(queue: .global())
    let isReached = limits.interruption
    timer.setEventHandler { if isReached() != nil { interruption.interrupt() } }
    timer.schedule(deadline: .now(), repeating: .milliseconds(50))
    timer.resume()
    self.timer = timer
  }

  deinit { timer.cancel() }

  /// Watches no longer.
  func end() { timer.cancel() }
}
