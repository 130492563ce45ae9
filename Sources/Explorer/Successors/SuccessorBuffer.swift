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
  private(set) var falseClaims: [(claim: Int, inStep: Bool)] = []
  /// The claims whose condition could not be evaluated in some state.
  private(set) var failedClaims: Set<Int> = []
  /// Whether each instance of a liveness claim is satisfied in the state.
  private(set) var goals: [Bool] = []
  private var pendingCovers: [Int] = []
  private var hasPendingCovers = false
  /// For each claim: 1 when it is known to be false on some step, 2 when in some state.
  private let known: UnsafeMutablePointer<UInt8>
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
    known = .allocate(capacity: max(1, claims))
    known.initialize(repeating: 0, count: claims)
    firings = .allocate(capacity: max(1, rules))
    firings.initialize(repeating: 0, count: rules)
    covers = .allocate(capacity: max(1, claims))
    covers.initialize(repeating: 0, count: claims)
    antecedents = .allocate(capacity: max(1, claims))
    antecedents.initialize(repeating: false, count: claims)
  }

  deinit {
    known.deallocate()
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
  package func commit() {
    count &+= 1
    if hasPendingCovers { countCovers() }
  }

  @inline(__always)
  func countFiring(of rule: Int, changes: Bool) {
    firings[rule] &+= 1
    hasFired = true
    if changes { hasMoved = true }
  }

  func note(goal: Bool) { goals.append(goal) }

  /// Notes that a claim is false: in this state, or on a step from it. Only the first time of
  /// each kind counts, and steps not after states.
  func noteFalse(_ claim: Int, inStep: Bool = false) {
    let rank: UInt8 = inStep ? 1 : 2
    if known[claim] >= rank { return }
    known[claim] = rank
    falseClaims.append((claim, inStep))
  }

  /// The claims noted as false in states, which are then noted anew.
  func takeFalseClaims() -> [Int] {
    guard !falseClaims.isEmpty else { return [] }
    for (claim, _) in falseClaims { known[claim] = 0 }
    defer { falseClaims.removeAll() }
    return falseClaims.filter { !$0.inStep }.map(\.claim)
  }

  /// Notes that the condition of a claim could not be evaluated.
  func noteFailure(of claim: Int) { failedClaims.insert(claim) }

  /// Notes that a cover was met on a step under way.
  func noteCover(_ claim: Int) {
    pendingCovers.append(claim)
    hasPendingCovers = true
  }

  /// Forgets the covers of a step that leads nowhere.
  func abandonCovers() {
    pendingCovers.removeAll(keepingCapacity: true)
    hasPendingCovers = false
  }

  private func countCovers() {
    for claim in pendingCovers { covers[claim] += 1 }
    abandonCovers()
  }
}
