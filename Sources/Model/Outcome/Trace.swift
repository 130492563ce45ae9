/// A behaviour that shows something: where it starts, what fires, and how it ends.
package struct Trace: Sendable, Hashable {
  /// One firing of a rule, or the start state that a behaviour begins with.
  package struct Step: Sendable, Hashable {
    package enum Action: Sendable, Hashable {
      case start(StartStateIndex)
      case rule(RuleIndex)
      /// A state that was not reached by running a start state: the first of a counterexample to
      /// induction.
      case assumed
    }

    package let action: Action
    /// The values of the parameters, in their order.
    package let arguments: [Int64]
    /// The state afterwards; nil when the step failed on the way.
    package let state: State?

    package init(action: Action, arguments: [Int64], state: State?) {
      self.action = action
      self.arguments = arguments
      self.state = state
    }
  }

  /// How the behaviour ends.
  package enum Ending: Sendable, Hashable {
    /// The claim is false in the last state, for these values of its parameters.
    case claimFalse(ClaimIndex, arguments: [Int64])
    /// The last step, or a guard or property in the last state, failed.
    case failed(Failure)
    /// The last state has no successor.
    case deadlock
    /// From the last state no state that satisfies the liveness claim is reachable.
    case neverAgain(ClaimIndex, arguments: [Int64])
    /// A behaviour that shows no violation, such as a random run.
    case open
  }

  /// The start state first.
  package let steps: [Step]
  package let ending: Ending

  package init(steps: [Step], ending: Ending) {
    self.steps = steps
    self.ending = ending
  }

  /// The number of rule firings.
  package var depth: Int { steps.count - 1 }
}
