import CZ3
import Synchronization

/// Stops a context's work from any thread, for good.
///
/// Sendable although the context is not: `Z3_interrupt` is the one call that Z3 allows from other
/// threads, and the lock keeps the context alive while it runs.
package final class Interruption: Sendable {
  private struct State {
    var address: UInt?
    var requested = false
  }

  private let state: Mutex<State>

  init(of context: Z3_context) {
    state = Mutex(State(address: UInt(bitPattern: context)))
  }

  /// Whether anyone has asked to stop.
  package var isRequested: Bool {
    state.withLock { $0.requested }
  }

  /// Asks the context to stop: a running check answers `unknown`, and so do all later ones.
  package func interrupt() {
    state.withLock {
      $0.requested = true
      if let context = $0.address.flatMap(Z3_context.init(bitPattern:)) { Z3_interrupt(context) }
    }
  }

  /// Forgets the context, which is about to be deleted.
  func retire() {
    state.withLock { $0.address = nil }
  }
}
