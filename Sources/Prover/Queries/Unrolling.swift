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
    /// That the state has packed values of its types and satisfies the assumptions.
    let isState: Term
    /// That it follows from the moment before, or from a start state at the first moment of
    /// behaviours that begin with one.
    let follows: Term
    /// For each claim, the condition under which the state breaks it.
    let wrong: [ClaimIndex: Term]
    /// The rule that fires next.
    let step: Selection

    /// That the moment is one of the behaviour.
    var isReached: Term { isState && follows }
  }

  let encoder: Encoder
  /// The start state that a behaviour begins with; nil from any state.
  let beginning: Selection?
  private(set) var moments: [Moment] = []

  private var system: TransitionSystem { encoder.system }
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
    let follows = origin.map { $0.succeeds && isSame(state, $0.next) }
    var parts = state.map(\.isWellFormed)
    var wrong = try wrongConditions(in: state)
    for claim in system.claims(of: .assumption) {
      if let isFalse = wrong.removeValue(forKey: claim) { parts.append(!isFalse) }
    }
    moments.append(
      Moment(
        state: state, isState: context.all(parts), follows: follows ?? context.truth(true),
        wrong: wrong, step: try step(from: state, at: number)))
  }

  /// That two moments have different states.
  func differ(_ first: Int, _ second: Int) -> Term {
    !isSame(moments[first].state, moments[second].state)
  }

  /// That two states are the same, cell by cell.
  func isSame(_ first: [Cell], _ second: [Cell]) -> Term {
    context.all(zip(first, second).map { $0.raw.equals($1.raw) })
  }

  private func step(from state: [Cell], at moment: Int) throws(Unencodable) -> Selection {
    var options: [Firing] = []
    for index in system.rules.indices {
      options.append(try encoder.fire(RuleIndex(index), in: state, at: moment))
    }
    return Selection(of: options, named: "rule@\(moment)", from: state, in: context)
  }

  /// For each claim, when a state breaks it: by its own condition, or by failing to evaluate one.
  private func wrongConditions(in state: [Cell]) throws(Unencodable) -> [ClaimIndex: Term] {
    var wrong: [ClaimIndex: [Term]] = [:]
    for index in system.claims.indices where system.claims[index].condition != nil {
      let claim = ClaimIndex(index)
      let truth = try encoder.condition(of: claim, in: state)
      switch system[claim].kind {
      case .invariant, .assertion, .assumption: wrong[claim, default: []].append(truth.isFalse)
      case .cover, .liveness, .deadlock, .runtime: break
      }
      for (broken, condition) in truth.failures { wrong[broken, default: []].append(condition) }
    }
    if let claim = system.claims(of: .deadlock).first {
      wrong[claim, default: []].append(try isStuck(state))
    }
    return wrong.mapValues(context.any)
  }

  /// That no rule leads on from a state, in the sense of the system's deadlock mode.
  private func isStuck(_ state: [Cell]) throws(Unencodable) -> Term {
    if system.deadlockMode == .off { return context.truth(false) }
    var ways: [Term] = []
    for index in system.rules.indices {
      let rule = RuleIndex(index)
      for arguments in Evaluator(system).arguments(of: system[rule].parameters) {
        let firing = try encoder.fire(rule, arguments: arguments, in: state)
        ways.append(system.deadlockMode == .stuck ? firing.isEnabled : leads(firing, from: state))
      }
    }
    return !context.any(ways)
  }

  private func leads(_ firing: Firing, from state: [Cell]) -> Term {
    firing.succeeds && !isSame(firing.next, state)
  }
}
