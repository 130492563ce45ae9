import Model
import Z3

/// What the claims say of one state.
struct Judgement {
  /// That no assumption is false.
  let isAdmitted: Term
  /// For each claim, the condition under which the state breaks it: by its own condition, or by
  /// failing to evaluate one.
  let wrong: Conditions
}

extension Encoder {
  /// Evaluates every claim in a state.
  func judge(_ state: [Cell]) throws(Unencodable) -> Judgement {
    var wrong = Conditions(in: context)
    for index in system.claims.indices {
      try judge(ClaimIndex(index), in: state, &wrong)
    }
    if let claim = system.claims(of: .deadlock).first {
      wrong.add(try isStuck(state), to: claim)
    }
    let denied = system.claims(of: .assumption).compactMap { wrong.remove($0) }
    return Judgement(isAdmitted: !context.any(denied), wrong: wrong)
  }

  /// Evaluates a claim for all values of its parameters.
  private func judge(_ index: ClaimIndex, in state: [Cell], _ wrong: inout Conditions)
    throws(Unencodable)
  {
    let claim = system[index]
    guard let condition = claim.condition else { return }
    for arguments in Evaluator(system).arguments(of: claim.parameters) {
      var machine = Machine(system, in: context, state: state)
      machine.enter(claim.frame)
      machine.bind(claim.parameters, to: known(arguments, for: claim.parameters).values)
      let isTrue = try machine.evaluate(condition).isTrue
      switch claim.kind {
      case .invariant, .assertion, .assumption:
        wrong.add(!isTrue && machine.events.none(in: context), to: index)
      case .cover, .liveness, .deadlock, .runtime: break
      }
      wrong.add(machine.events.failures(in: context), where: context.truth(true))
    }
  }

  /// That no rule leads on from a state, in the sense of the system's deadlock mode.
  private func isStuck(_ state: [Cell]) throws(Unencodable) -> Term {
    if system.deadlockMode == .off { return context.truth(false) }
    var ways: [Term] = []
    for index in system.rules.indices {
      let rule = RuleIndex(index)
      for arguments in Evaluator(system).arguments(of: system[rule].parameters) {
        let firing = try fire(rule, arguments: arguments, in: state)
        let leads = firing.succeeds && !isSame(firing.next, state)
        ways.append(system.deadlockMode == .stuck ? firing.isEnabled : leads)
      }
    }
    return !context.any(ways)
  }

  /// That two states are the same, cell by cell.
  func isSame(_ first: [Cell], _ second: [Cell]) -> Term {
    context.all(zip(first, second).map { $0.raw.equals($1.raw) })
  }
}
