import Model
import Z3

/// Writes the questions whose answers prove claims by k-induction, each complete in itself.
///
/// With Φ the conjunction of the claims and of lemmas, if it takes some: every start of a behaviour
/// satisfies Φ for k states (initiation); after k states in a row that satisfy Φ no rule fails, and
/// each leads to another state that does (preservation, a question for each rule); Φ implies each
/// claim; and the system has an initial state and a transition from one, so that none of this is
/// vacuous, or else it has none, which is then what is certified.
struct CertificateWriter {
  private let system: TransitionSystem
  private let claims: [ClaimIndex]
  private let grounds: Grounds
  private let k: Int
  private let vacuity: Vacuity?
  private let limits: Limits
  /// A certificate whose obligations say which conjuncts they assume.
  private let stated: Certificate?
  private let context = Context()
  private let base: Unrolling
  private let step: Unrolling
  private let preservations: [Preservation]
  /// Each lemma, in each state before the last.
  private let lemmasHold: [[Term]]
  /// Each conjunct of Φ in the first state.
  private let conjuncts: [Term]

  /// Z3's own steps for finding what a rule needs, some seconds: otherwise it takes everything.
  private static let patience: UInt32 = 8_000_000

  /// - Parameters:
  ///   - grounds: the lemmas, and the conjuncts that each rule needs; they are found out where it
  ///     does not say.
  ///   - stated: a certificate that is to be derived again: the conjuncts are those that it says.
  init(
    _ system: TransitionSystem, claims: [ClaimIndex], grounds: Grounds = Grounds(lemmas: []),
    k: Int, vacuity: Vacuity?, limits: Limits = Limits(), as stated: Certificate? = nil
  ) throws(EngineFailure) {
    self.stated = stated
    self.limits = limits
    self.system = system
    self.claims = claims
    self.grounds = grounds
    self.k = k
    self.vacuity = vacuity
    let encoder = Encoder(system, in: context)
    var base = try Unrolling(encoder, from: .startStates)
    var step = try Unrolling(encoder, from: .anyState)
    for _ in 1..<max(2, k) { try base.extend() }
    for _ in 1..<k { try step.extend() }
    self.base = base
    self.step = step
    preservations = try step.preservations()
    let first = step.moments[0]
    lemmasHold = step.moments.map { moment in
      grounds.lemmas.map { !$0.term(over: moment.state) }
    }
    conjuncts = claims.map { !first.judgement.wrong.any(of: [$0]) } + lemmasHold[0]
  }

  private var lemmas: [Cube] { grounds.lemmas }

  /// The certificate, with its obligations in the order in which a reader would check them.
  func certificate(by method: Certificate.Method) -> Certificate {
    var obligations = Self.behaviour(in: base, vacuity) + initiation
    addPreservation(to: &obligations)
    return Certificate(
      by: method, claims: claims.map { system[$0].name },
      invariant: claims.map { Conjunct.text(of: system[$0], in: system) }
        + Conjunct.texts(of: lemmas, in: system),
      lemmas: lemmas, k: k,
      constants: system.constantValues,
      vacuity: vacuity, obligations: obligations + implications)
  }

  /// The questions whether a system has a behaviour at all, of one firing.
  static func behaviour(of system: TransitionSystem) throws(EngineFailure)
    -> [Certificate.Obligation]
  {
    var base = try Unrolling(Encoder(system, in: Context()), from: .startStates)
    try base.extend()
    return behaviour(in: base, nil)
  }

  /// Whether there is a behaviour at all, of one firing.
  private static func behaviour(in base: Unrolling, _ vacuity: Vacuity?)
    -> [Certificate.Obligation]
  {
    let isReached = base.moments.prefix(2).map(\.isReached)
    return [
      Certificate.Obligation(
        "an initial state exists", vacuity == nil || vacuity == .noRuleFired ? .sat : .unsat,
        [isReached[0]]),
      Certificate.Obligation(
        "a transition from an initial state exists", vacuity == nil ? .sat : .unsat, isReached),
    ]
  }

  private var initiation: [Certificate.Obligation] {
    var obligations: [Certificate.Obligation] = []
    if let beginning = base.beginning {
      obligations.append(
        Certificate.Obligation("initiation: start states", .unsat, [broken(beginning.bodyFailures)])
      )
    }
    for (depth, moment) in base.moments.prefix(k).enumerated() {
      for group in groups {
        obligations += initiation(of: group, at: moment, after: depth)
      }
      if !lemmas.isEmpty {
        let path = base.moments[...depth].map(\.isReached)
        obligations.append(
          Certificate.Obligation(
            "initiation: lemmas after \(depth) steps", .unsat, path + [excluded(moment.state)]))
      }
    }
    return obligations
  }

  private func initiation(
    of group: [ClaimIndex], at moment: Unrolling.Moment, after depth: Int
  ) -> [Certificate.Obligation] {
    let path = base.moments[..<depth].map(\.isReached)
    let judgement = moment.judgement
    let refused = judgement.assumptionFailures.any(of: group)
    let wrong = judgement.isAdmitted && isWrong(judgement, group)
    let firings = [moment.step.guardFailures, moment.step.bodyFailures].map { $0.any(of: group) }
    let name = "after \(depth) steps\(suffix(group))"
    return [
      Certificate.Obligation(
        "initiation: states \(name)", .unsat, path + [moment.isMet, refused || wrong]),
      Certificate.Obligation(
        "initiation: firings \(name)", .unsat, path + [moment.isReached, context.any(firings)]),
    ]
  }

  /// That each rule keeps Φ: that its body breaks no claim on the way, and that Φ holds after it.
  private func addPreservation(to obligations: inout [Certificate.Obligation]) {
    for preservation in preservations {
      let step = "rule \"\(system[preservation.rule].name)\""
      for (name, broken, needed) in questions(about: preservation) {
        let premises = premises(against: broken, of: obligations.count, needed)
        obligations.append(
          Certificate.Obligation(
            "preservation: \(step)\(name)", .unsat, hypothesis(premises) + [broken], step: step,
            premises: premises))
      }
    }
  }

  /// How a rule may fail to keep Φ, and what it is known to need against that; all in one where
  /// there is much to read for each question.
  private func questions(about preservation: Preservation)
    -> [(name: String, broken: Term, needed: [Int]?)]
  {
    let known = grounds.needs?[preservation.rule]
    var questions = groups.map { group in
      (
        name: suffix(group),
        broken: preservation.broken.any(of: group)
          || preservation.undecided(among: claims).any(of: group),
        needed: known.map { numbers(of: $0.claims) }
      )
    }
    if !lemmas.isEmpty {
      let changed = changed(by: preservation)
      let excluded = context.any(changed.map(\.excluded))
      let needed = known.map { known in
        changed.reduce(into: Grounds.Premises()) {
          $0.add(known.lemmas[$1.number] ?? Grounds.Premises())
        }
      }
      questions.append((": lemmas", preservation.remains && excluded, needed.map(numbers)))
    }
    if preservation.isMalformed.truth != false {
      // No conjunct is needed: what would be no value of a type is a failure.
      questions.append((": types", preservation.isMalformed, []))
    }
    let isLong = conjuncts.count > Conjunct.readableCount && groups.count == 1
    return isLong ? [("", context.any(questions.map(\.broken)), nil)] : questions
  }

  /// The lemmas that say something else after a rule than before it, and that they are broken there.
  /// The others it keeps, and to say so of each takes a solver long where there are many.
  private func changed(by preservation: Preservation) -> [(number: Int, excluded: Term)] {
    lemmas.indices.map { ($0, lemmas[$0].term(over: preservation.next)) }
      .filter { number, excluded in !excluded != lemmasHold[0][number] }
  }

  /// The numbers of conjuncts that are not plainly true, in order.
  private func numbers(of premises: Grounds.Premises) -> [Int] {
    let known =
      claims.indices.filter { premises.claims.contains(claims[$0]) }
      + premises.lemmas.sorted().map { claims.count + $0 }
    return known.filter { conjuncts[$0].truth == nil }
  }

  /// Conjuncts that suffice for something never to happen; nil for all.
  private func premises(against broken: Term, of obligation: Int, _ known: [Int]?) -> [Int]? {
    if k > 1 { return nil }
    if let stated {
      let obligations = stated.obligations
      guard obligations.indices.contains(obligation) else { return nil }
      return obligations[obligation].premises?.filter(conjuncts.indices.contains)
    }
    if broken.truth == false { return [] }
    if let known { return known }
    if conjuncts.count > Conjunct.readableCount { return nil }
    let question = Question(in: context, limits: limits, patience: Self.patience)
    question.assert(step.moments[0].isReached)
    question.assert(broken)
    guard case .no = question.ask(conjuncts) else { return nil }
    let core = Set(question.core(of: conjuncts))
    return conjuncts.indices.filter { conjuncts[$0].truth == nil && core.contains(conjuncts[$0]) }
  }

  /// k states in a row that satisfy Φ, or one that satisfies some of its conjuncts.
  private func hypothesis(_ premises: [Int]?) -> [Term] {
    if let premises, k == 1 { return [step.moments[0].isReached] + premises.map { conjuncts[$0] } }
    return step.hypothesis(claims) + lemmasHold.joined()
  }

  /// That a state is one that some lemma excludes.
  private func excluded(_ state: [Cell]) -> Term {
    context.any(lemmas.map { $0.term(over: state) })
  }

  private var groups: [[ClaimIndex]] { Grouping.groups(of: claims, in: system) }

  /// The name of a claim that is asked about by itself.
  private func suffix(_ group: [ClaimIndex]) -> String {
    groups.count == 1 ? "" : group.map { ": \(system[$0].name)" }.joined()
  }

  private var implications: [Certificate.Obligation] {
    let moment = step.moments[0]
    let isWrong = moment.judgement.isWrong(among: claims)
    return groups.map { group in
      Certificate.Obligation(
        "implication\(suffix(group))", .unsat,
        [moment.isReached, !isWrong, self.isWrong(moment.judgement, group)])
    }
  }

  /// That a state breaks one of a group of claims, or leaves it without a value.
  private func isWrong(_ judgement: Judgement, _ group: [ClaimIndex]) -> Term {
    judgement.wrong.any(of: group) || judgement.undecided(among: claims).any(of: group)
  }

  /// That some claim of the certificate is broken.
  private func broken(_ conditions: Conditions) -> Term { conditions.any(of: claims) }
}

extension Certificate.Obligation {
  /// More definitions than this nobody reads.
  private static let definitionLimit = 500

  /// The question whether assertions can hold together.
  fileprivate init(
    _ name: String, _ expected: Answer, _ assertions: [Term], step: String? = nil,
    premises: [Int]? = nil
  ) {
    // What is plainly false says so without the rest.
    let plain = assertions.filter { $0.truth == false }
    self.init(
      name: name, expected: expected,
      text: SMTLIB.text(
        plain.isEmpty ? assertions : plain, in: assertions[0].context,
        definitionLimit: Self.definitionLimit),
      step: step, premises: premises)
  }
}
