import Model

/// Everything that happens while one state is expanded again, with arguments: what traces are
/// made from.
final class Recorder {
  /// A successor or start state.
  struct Reached {
    let action: Scope.Action
    let arguments: [Int64]
    let words: [UInt64]
  }

  struct Failed {
    let failure: Failure
    let scope: Scope
    let arguments: [Int64]
    /// The state that a completed body made, when an assumption failed in it.
    let words: [UInt64]?
  }

  private(set) var reached: [Reached] = []
  private(set) var failed: [Failed] = []
  private(set) var falseClaims: [(claim: ClaimIndex, arguments: [Int64])] = []
  private var lastPacked: [UInt64]?

  func packed(_ words: [UInt64]) { lastPacked = words }

  func reached(_ action: Scope.Action, _ arguments: [Int64]) {
    guard let words = lastPacked else { preconditionFailure("a successor is packed first") }
    reached.append(Reached(action: action, arguments: arguments, words: words))
    lastPacked = nil
  }

  func failed(_ failure: Failure, _ scope: Scope, _ arguments: [Int64]) {
    failed.append(
      Failed(failure: failure, scope: scope, arguments: arguments, words: lastPacked))
    lastPacked = nil
  }

  func pruned() { lastPacked = nil }

  func claimFalse(_ claim: ClaimIndex, _ arguments: [Int64]) {
    falseClaims.append((claim, arguments))
  }
}
