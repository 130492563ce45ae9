import Model

/// What expanding states gives: packed successors, and notes about claims and rules.
///
/// Successors and `goals` are about one state and start again with `begin`; the rest goes on over
/// all states. Owned by whoever owns the expander that fills it.
package final class SuccessorBuffer: @unchecked Sendable {
  let wordsPerState: Int
  /// What changes with every successor, behind a pointer: access to it is not checked.
  private struct Hot: BitwiseCopyable {
    var words: UnsafeMutablePointer<UInt64>
    var capacity: Int
    var count = 0
    var hasFired = false
    var hasMoved = false
    var hasNotes = false
    var falseCount = 0
  }

  private let hot: UnsafeMutablePointer<Hot>
  /// The claims that turned out false, in the order of their discovery.
  private(set) var falseClaims: [(claim: Int, inStep: Bool)] = []
  /// The claims whose condition could not be evaluated in some state.
  private(set) var failedClaims: Set<Int> = []
  /// Whether each instance of a liveness claim is satisfied in the state.
  private(set) var goals: [Bool] = []
  private var pendingCovers: [Int] = []
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
    hot = .allocate(capacity: 1)
    let capacity = 64 * wordsPerState
    hot.initialize(to: Hot(words: .allocate(capacity: capacity), capacity: capacity))
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
    hot.pointee.words.deallocate()
    hot.deallocate()
    known.deallocate()
    firings.deallocate()
    covers.deallocate()
    antecedents.deallocate()
  }

  /// The number of successors of the state.
  @inline(__always)
  package var count: Int { hot.pointee.count }
  /// Whether some rule fired.
  var hasFired: Bool { hot.pointee.hasFired }
  /// Whether some rule fired that led to another state.
  var hasMoved: Bool { hot.pointee.hasMoved }

  /// How many entries `falseClaims` has.
  @inline(__always)
  var falseCount: Int { hot.pointee.falseCount }

  private func grow() {
    let capacity = 2 * hot.pointee.capacity
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    words.update(from: hot.pointee.words, count: hot.pointee.count * wordsPerState)
    hot.pointee.words.deallocate()
    hot.pointee.words = words
    hot.pointee.capacity = capacity
  }

  private func forgetNotes() {
    goals.removeAll(keepingCapacity: true)
    pendingCovers.removeAll(keepingCapacity: true)
    hot.pointee.hasNotes = false
  }

  /// Starts with another state.
  @inline(__always)
  package func begin() {
    hot.pointee.count = 0
    hot.pointee.hasFired = false
    hot.pointee.hasMoved = false
    if hot.pointee.hasNotes { forgetNotes() }
  }

  /// The words of a successor, valid until the next one is added.
  @inline(__always)
  package func state(at position: Int) -> UnsafePointer<UInt64> {
    UnsafePointer(hot.pointee.words + position &* wordsPerState)
  }

  /// Where the next successor is to be written; `commit` makes it count.
  @inline(__always)
  package func nextState() -> UnsafeMutablePointer<UInt64> {
    let begin = hot.pointee.count &* wordsPerState
    if begin &+ wordsPerState > hot.pointee.capacity { grow() }
    return hot.pointee.words + begin
  }

  @inline(__always)
  package func commit() {
    hot.pointee.count &+= 1
    if hot.pointee.hasNotes { countCovers() }
  }

  @inline(__always)
  func countFiring(of rule: Int, changes: Bool) {
    firings[rule] &+= 1
    hot.pointee.hasFired = true
    if changes { hot.pointee.hasMoved = true }
  }

  func note(goal: Bool) {
    goals.append(goal)
    hot.pointee.hasNotes = true
  }

  /// Notes that a claim is false: in this state, or on a step from it. Only the first time of
  /// each kind counts, and steps not after states.
  func noteFalse(_ claim: Int, inStep: Bool = false) {
    let rank: UInt8 = inStep ? 1 : 2
    if known[claim] >= rank { return }
    known[claim] = rank
    falseClaims.append((claim, inStep))
    hot.pointee.falseCount = falseClaims.count
  }

  /// The claims noted as false in states, which are then noted anew.
  func takeFalseClaims() -> [Int] {
    guard !falseClaims.isEmpty else { return [] }
    for (claim, _) in falseClaims { known[claim] = 0 }
    defer {
      falseClaims.removeAll()
      hot.pointee.falseCount = 0
    }
    return falseClaims.filter { !$0.inStep }.map(\.claim)
  }

  /// Notes that the condition of a claim could not be evaluated.
  func noteFailure(of claim: Int) { failedClaims.insert(claim) }

  /// Notes that a cover was met on a step under way.
  func noteCover(_ claim: Int) {
    pendingCovers.append(claim)
    hot.pointee.hasNotes = true
  }

  /// Forgets the covers of a step that leads nowhere.
  func abandonCovers() {
    pendingCovers.removeAll(keepingCapacity: true)
  }

  private func countCovers() {
    for claim in pendingCovers { covers[claim] += 1 }
    abandonCovers()
  }
}
