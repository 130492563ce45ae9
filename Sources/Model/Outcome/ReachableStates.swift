/// States that a search has reached, for a prover that wants to know some.
///
/// They are hints: nothing is proved by a state's absence, and behaviours are replayed.
package protocol ReachableStates: Sendable {
  /// How many there are; states are numbered from 0 on.
  var count: Int { get }
  /// Those whose successors may be missing.
  var unexpanded: [Int] { get }
  /// Whether a rule leads from one of them to a state.
  var hasTransition: Bool { get }
  /// The claims whose conditions have no value in some of them.
  var undecided: Set<ClaimIndex> { get }
  /// The state of a number.
  subscript(number: Int) -> State { get }
  /// The number of a state; nil when it is not among them.
  func number(of state: State) -> Int?
  /// A behaviour to the state of a number.
  func trace(to number: Int) -> Trace
  /// The claims that are broken in one of them or on a step from there, each with a behaviour.
  var violations: [ClaimIndex: Trace] { get }
  /// Those of them that no behaviour breaks in fewer steps.
  var shortest: Set<ClaimIndex> { get }
}

/// Something that reaches states; nil when it cannot run a system.
package typealias StateSearch =
  @Sendable (TransitionSystem, Limits) -> (any ReachableStates)?
