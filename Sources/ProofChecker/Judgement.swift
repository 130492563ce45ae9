import Model
import Z3

/// What the claims say of one state.
struct Judgement {
  /// That every assumption holds.
  var isAdmitted: Term
  /// When evaluating an assumption breaks a claim.
  var assumptionFailures: [ClaimIndex: Term] = [:]
  /// When the condition of a claim is false.
  var isFalse: [ClaimIndex: Term] = [:]
  /// When evaluating the condition of a claim breaks another, which may be itself.
  var evaluation: [ClaimIndex: [ClaimIndex: Term]] = [:]

  /// When an admitted state breaks a claim.
  func breaks(_ claim: ClaimIndex) -> [Term] {
    [isFalse[claim]].compactMap { $0 }
      + evaluation.keys.sorted().compactMap { evaluation[$0]?[claim] }
  }

  /// When a claim has no value.
  func lacksValue(_ claim: ClaimIndex) -> [Term] {
    let failures = evaluation[claim] ?? [:]
    return failures.keys.sorted().map { failures[$0]! }
  }
}

extension SystemRelations {
  /// What every claim says of a state, for all values of its parameters.
  func judge(_ state: [Slot]) throws(Unsupported) -> Judgement {
    var judgement = Judgement(isAdmitted: context.truth(true))
    for index in system.claims(of: .assumption) {
      for (run, happens) in try runs(of: index, in: state) {
        for (claim, fails) in failures(of: run) {
          judgement.assumptionFailures.add(judgement.isAdmitted && happens(fails), to: claim)
        }
        let excludes = happens(!(run.scope && run.alive))
        judgement.isAdmitted = judgement.isAdmitted && !excludes
      }
    }
    for index in system.claims.indices.map(ClaimIndex.init)
    where system[index].kind != .assumption {
      for (run, happens) in try runs(of: index, in: state) {
        for (claim, fails) in failures(of: run) {
          judgement.evaluation[index, default: [:]].add(happens(fails), to: claim)
        }
        guard [.invariant, .assertion].contains(system[index].kind) else { continue }
        judgement.isFalse.add(happens(run.alive && !run.scope), to: index)
      }
    }
    for index in system.claims(of: .deadlock) where encoding.anySize == nil {
      judgement.isFalse.add(try isStuck(state), to: index)
    }
    return judgement
  }

  /// A run that decides a claim, and when something happens in such a run, whatever the values of
  /// its parameters are.
  private typealias Decision = (run: SymbolicRun, happens: (Term) -> Term)

  /// The runs for all choices of a claim's parameters, whose scope at the end is that the claim is
  /// true.
  private func runs(of index: ClaimIndex, in state: [Slot]) throws(Unsupported) -> [Decision] {
    let claim = system[index]
    guard let condition = claim.condition else { return [] }
    if let anySize = encoding.anySize {
      let generics = claim.parameters.map { anySize.generic($0.name) }
      let values = generics.map(Word.number)
      let isInside = try isInside(claim.parameters, values)
      let run = try run(
        [], guarded: condition, claim.frame, zip(claim.parameters, values),
        where: context.truth(true), from: state, generics: generics, deciding: index)
      return [(run, { anySize.exists(generics, $0, where: isInside) })]
    }
    var runs: [Decision] = []
    for arguments in Evaluator(system).arguments(of: claim.parameters) {
      let values = zip(claim.parameters, arguments.map(Word.constant))
      let run = try run(
        [], guarded: condition, claim.frame, values, where: context.truth(true), from: state)
      runs.append((run, { $0 }))
    }
    return runs
  }

  /// That no rule leads on, as the deadlock mode has it.
  private func isStuck(_ state: [Slot]) throws(Unsupported) -> Term {
    if system.deadlockMode == .off { return context.truth(false) }
    var ways: [Term] = []
    for rule in system.rules {
      for arguments in Evaluator(system).arguments(of: rule.parameters) {
        let run = try run(
          rule.body, guarded: rule.guardCondition, rule.frame,
          zip(rule.parameters, arguments.map(Word.constant)), where: context.truth(true),
          from: state)
        let changes =
          system.deadlockMode == .stuck
          ? context.truth(true) : !isSame(Array(run.slots.prefix(state.count)), state)
        ways.append(context.all([run.scope, run.alive, changes]))
      }
    }
    return !context.any(ways)
  }
}

extension [ClaimIndex: Term] {
  /// Adds a condition to a claim's.
  fileprivate mutating func add(_ condition: Term, to claim: ClaimIndex) {
    self[claim] = self[claim].map { $0 || condition } ?? condition
  }

  /// When one of these claims is broken.
  func any(of claims: [ClaimIndex], in context: Context) -> Term {
    context.any(claims.compactMap { self[$0] })
  }
}
