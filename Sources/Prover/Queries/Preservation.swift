import Model
import Z3

/// The last step of an induction: one rule, fired in the last state that satisfies the claims.
///
/// The state afterwards is not a new row of constants but the terms that the rule computes, so
/// that whatever the rule does not touch is judged by the very terms that were assumed.
struct Preservation {
  let rule: RuleIndex
  /// When the firing itself, or the state after it, breaks a claim.
  let broken: Conditions
  /// That the state afterwards has a cell with no value of its type, which no rule can bring about.
  let isMalformed: Term
  /// That the rule runs to its end, in a state that is new to the behaviour.
  let leaves: Term
  /// That the assumptions admit the state afterwards as well.
  let remains: Term
  /// The state afterwards, and what is to be said of it.
  let next: [Cell]
  let judgement: Judgement

  /// When the state afterwards leaves a claim without a value, and breaks none of the others.
  func undecided(among claims: [ClaimIndex]) -> Conditions {
    var conditions = Conditions(in: leaves.context)
    conditions.add(judgement.undecided(among: claims), where: remains)
    return conditions
  }
}

extension Preservation {
  /// - Parameters:
  ///   - firing: the rule fired in the last state.
  ///   - taken: that it is this rule that is fired there.
  ///   - isNew: that the state afterwards is new to the behaviour.
  init(
    of rule: RuleIndex, _ firing: Firing, where taken: Term, from state: [Cell],
    isNew: [Term] = [], _ encoder: Encoder
  ) throws(Unencodable) {
    let judgement = try encoder.judge(firing.next)
    let changed = zip(firing.next, state).filter { $0.raw != $1.raw }
    let wellFormed = encoder.context.all(changed.map(\.0.isWellFormed))
    let leaves = encoder.context.all([taken, firing.succeeds] + isNew)
    var broken = Conditions(in: encoder.context)
    broken.add(firing.guardFailures, where: taken)
    broken.add(firing.bodyFailures, where: taken)
    broken.add(judgement.assumptionFailures, where: leaves)
    let remains = leaves && judgement.isAdmitted
    broken.add(judgement.wrong, where: remains)
    self.init(
      rule: rule, broken: broken, isMalformed: leaves && !wellFormed, leaves: leaves,
      remains: remains, next: firing.next, judgement: judgement)
  }
}

extension Unrolling {
  /// That the moments are a behaviour of distinct states that satisfy these claims.
  func hypothesis(_ claims: [ClaimIndex]) -> [Term] {
    var parts: [Term] = []
    for (number, moment) in moments.enumerated() {
      parts += [moment.isReached, !moment.judgement.isWrong(among: claims)]
      parts += (0..<number).map { differ($0, number) }
    }
    return parts
  }

  /// How each rule ends a behaviour whose last moment is the one before its firing.
  func preservations() throws(EngineFailure) -> [Preservation] {
    var result: [Preservation] = []
    for rule in encoder.system.rules.indices {
      result.append(try preservation(by: RuleIndex(rule)))
    }
    return result
  }

  /// How a rule ends a behaviour whose last moment is the one before its firing.
  private func preservation(by rule: RuleIndex) throws(EngineFailure) -> Preservation {
    let last = moments[moments.count - 1]
    let firing = last.step.options[rule.position]
    // With one state, a step back to it keeps what the state satisfies.
    let isNew =
      moments.count == 1
      ? [] : moments.map { !encoder.isSame($0.state, firing.next) }
    do {
      return try Preservation(
        of: rule, firing, where: last.step.takes(rule.position), from: last.state, isNew: isNew,
        encoder)
    } catch {
      throw .unsupported([error.feature])
    }
  }
}
