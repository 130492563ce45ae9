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
  private let watch: Task<Void, Never>

  private var context: Context { induction.context }

  /// - Parameter patience: Z3's own steps for the hardest question.
  init(
    _ system: TransitionSystem, patience: UInt32, limits: Limits,
    onEvent: @escaping (EngineEvent) -> Void
  ) throws(EngineFailure) {
    let context = Context()
    watch = Support.watch(context.interruption, limits)
    do {
      induction = try ParametricInduction(system, in: context)
    } catch {
      throw .unsupported([error.feature])
    }
    let encoder = Encoder(system, in: context)
    guide = InstanceGuide(encoder, defined: induction.definedCells, limits: limits) { rule in
      onEvent(.proving("in the instance: \(rule)", depth: 1))
    }
    self.patience = patience
    self.limits = limits
    self.onEvent = onEvent
  }

  deinit { watch.cancel() }

  /// What becomes of some claims when they are asked about in this order. Those that are not kept are
  /// dropped in the end, so that what only rests on them is not taken for what is wrong.
  func settle(_ questions: [Question], from kept: [ClaimIndex]) throws(EngineFailure) -> Findings {
    var findings = Findings(kept: kept)
    var dropped: Set<ClaimIndex> = []
    for question in questions where !dropped.contains(question.claim) {
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
      findings.obstacles[question.claim] = .notKept(by: name(of: question), gaveUp: false)
      return inInstance.counterexamples.keys + [question.claim]
    case .notKept(let reason):
      findings.obstacles[question.claim] = reason
      return [question.claim]
    }
  }

  private func answer(to question: Question, _ claims: [ClaimIndex]) throws(EngineFailure) -> Answer
  {
    var gaveUp = false
    for hypothesis in Hypothesis.allCases {
      let assumed: [ClaimIndex]
      switch try self.claims(of: hypothesis, at: question, claims) {
      case .suffices(let some): assumed = some
      case .isBroken: return .brokenInInstance
      case .unknown: continue
      }
      for (detail, share) in hypothesis.attempts {
        if let limit = limits.interruption() { return .notKept(.limit(limit)) }
        switch ask(question, assumed, detail, patience / share) {
        case .no(let premises): return .kept(premises)
        case .yes: gaveUp = false
        case .unknown(.memory): return .notKept(.limit(.memory))
        case .unknown(.interrupted): return .notKept(.limit(limits.interruption() ?? .interrupted))
        case .unknown: gaveUp = true
        }
      }
    }
    return .notKept(.notKept(by: name(of: question), gaveUp: gaveUp))
  }

  private func name(of question: Question) -> String { induction.names(of: question).step }

  /// The claims that a question assumes, in the order in which they are tried.
  private enum Hypothesis: CaseIterable {
    /// The claim itself.
    case alone
    /// What suffices in the instance.
    case guided
    /// All claims.
    case together

    /// What is said of sums, one after the other, with the part of the solver's patience that each
    /// question has.
    var attempts: [(detail: Sums.Detail, share: UInt32)] {
      switch self {
      case .alone: [(.each, 100)]
      case .guided: [(.each, 50), (.related, 10), (.all, 4)]
      case .together: [(.each, 10), (.related, 4), (.all, 1)]
      }
    }
  }

  private func claims(of hypothesis: Hypothesis, at question: Question, _ claims: [ClaimIndex])
    throws(EngineFailure) -> InstanceGuide.Hint
  {
    switch hypothesis {
    case .alone: return .suffices([question.claim])
    case .together: return .suffices(claims)
    case .guided:
      guard let rule = induction.steps[question.step].rule else { return .unknown }
      return try guide.premises(of: question.claim, keptBy: rule, among: claims)
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
    let solver = Solver(in: context, limits: Solver.Limits(resources: resources))
    solver.assert(induction.breach(question))
    let names = assumptions.indices.map { context.constant("assumption \($0)", .boolean) }
    for (name, assumption) in zip(names, assumptions) {
      solver.assert(name.implies(assumption.statement))
    }
    switch solver.check(assuming: names) {
    case .satisfiable: return .yes
    case .unknown(let reason): return .unknown(reason)
    case .unsatisfiable:
      let core = Set(solver.unsatisfiableCore())
      let needed = zip(names, assumptions).filter { core.contains($0.0) }.map(\.1)
      for sufficient in [needed, assumptions] {
        if let premises = premises(sufficient, question, resources) { return .no(premises) }
      }
      return .unknown(.resources)
    }
  }

  /// Assumptions as premises, where the solver that is to check the obligation finds by itself that
  /// they suffice.
  private func premises(
    _ needed: [ParametricInduction.Assumption], _ question: Question, _ resources: UInt32
  ) -> Premises? {
    var claims: [ClaimIndex] = []
    for case let claim? in needed.map(\.claim) where !claims.contains(claim) {
      claims.append(claim)
    }
    let all = induction.assumptions(of: question, from: claims, .all).map(\.statement)
    let positions = needed.compactMap { all.firstIndex(of: $0.statement) }
    guard positions.count == needed.count else { return nil }
    let premises = Premises(claims: claims, assumptions: positions.sorted())
    let solver = Solver(in: context, limits: Solver.Limits(resources: resources))
    for statement in induction.obligation(question, premises) ?? [] { solver.assert(statement) }
    return solver.check() == .unsatisfiable ? premises : nil
  }
}
