import Model

/// What expanding states gives: packed successors, and notes about claims and rules.
///
/// Successors and `goals` are about one state and start again with `begin`; the rest goes on over
/// all states. Owned by whoever owns the expander that fills it.
package final class SuccessorBuffer: @unchecked Sendable {
  let wordsPerState: Int
  private var block: Block<UInt64>
  /// The number of successors of the state.
  private(set) package var count = 0
  /// Whether some rule fired.
  private(set) var hasFired = false
  /// Whether some rule fired that led to another state.
  private(set) var hasMoved = false
  /// The claims that turned out false, in the order of their discovery.
  private(set) var falseClaims: [Int] = []
  /// The claims whose condition could not be evaluated in some state.
  private(set) var failedClaims: Set<Int> = []
  /// Whether each instance of a liveness claim is satisfied in the state.
  private(set) var goals: [Bool] = []
  private let isKnownFalse: UnsafeMutablePointer<Bool>
  /// For each rule how often it fired.
  let firings: UnsafeMutablePointer<Int>
  /// For each claim how often it was covered.
  let covers: UnsafeMutablePointer<Int>
  /// For each claim whether the left side of its implication was ever true.
  let antecedents: UnsafeMutablePointer<Bool>
  let ruleCount: Int
  let claimCount: Int

  package init(wordsPerState: Int, rules: Int, claims: Int) {
    self.wordsPerState = wordsPerState
    ruleCount = rules
    claimCount = claims
    block = Block(capacity: 64 * wordsPerState)
    isKnownFalse = .allocate(capacity: max(1, claims))
    isKnownFalse.initialize(repeating: false, count: claims)
    firings = .allocate(capacity: max(1, rules))
    firings.initialize(repeating: 0, count: rules)
    covers = .allocate(capacity: max(1, claims))
    covers.initialize(repeating: 0, count: claims)
    antecedents = .allocate(capacity: max(1, claims))
    antecedents.initialize(repeating: false, count: claims)
  }

  deinit {
    isKnownFalse.deallocate()
    firings.deallocate()
    covers.deallocate()
    antecedents.deallocate()
  }

  /// Starts with another state.
  @inline(__always)
  package func begin() {
    count = 0
    hasFired = false
    hasMoved = false
    if !goals.isEmpty { goals.removeAll(keepingCapacity: true) }
  }

  /// The words of a successor, valid until the next one is added.
  @inline(__always)
  package func state(at position: Int) -> UnsafePointer<UInt64> {
    UnsafePointer(block.base + position &* wordsPerState)
  }

  /// Where the next successor is to be written; `commit` makes it count.
  @inline(__always)
  package func nextState() -> UnsafeMutablePointer<UInt64> {
    let end = (count &+ 1) &* wordsPerState
    if end > block.capacity { block.reserve(end) }
    return block.base + count &* wordsPerState
  }

  @inline(__always)
  package func commit() { count &+= 1 }

  @inline(__always)
  func countFiring(of rule: Int, changes: Bool) {
    firings[rule] &+= 1
    hasFired = true
    if changes { hasMoved = true }
  }

  func note(goal: Bool) { goals.append(goal) }

  /// Notes that a claim is false; only the first time counts.
  func noteFalse(_ claim: Int) {
    if isKnownFalse[claim] { return }
    isKnownFalse[claim] = true
    falseClaims.append(claim)
  }

  /// Notes that a step or claim failed, which violates the claim that the failure names.
  func noteFailure(of claim: Int, in action: Scope.Action, isGoal: Bool) {
    noteFalse(claim)
    if case .claim(let judged) = action { failedClaims.insert(judged.position) }
    if isGoal { goals.append(false) }
  }
}
