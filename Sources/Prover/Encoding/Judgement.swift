import Model
import Z3

/// What the claims say of one state.
struct Judgement {
  /// That every assumption holds.
  let isAdmitted: Term
  /// When evaluating an assumption breaks a claim.
  let assumptionFailures: Conditions
  /// For each claim, the condition under which an admitted state breaks it: by its own condition,
  /// or by failing to evaluate one.
  let wrong: Conditions
  /// For each claim with a condition, which claims evaluating it breaks, and when.
  let evaluationFailures: [(claim: ClaimIndex, failures: Conditions)]
}

extension Judgement {
  /// For each of some claims, when evaluating its condition fails in a way that breaks none of
  /// them: it is not true then, and nothing else says so.
  func undecided(among claims: [ClaimIndex]) -> Conditions {
    var undecided = Conditions(in: wrong.context)
    for (claim, failures) in evaluationFailures where claims.contains(claim) {
      let others = failures.claims.filter { !claims.contains($0) }
      if !others.isEmpty { undecided.add(failures.any(of: others), to: claim) }
    }
    return undecided
  }

  /// That one of some claims is not true in an admitted state.
  func isWrong(among claims: [ClaimIndex]) -> Term {
    wrong.any(of: claims) || undecided(among: claims).any(of: claims)
  }
}

extension Encoder {
  /// Evaluates every claim in a state.
  func judge(_ state: [Cell]) throws(Unencodable) -> Judgement {
    var wrong = Conditions(in: context)
    var evaluationFailures: [(claim: ClaimIndex, failures: Conditions)] = []
    for claim in system.claims.indices.map(ClaimIndex.init) {
      let failures = try judge(claim, in: state, &wrong)
      wrong.add(failures, where: context.truth(true))
      if !failures.claims.isEmpty { evaluationFailures.append((claim, failures)) }
    }
    if let claim = system.claims(of: .deadlock).first {
      wrong.add(try isStuck(state), to: claim)
    }
    let (isAdmitted, failures) = try admit(state)
    return Judgement(
      isAdmitted: isAdmitted, assumptionFailures: failures, wrong: wrong,
      evaluationFailures: evaluationFailures)
  }

  /// That a claim's condition has a value and is true, for all values of its parameters.
  func holds(_ index: ClaimIndex, in state: [Cell]) throws(Unencodable) -> Term {
    let claim = system[index]
    guard let condition = claim.condition else { return context.truth(true) }
    var parts: [Term] = []
    for arguments in Evaluator(system).arguments(of: claim.parameters) {
      let (isTrue, events) = try evaluate(condition, of: claim, arguments, in: state)
      parts += [isTrue, events.none(in: context)]
    }
    return context.all(parts)
  }

  /// Evaluates the assumptions one after the other, up to the first that is false or fails.
  private func admit(_ state: [Cell]) throws(Unencodable) -> (Term, Conditions) {
    var isAdmitted = context.truth(true)
    var failures = Conditions(in: context)
    for claim in system.claims(of: .assumption).map({ system[$0] }) {
      guard let condition = claim.condition else { continue }
      for arguments in Evaluator(system).arguments(of: claim.parameters) {
        let (isTrue, events) = try evaluate(condition, of: claim, arguments, in: state)
        failures.add(events.failures(in: context), where: isAdmitted)
        isAdmitted = context.all([isAdmitted, isTrue, events.none(in: context)])
      }
    }
    return (isAdmitted, failures)
  }

  private func evaluate(
    _ condition: Expression, of claim: Claim, _ arguments: [Int64], in state: [Cell]
  ) throws(Unencodable) -> (Term, Events) {
    var machine = Machine(system, in: context, state: state)
    machine.enter(claim.frame)
    machine.bind(claim.parameters, to: known(arguments, for: claim.parameters).values)
    let isTrue = try machine.evaluate(condition).isTrue
    return (isTrue, machine.events)
  }

  /// Evaluates a claim for all values of its parameters; gives what that breaks.
  private func judge(_ index: ClaimIndex, in state: [Cell], _ wrong: inout Conditions)
    throws(Unencodable) -> Conditions
  {
    var failures = Conditions(in: context)
    let claim = system[index]
    guard let condition = claim.condition, claim.kind != .assumption else { return failures }
    for arguments in Evaluator(system).arguments(of: claim.parameters) {
      let (isTrue, events) = try evaluate(condition, of: claim, arguments, in: state)
      if claim.kind == .invariant || claim.kind == .assertion {
        wrong.add(!isTrue && events.none(in: context), to: index)
      }
      failures.add(events.failures(in: context), where: context.truth(true))
    }
    return failures
  }

  /// That no rule leads on from a state, in the sense of the system's deadlock mode.
  private func isStuck(_ state: [Cell]) throws(Unencodable) -> Term {
    if system.deadlockMode == .off { return context.truth(false) }
    var ways: [Term] = []
    for index in system.rules.indices {
      let rule = RuleIndex(index)
      for arguments in Evaluator(system).arguments(of: system[rule].parameters) {
        let firing = try fire(rule, arguments: arguments, in: state)
        let changes = !isSame(firing.next, state)
        ways.append(system.deadlockMode == .stuck ? firing.succeeds : firing.succeeds && changes)
      }
    }
    return !context.any(ways)
  }

  /// That two states are the same, cell by cell.
  func isSame(_ first: [Cell], _ second: [Cell]) -> Term {
    context.all(zip(first, second).map { $0.raw.equals($1.raw) })
  }
}
