import Model
import Z3

/// Looks for claims that are inductive together, for every size.
///
/// A claim that is not kept is dropped and the rest asked again until all that remain support each
/// other (Houdini, Flanagan and Leino, 2001). Most claims are kept by themselves, and then few facts
/// suffice, so little is tried first; what an answer rests on is the solver's core of it.
struct ParametricSearch {
  typealias Question = ParametricInduction.Question
  typealias Premises = ParametricInduction.Premises

  /// What the induction shows.
  struct Findings {
    /// The claims that are inductive together.
    var kept: [ClaimIndex] = []
    /// What stands in the way of each other claim.
    var obstacles: [ClaimIndex: Reason] = [:]
    /// Why claims are not inductive in the instance.
    var counterexamples: [ClaimIndex: Trace] = [:]
    /// What each question was settled with at last.
    var premises: [Question: Premises] = [:]
  }

  private enum Answer {
    case kept(Premises)
    /// In the instance at hand either.
    case brokenInInstance
    case notKept(Reason)
  }

  let induction: ParametricInduction
  let guide: InstanceGuide
  /// Z3's own steps for the hardest question, after which it gives up.
  let patience: UInt32
  let limits: Limits

  private var context: Context { induction.context }

  /// The largest set of the candidates whose members support each other.
  func inductive(
    among candidates: [ClaimIndex], onQuestion: (Question) -> Void
  ) throws(EngineFailure) -> Findings {
    var findings = Findings(kept: candidates)
    var count: Int
    repeat {
      count = findings.kept.count
      for question in induction.questions(about: candidates)
      where findings.kept.contains(question.claim) {
        // What needs nobody else's support stays settled.
        let settled = findings.premises[question]?.claims
        if settled?.allSatisfy(findings.kept.contains) == true { continue }
        onQuestion(question)
        try settle(question, &findings)
      }
    } while findings.kept.count < count
    return findings
  }

  private func settle(_ question: Question, _ findings: inout Findings) throws(EngineFailure) {
    switch try answer(to: question, findings.kept) {
    case .kept(let premises): findings.premises[question] = premises
    case .brokenInInstance:
      let inInstance = try guide.inductive(among: findings.kept)
      findings.counterexamples.merge(inInstance.counterexamples) { first, _ in first }
      findings.kept.removeAll { inInstance.counterexamples[$0] != nil || $0 == question.claim }
      findings.obstacles[question.claim] = .notKept(by: name(of: question), gaveUp: false)
    case .notKept(let reason):
      findings.kept.removeAll { $0 == question.claim }
      findings.obstacles[question.claim] = reason
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

  private func name(of question: Question) -> String { induction.steps[question.step].name }

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
extension ParametricSearch {
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
