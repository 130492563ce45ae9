package import Model
import Z3

/// The questions whose answers show that claims are inductive whatever positive numbers the symbolic
/// constants are, posed from the transition system alone, as ``InductionCheck`` does for one
/// instance.
///
/// Each step and each claim is a question of its own. What is said of sums and loops is true of all of
/// them, but not all that is true of them is said: that a question can be answered with no shows the
/// claim to be kept, that it cannot shows nothing.
package struct AnySizeInduction {
  /// Whether a step breaks a claim.
  package struct Question {
    /// The start state or rule, as `rule "kill"`.
    package let step: String
    package let claim: ClaimIndex
    /// The claim whose condition must be evaluated without breaking the other, after the step; nil
    /// where the claim itself must be true, or nothing break it on the way.
    package let evaluating: ClaimIndex?
    /// Whether nothing is before the step.
    package let isAtStart: Bool
    fileprivate let breach: Term
    fileprivate let touched: [Member]
  }

  package let questions: [Question]
  let relations: SystemRelations
  private let anySize: AnySize
  private let typings: [Term]
  private let judgement: Judgement

  var context: Context { relations.context }
  private var system: TransitionSystem { relations.system }

  /// Throws when the encoding cannot say what the system does.
  package init(of claims: [ClaimIndex], in system: TransitionSystem) throws(Unsupported) {
    for claim in claims where ![.invariant, .assertion, .runtime].contains(system[claim].kind) {
      let (kind, name) = (system[claim].kind.rawValue, system[claim].name)
      throw Unsupported(description: "what the \(kind) claim \"\(name)\" is about")
    }
    let context = Context()
    anySize = AnySize(system.symbolicConstants, in: context)
    relations = SystemRelations(
      of: system, in: Encoding(in: context, anySize: anySize), askingAbout: Set(claims))
    let state = relations.state(at: 0)
    typings = relations.typings(of: state)
    judgement = try relations.judge(state)
    var questions: [Question] = []
    for start in try relations.starts() {
      questions += Self.questions(about: start, claims, after: try relations.judge(start.next))
    }
    for rule in try relations.rules(from: state, at: 0) {
      questions += Self.questions(
        about: rule, claims, before: judgement, after: try relations.judge(rule.next))
    }
    self.questions = questions
  }

  // MARK: Questions

  /// The ways in which a step may break claims.
  private static func questions(
    about step: Step, _ claims: [ClaimIndex], before: Judgement? = nil, after: Judgement
  ) -> [Question] {
    let context = step.succeeds.context
    var questions: [Question] = []
    func ask(_ claim: ClaimIndex, _ evaluating: ClaimIndex?, _ ways: [Term]) {
      let breach = context.any(ways)
      if breach.truth == false { return }
      questions.append(
        Question(
          step: step.name, claim: claim, evaluating: evaluating, isAtStart: before == nil,
          breach: breach, touched: step.touched))
    }
    let arrives = step.succeeds && after.isAdmitted
    for claim in claims {
      let during = [step.failures[claim]].compactMap { $0 }
      let between = after.assumptionFailures[claim].map { [step.succeeds && $0] } ?? []
      // What is assumed of the state before is not wrong when it is the same after.
      let isSame = before.map { $0.isFalse[claim] == after.isFalse[claim] } ?? false
      let later = isSame ? [] : after.isFalse[claim].map { [arrives && $0] } ?? []
      ask(claim, nil, during + between + later)
    }
    for evaluated in after.evaluation.keys.sorted() {
      for (broken, fails) in after.evaluation[evaluated]!.sorted(by: { $0.key < $1.key }) {
        // Who else breaks on the way does not matter, unless the claim then has no value.
        guard let claim = [broken, evaluated].first(where: claims.contains) else { continue }
        ask(claim, evaluated, [arrives && fails])
      }
    }
    return questions
  }

  // MARK: Obligations

  /// A question, of which the answer must be no.
  ///
  /// - Parameter premises: claims that are assumed to hold before the step, unless it is the start.
  package func obligation(
    for question: Question, assuming premises: [ClaimIndex], _ detail: SumFacts.Detail
  ) -> Certificate.Obligation {
    Certificate.Obligation(
      name: name(of: question), expected: .unsat, logic: .all,
      text: SMTLIB.text(
        assertions(of: question, assuming: premises, detail), in: context,
        sharesWithinQuantifiers: true))
  }

  /// What would all be true if the answer were yes.
  func assertions(
    of question: Question, assuming premises: [ClaimIndex], _ detail: SumFacts.Detail
  ) -> [Term] {
    let evaluated = [question.claim, question.evaluating].compactMap { $0 }
    let assertions =
      [question.breach]
      + (question.isAtStart ? [] : assumptions(premises, evaluating: evaluated))
    let facts = anySize.facts(neededBy: assertions, differingAt: question.touched, detail)
    let names = (assertions + facts).reduce(into: Set<String>()) { $0.formUnion($1.functions) }
    // What a variable holds is of its type, as far as anything is said of it.
    let typings = typings.filter { !$0.functions.isDisjoint(with: names) }
    return anySize.sizesAreAdmitted + typings + facts + assertions
  }

  /// What a question is called: the step and the claim, as `rule "kill": P1`.
  package func name(of question: Question) -> String {
    let evaluating = question.evaluating.map { ", evaluating \(system[$0].name)" } ?? ""
    return "\(question.step): \(system[question.claim].name)\(evaluating)"
  }

  /// What is assumed before a step: that claims hold, and that they and some others have values.
  private func assumptions(_ premises: [ClaimIndex], evaluating others: [ClaimIndex]) -> [Term] {
    if premises.isEmpty { return [] }
    var terms = [judgement.isAdmitted] + premises.compactMap { judgement.isFalse[$0].map { !$0 } }
    for evaluated in judgement.evaluation.keys.sorted() {
      let isWhole = premises.contains(evaluated)
      guard isWhole || others.contains(evaluated) else { continue }
      for (broken, fails) in judgement.evaluation[evaluated]!.sorted(by: { $0.key < $1.key })
      where isWhole || premises.contains(broken) {
        terms.append(!fails)
      }
    }
    return terms.filter { $0.truth != true }
  }
}
