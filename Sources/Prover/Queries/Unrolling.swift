import Model
import Z3

/// A behaviour of symbolic states: moment after moment, with the choice that leads from each to
/// the next.
///
/// It only builds terms; which of them are asserted, and which are asked, is for the engines.
struct Unrolling {
  /// Where behaviours begin.
  enum Origin {
    case startStates
    case anyState
  }

  /// One symbolic state of a behaviour.
  struct Moment {
    let state: [Cell]
    /// That every cell is undefined or has a value of its type.
    let isWellFormed: Term
    /// That it follows from the moment before, or from a start state at the first moment of
    /// behaviours that begin with one.
    let follows: Term
    let judgement: Judgement
    /// The rule that fires next.
    let step: Selection

    /// That the behaviour comes here, whether or not the assumptions admit the state.
    var isMet: Term { isWellFormed && follows }
    /// That the moment is one of the behaviour.
    var isReached: Term { isMet && judgement.isAdmitted }
  }

  let encoder: Encoder
  /// The start state that a behaviour begins with; nil from any state.
  let beginning: Selection?
  private(set) var moments: [Moment] = []

  private var context: Context { encoder.context }

  /// A behaviour of one moment.
  init(_ encoder: Encoder, from origin: Origin) throws(EngineFailure) {
    self.encoder = encoder
    do {
      beginning = origin == .anyState ? nil : try Unrolling.beginning(encoder)
      try add()
    } catch {
      throw .unsupported([error.feature])
    }
  }

  /// Adds one moment.
  mutating func extend() throws(EngineFailure) {
    do {
      try add()
    } catch {
      throw .unsupported([error.feature])
    }
  }

  /// The same behaviours up to their first moment.
  mutating func shorten() { moments.removeLast(moments.count - 1) }

  /// That two moments have different states.
  func differ(_ first: Int, _ second: Int) -> Term {
    !encoder.isSame(moments[first].state, moments[second].state)
  }

  private static func beginning(_ encoder: Encoder) throws(Unencodable) -> Selection {
    var options: [Firing] = []
    for index in encoder.system.startStates.indices {
      options.append(try encoder.start(StartStateIndex(index)))
    }
    return Selection(
      of: options, named: "start", from: encoder.undefinedState, in: encoder.context)
  }

  private mutating func add() throws(Unencodable) {
    let number = moments.count
    let state = encoder.anyState(at: number)
    let origin = moments.last?.step ?? beginning
    let follows = origin.map { $0.succeeds && encoder.isSame(state, $0.next) }
    moments.append(
      Moment(
        state: state, isWellFormed: context.all(state.map(\.isWellFormed)),
        follows: follows ?? context.truth(true), judgement: try encoder.judge(state),
        step: try step(from: state, at: number)))
  }

  private func step(from state: [Cell], at moment: Int) throws(Unencodable) -> Selection {
    var options: [Firing] = []
    for index in encoder.system.rules.indices {
      options.append(try encoder.fire(RuleIndex(index), in: state, at: moment))
    }
    return Selection(of: options, named: "rule@\(moment)", from: state, in: context)
  }
}
