import CNative
import Model

/// What expanding states gives: packed successors, and notes about claims and rules.
///
/// Successors and `goals` are about one state and start again with `begin`; the rest goes on over
/// all states. Owned by whoever owns the expander that fills it.
package final class SuccessorBuffer: @unchecked Sendable {
  let wordsPerState: Int
  let ruleCount: Int
  let claimCount: Int
  /// What native code fills; behind a pointer, so that access to it is not checked.
  let contents: UnsafeMutablePointer<successors>

  package init(wordsPerState: Int, rules: Int, claims: Int) {
    self.wordsPerState = wordsPerState
    ruleCount = rules
    claimCount = claims
    contents = .allocate(capacity: 1)
    contents.initialize(to: successors_make(wordsPerState, rules, claims))
  }

  deinit {
    successors_destroy(contents)
    contents.deallocate()
  }

  /// The number of successors of the state.
  @inline(__always)
  package var count: Int { contents.pointee.count }
  /// Whether some rule fired.
  var hasFired: Bool { contents.pointee.has_fired }
  /// Whether some rule fired that led to another state.
  var hasMoved: Bool { contents.pointee.has_moved }
  /// How many entries `falseClaims` has.
  @inline(__always)
  var falseCount: Int { contents.pointee.false_count }

  /// For each rule how often it fired.
  var firings: UnsafeMutablePointer<Int> { contents.pointee.firings }
  /// For each claim how often it was covered.
  var covers: UnsafeMutablePointer<Int> { contents.pointee.covers }
  /// For each claim whether the left side of its implication was ever true.
  var antecedents: UnsafeMutablePointer<Bool> { contents.pointee.antecedents }

  /// Starts with another state.
  @inline(__always)
  package func begin() { successors_begin(contents) }

  /// The words of a successor, valid until the next one is added.
  @inline(__always)
  package func state(at position: Int) -> UnsafePointer<UInt64> {
    UnsafePointer(contents.pointee.words + position &* wordsPerState)
  }

  /// Where the next successor is to be written; `commit` makes it count.
  @inline(__always)
  package func nextState() -> UnsafeMutablePointer<UInt64> { successors_next(contents) }

  @inline(__always)
  package func commit() { successors_commit(contents) }

  @inline(__always)
  func countFiring(of rule: Int, changes: Bool) {
    successors_count_firing(contents, rule, changes)
  }

  // MARK: Notes

  /// The claims that turned out false, in the order of their discovery.
  var falseClaims: [(claim: Int, inStep: Bool)] {
    (0..<falseCount).map {
      let note = contents.pointee.false_claims[$0]
      return (Int(note.claim), note.in_step)
    }
  }

  /// The claims whose condition could not be evaluated in some state.
  var failedClaims: Set<Int> {
    guard contents.pointee.has_failed else { return [] }
    return Set((0..<claimCount).filter { contents.pointee.failed[$0] })
  }

  /// Whether each instance of a liveness claim is satisfied in the state; valid until `begin`.
  var goals: UnsafeBufferPointer<Bool> {
    UnsafeBufferPointer(start: contents.pointee.goals, count: contents.pointee.goal_count)
  }

  func note(goal: Bool) { successors_note_goal(contents, goal) }

  /// Notes that a claim is false: in this state, or on a step from it. Only the first time of
  /// each kind counts, and steps not after states.
  func noteFalse(_ claim: Int, inStep: Bool = false) {
    successors_note_false(contents, Int32(claim), inStep)
  }

  /// The claims noted as false in states, which are then noted anew.
  func takeFalseClaims() -> [Int] {
    let found = falseClaims
    for (claim, _) in found { contents.pointee.known[claim] = 0 }
    contents.pointee.false_count = 0
    return found.filter { !$0.inStep }.map(\.claim)
  }

  /// Notes that the condition of a claim could not be evaluated.
  func noteFailure(of claim: Int) { successors_note_failure(contents, Int32(claim)) }

  /// Notes that a cover was met on a step under way.
  func noteCover(_ claim: Int) { successors_note_cover(contents, Int32(claim)) }

  /// Forgets the covers of a step that leads nowhere.
  func abandonCovers() { successors_abandon_covers(contents) }
}
