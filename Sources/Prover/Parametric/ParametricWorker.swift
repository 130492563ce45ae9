import Model
import Z3

/// Settles questions of an induction for any size, in a context of its own.
///
/// Most claims are kept by themselves, and then few facts suffice, so little is tried first; what an
/// answer rests on is the solver's core of it.
///
/// Sendable, as long as only one thread at a time uses it.
final class ParametricWorker: @unchecked Sendable {
  typealias Question = ParametricInduction.Question
  typealias Premises = ParametricInduction.Premises
  typealias Findings = ParametricSearch.Findings

  private enum Answer {
    case kept(Premises)
    /// In the instance at hand either.
    case brokenInInstance
    case notKept(Reason)
  }

  let induction: ParametricInduction
  private let guide: InstanceGuide
  /// Z3's own steps for the hardest question, after which it gives up.
  private let patience: UInt32
  private let limits: Limits
  private let onEvent: (EngineEvent) -> Void
  private let watch: Watch
  /// Asked one question after the other, each in a scope of its own, as whoever checks the
  /// certificate is.
  private var solver: Solver
  /// What assumptions are called in questions.
  private var names: [Term] = []

  private var context: Context { induction.context }

  /// - Parameter patience: Z3's own steps for the hardest question.
  init(
    _ system: TransitionSystem, patience: UInt32, limits: Limits,
    onEvent: @escaping (EngineEvent) -> Void
  ) throws(EngineFailure) {
    let context = Context()
    watch = Watch(over: context.interruption, limits)
    do {
      induction = try ParametricInduction(system, in: context)
    } catch {
      throw .unsupported([error.feature])
    }
    solver = Solver(in: context)
    let encoder = Encoder(system, in: context)
    guide = InstanceGuide(encoder, defined: induction.definedCells, limits: limits) { rule in
      onEvent(.proving("in the instance: \(rule)", depth: 1))
    }
    self.patience = patience
    self.limits = limits
    self.onEvent = onEvent
  }

  /// What becomes of some claims when they are asked about in this order. Those that are not kept are
  /// dropped in the end, so that what only rests on them is not taken for what is wrong.
  func settle(_ questions: [Question], from kept: [ClaimIndex]) throws(EngineFailure) -> Findings {
    var findings = Findings(kept: kept)
    var dropped: Set<ClaimIndex> = []
    for question in questions
    where question.claims.contains(where: { kept.contains($0) && !dropped.contains($0) }) {
      let (step, claim) = induction.names(of: question)
      onEvent(.asking(step: step, claim: claim))
      let start = ContinuousClock.now
      dropped.formUnion(try settle(question, &findings))
      findings.seconds[question] = (ContinuousClock.now - start) / .seconds(1)
    }
    findings.kept.removeAll(where: dropped.contains)
    return findings
  }

  /// The claims that are not kept as the answer to a question shows.
  private func settle(_ question: Question, _ findings: inout Findings) throws(EngineFailure)
    -> [ClaimIndex]
  {
    switch try answer(to: question, findings.kept) {
    case .kept(let premises):
      findings.premises[question] = premises
      return []
    case .brokenInInstance:
      let inInstance = try guide.inductive(among: findings.kept)
      findings.counterexamples.merge(inInstance.counterexamples) { first, _ in first }
      findings.note(.notKept(by: name(of: question), gaveUp: false), of: question)
      return inInstance.counterexamples.keys + question.claims
    case .notKept(let reason):
      findings.note(reason, of: question)
      return question.claims
    }
  }

  private func answer(to question: Question, _ claims: [ClaimIndex]) throws(EngineFailure) -> Answer
  {
    var gaveUp = false
    var hints: [Hypothesis: InstanceRules.Reply] = [:]
    for (number, attempt) in Self.attempts.enumerated() {
      let known = hints[attempt.hypothesis]
      let hint = if let known { known } else { try hint(attempt.hypothesis, question, claims) }
      hints[attempt.hypothesis] = hint
      let assumed: [ClaimIndex]
      switch hint {
      case .suffices(let some): assumed = some
      case .isBroken: return .brokenInInstance
      case .unknown: continue
      }
      if let limit = limits.interruption() { return .notKept(.limit(limit)) }
      if number >= Self.quickAttempts { solver = Solver(in: context) }
      switch ask(question, assumed, attempt.detail, patience / attempt.share) {
      case .no(let premises): return .kept(premises)
      case .yes: gaveUp = false
      case .unknown(.memory): return .notKept(.limit(.memory))
      case .unknown(.interrupted): return .notKept(.limit(limits.interruption() ?? .interrupted))
      case .unknown: gaveUp = true
      }
    }
    return .notKept(.notKept(by: name(of: question), gaveUp: gaveUp))
  }

  private func name(of question: Question) -> String { induction.names(of: question).step }

  /// The claims that a question assumes.
  private enum Hypothesis {
    /// The claim itself.
    case alone
    /// As little as suffices in the instance. That may be a coincidence of its size.
    case fewest
    /// What the solver needs in the instance.
    case guided
    /// All claims.
    case together
  }

  /// What is tried, one after the other: the claims, what is said of sums, and which part of the
  /// solver's patience the attempt has. The more there is to assume, the longer it takes to see that
  /// it is not enough.
  private static let attempts: [(hypothesis: Hypothesis, detail: Sums.Detail, share: UInt32)] = [
    (.alone, .each, 100), (.fewest, .each, 50), (.fewest, .related, 50), (.fewest, .pairs, 50),
    (.together, .each, 10), (.guided, .each, 50), (.guided, .pairs, 50), (.guided, .related, 10),
    (.together, .related, 4), (.guided, .all, 4), (.together, .all, 1),
  ]

  /// So many attempts are made with a solver that has been asked about other things before. What
  /// takes more is asked of a fresh one.
  private static let quickAttempts = 2

  private func hint(_ hypothesis: Hypothesis, _ question: Question, _ claims: [ClaimIndex])
    throws(EngineFailure) -> InstanceRules.Reply
  {
    switch hypothesis {
    case .alone: return .suffices(question.claims.filter(claims.contains))
    case .together: return .suffices(claims)
    case .fewest, .guided:
      guard let rule = induction.steps[question.step].rule else { return .unknown }
      return try guide.premises(
        against: question.kind, by: rule, among: claims, fewest: hypothesis == .fewest)
    }
  }
}

// Questions and their cores.
extension ParametricWorker {
  private enum Reply {
    case yes
    case no(Premises)
    case unknown(Solver.Reason)
  }

  /// Whether a step can break a claim where others hold.
  private func ask(
    _ question: Question, _ claims: [ClaimIndex], _ detail: Sums.Detail, _ resources: UInt32
  ) -> Reply {
    let assumptions = induction.assumptions(of: question, from: claims, detail)
    solver.limit(Solver.Limits(resources: resources))
    switch needed(of: assumptions, question) {
    case .failure(.isBroken): return .yes
    case .failure(.unknown(let reason)): return .unknown(reason)
    case .success(let needed):
      for sufficient in [needed, assumptions] {
        if let premises = premises(sufficient, question) { return .no(premises) }
      }
      return .unknown(.resources)
    }
  }

  /// Why assumptions are not known to suffice.
  private enum Insufficiency: Error {
    case isBroken
    case unknown(Solver.Reason)
  }

  /// Those of some assumptions that the solver needs.
  private func needed(of assumptions: [ParametricInduction.Assumption], _ question: Question)
    -> Result<[ParametricInduction.Assumption], Insufficiency>
  {
    for number in names.count..<max(names.count, assumptions.count) {
      names.append(context.constant("assumption \(number)", .boolean))
    }
    return solver.scope {
      solver.assert(induction.breach(question))
      for (name, assumption) in zip(names, assumptions) {
        solver.assert(name.implies(assumption.statement))
      }
      switch solver.check(assuming: Array(names.prefix(assumptions.count))) {
      case .satisfiable: return .failure(.isBroken)
      case .unknown(let reason): return .failure(.unknown(reason))
      case .unsatisfiable:
        let core = Set(solver.unsatisfiableCore())
        return .success(zip(names, assumptions).filter { core.contains($0.0) }.map(\.1))
      }
    }
  }

  /// Assumptions as premises, where the solver that is to check the obligation finds by itself that
  /// they suffice.
  private func premises(
    _ needed: [ParametricInduction.Assumption], _ question: Question
  ) -> Premises? {
    var claims: [ClaimIndex] = []
    for case let claim? in needed.map(\.claim) where !claims.contains(claim) {
      claims.append(claim)
    }
    let all = induction.assumptions(of: question, from: claims, .all).map(\.statement)
    // What is known of sums that no premise speaks of is of no use.
    let positions = needed.compactMap { all.firstIndex(of: $0.statement) }
    let premises = Premises(claims: claims, assumptions: positions.sorted())
    let answer = solver.scope {
      for statement in induction.obligation(question, premises) ?? [] { solver.assert(statement) }
      return solver.check()
    }
    return answer == .unsatisfiable ? premises : nil
  }
}
