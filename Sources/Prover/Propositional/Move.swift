import Model

/// One way to go on: a start state or a rule, with known arguments where there are few, over the
/// bits of the state before.
///
/// A rule for known arguments looks at few cells and changes fewer, and nothing need be asked of it
/// about the others.
struct Move {
  enum Action {
    case start(StartStateIndex)
    case rule(RuleIndex)
  }

  /// The value of a parameter: an offset, and what the bits say.
  struct Argument {
    let offset: Int128
    let bits: [Literal]
  }

  let action: Action
  let arguments: [Argument]
  /// That it can be made, and ends in a state that the assumptions admit.
  let succeeds: Literal
  /// When making it breaks a claim on the way.
  let failures: [(claim: ClaimIndex, condition: Literal)]
  /// The bits of the state afterwards, of the cells that it may change.
  let next: [Int: [Literal]]

  var isStart: Bool { if case .start = action { true } else { false } }
}
