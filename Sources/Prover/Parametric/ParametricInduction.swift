import Model
import Z3

/// The questions of an induction over the claims of a system for all values of its symbolic
/// constants at once.
///
/// Each start state satisfies the claims, and each rule keeps them: a question for each pair of
/// step and claim, with claims as the hypothesis.
final class ParametricInduction {
  /// What suffices for the answer to a question.
  struct Premises: Sendable {
    let claims: [ClaimIndex]
    /// Which of ``assumptions(of:from:_:)`` from these claims, in all detail, by position.
    let assumptions: [Int]
  }

  /// Something that is assumed, and the claim that says it, if any.
  struct Assumption {
    let claim: ClaimIndex?
    let statement: Term
  }

  /// A start state or rule, which must keep the claims.
  struct Step {
    /// Nil for a start state.
    let rule: RuleIndex?
    let name: String
    /// When the step itself, or the state after it, breaks claims.
    let breaches: [Breach]
  }

  /// Whether a step keeps a claim, as far as one way of breaking it goes.
  struct Question: Hashable, Sendable {
    /// The position of the step.
    let step: Int
    let kind: Breach.Kind

    /// The claims that are not kept unless the answer is no.
    var claims: [ClaimIndex] { kind.claims }
  }

  let steps: [Step]
  private let encoder: ParametricEncoder
  /// What is assumed of the sizes.
  private let ofSizes: Assumption
  /// What is assumed of every state before a rule fires.
  private let ofStates: [Assumption]
  /// That a state before a rule fires does not break a claim, for each way of breaking it.
  private let isIntact: [(kind: Breach.Kind, statement: Term)]

  private var universe: Universe { encoder.universe }
  var context: Context { encoder.context }
  private var system: TransitionSystem { encoder.system }

  init(_ system: TransitionSystem, in context: Context) throws(Unencodable) {
    var encoder = ParametricEncoder(system, in: context)
    try encoder.settleDefinedness()
    let state = encoder.anyState
    let judgement = try encoder.judge(state)
    var steps: [Step] = []
    for (index, start) in system.startStates.enumerated() {
      let firing = try encoder.start(StartStateIndex(index))
      steps.append(
        Step(
          rule: nil, name: "start state \"\(start.name)\"",
          breaches: try encoder.breaches(by: firing, from: nil)))
    }
    for (index, rule) in system.rules.enumerated() {
      let firing = try encoder.fire(RuleIndex(index), in: state)
      steps.append(
        Step(
          rule: RuleIndex(index), name: "rule \"\(rule.name)\"",
          breaches: try encoder.breaches(by: firing, from: judgement)))
    }
    self.encoder = encoder
    self.steps = steps
    ofStates = ([judgement.isAdmitted] + encoder.isWellTyped).map {
      Assumption(claim: nil, statement: $0)
    }
    isIntact = judgement.breaches.map { ($0.kind, !$0.condition) }
    encoder.universe.sums.relate(in: encoder.universe)
    ofSizes = Assumption(claim: nil, statement: encoder.universe.sizesAreAdmitted)
  }

  /// The cells of the instance that have a value in every reachable state.
  var definedCells: [Int] { encoder.definedCells }

  /// Whether the leaf of this number has a value in every reachable state.
  func isAlwaysDefined(_ leaf: Int) -> Bool { encoder.alwaysDefined.contains(leaf) }

  /// What is assumed when a question is asked with some premises; nil when there is nothing at some
  /// of the positions.
  func assumptions(of question: Question, _ premises: Premises) -> [Assumption]? {
    let all = assumptions(of: question, from: premises.claims, .all)
    guard premises.assumptions.allSatisfy(all.indices.contains) else { return nil }
    return premises.assumptions.map { all[$0] }
  }

  /// The assertions that cannot hold together when a step keeps a claim.
  func obligation(_ question: Question, _ premises: Premises) -> [Term]? {
    // What is wrong stands first: a solver that begins with it has less to try.
    assumptions(of: question, premises).map { [breach(question)] + $0.map(\.statement) }
  }

  /// That a step breaks a claim in this way.
  func breach(_ question: Question) -> Term {
    context.any(
      steps[question.step].breaches.filter { $0.kind == question.kind }.map(\.condition))
  }

  /// What is assumed when a question is asked in some detail. What is seldom said stands last.
  func assumptions(
    of question: Question, from claims: [ClaimIndex], _ detail: Sums.Detail
  ) -> [Assumption] {
    let isFirst = steps[question.step].rule == nil
    let hypothesis = isFirst ? [] : hypothesis(claims, at: question.kind)
    let statements = ([ofSizes] + hypothesis).map(\.statement) + [breach(question)]
    let facts = universe.sums.facts(neededBy: statements, detail)
    let pairs =
      detail == .pairs || detail == .all ? universe.sums.pairs(neededBy: statements) : []
    return facts.map { Assumption(claim: nil, statement: $0) } + [ofSizes] + hypothesis
      + pairs.map { Assumption(claim: nil, statement: $0) }
      + (isFirst ? [] : values(of: claims))
  }

  /// What is assumed before a rule fires. That conditions can be evaluated is assumed of those that
  /// matter.
  private func hypothesis(_ claims: [ClaimIndex], at kind: Breach.Kind) -> [Assumption] {
    let evaluated =
      claims + system.claims(of: .assumption) + [kind.claim, kind.evaluating ?? kind.claim]
    let assumed = isIntact.filter { kind, _ in
      claims.contains(kind.claim) && kind.evaluating.map(evaluated.contains) ?? true
    }
    return ofStates + assumed.map { Assumption(claim: $0.kind.claim, statement: $0.statement) }
  }

  /// That some claims, which are true before a rule fires, have a value there, as far as none of
  /// them says so.
  private func values(of claims: [ClaimIndex]) -> [Assumption] {
    isIntact.compactMap { kind, statement in
      guard let claim = kind.evaluating, claims.contains(claim), !claims.contains(kind.claim)
      else { return nil }
      return Assumption(claim: claim, statement: statement)
    }
  }

  /// The step and the claim that a question is about.
  func names(of question: Question) -> (step: String, claim: String) {
    (steps[question.step].name, system[question.kind.claim].name)
  }

  /// The questions about some claims that are not settled by what a step leaves alone.
  func questions(about claims: [ClaimIndex]) -> [Question] {
    steps.indices.flatMap { step in
      steps[step].breaches.filter { $0.kind.claims.contains(where: claims.contains) }
        .map { Question(step: step, kind: $0.kind) }
    }
  }
}

extension ParametricEncoder {
  /// When a firing, or the state after it, breaks claims. A claim that reads nothing that a rule
  /// changes is kept by it as it was: its condition afterwards is the very same term.
  fileprivate func breaches(by firing: ParametricFiring, from before: ParametricJudgement?)
    throws(Unencodable) -> [Breach]
  {
    let during = firing.failures.claims.compactMap { claim in
      firing.failures[claim].map { Breach(kind: Breach.Kind(claim: claim), condition: $0) }
    }
    let after = try judge(firing.next, since: before)
    let changed = after.breaches.filter { $0.condition != before?[$0.kind] }
    return during
      + changed.map {
        Breach(
          kind: $0.kind,
          condition: context.all([firing.succeeds, after.isAdmitted, $0.condition]))
      }
  }
}
