import Dispatch
import Model
import Synchronization

/// Looks for claims that are inductive together, for every size.
///
/// A claim that is not kept is dropped and the rest asked again until all that remain support each
/// other (Houdini, Flanagan and Leino, 2001). The questions of a pass are dealt to workers that
/// know nothing of each other; who has which does not depend on the machine, so neither does what
/// is found.
struct ParametricSearch {
  typealias Question = ParametricInduction.Question

  /// What the induction shows.
  struct Findings: Sendable {
    /// The claims that are inductive together.
    var kept: [ClaimIndex] = []
    /// The claims that are not kept even where all others hold.
    var unkept: Set<ClaimIndex> = []
    /// What stands in the way of each other claim.
    var obstacles: [ClaimIndex: Reason] = [:]
    /// Why claims are not inductive in the instance.
    var counterexamples: [ClaimIndex: Trace] = [:]
    /// What each question was settled with at last.
    var premises: [Question: ParametricInduction.Premises] = [:]
    /// How long each question took in the last pass, if it was asked.
    var seconds: [Question: Double] = [:]

    /// Notes what stands in the way of the claims that a question is about.
    mutating func note(_ obstacle: Reason, of question: Question) {
      for claim in question.claims { obstacles[claim] = obstacle }
    }

    /// Adds what another worker has found meanwhile.
    fileprivate mutating func merge(_ other: Findings) {
      kept.removeAll { !other.kept.contains($0) }
      obstacles.merge(other.obstacles) { first, _ in first }
      counterexamples.merge(other.counterexamples) { first, _ in first }
      premises.merge(other.premises) { _, last in last }
      seconds.merge(other.seconds) { _, last in last }
    }
  }

  /// All questions there are.
  private let questions: [Question]
  private let workers: [ParametricWorker]
  private let limits: Limits
  private let onEvent: (EngineEvent) -> Void

  /// With fewer pairs of steps and claims, another worker is not worth its encoding.
  private static let pairsPerWorker = 100
  /// The same on every machine: certificates depend on it.
  private static let mostWorkers = 2

  /// What is asked, and everything it is asked of.
  var induction: ParametricInduction { workers[0].induction }

  /// - Parameter patience: Z3's own steps for the hardest question, after which it gives up.
  init(
    _ system: TransitionSystem, about candidates: [ClaimIndex], patience: UInt32, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) throws(EngineFailure) {
    let pairs = (system.startStates.count + system.rules.count) * candidates.count
    let count = min(Self.mostWorkers, 1 + pairs / Self.pairsPerWorker)
    workers = try Self.concurrently(count, limits) { _ throws(EngineFailure) in
      try ParametricWorker(system, patience: patience, limits: limits, onEvent: onEvent)
    }
    questions = workers[0].induction.questions(about: candidates)
    self.limits = limits
    self.onEvent = onEvent
  }

  /// The largest set of the candidates whose members support each other.
  func inductive(among candidates: [ClaimIndex]) throws(EngineFailure) -> Findings {
    var findings = Findings(kept: candidates)
    var count: Int
    repeat {
      count = findings.kept.count
      // What needs nobody else's support stays settled.
      let open = questions.filter { question in
        let support = findings.premises[question]?.claims
        return question.claims.contains(where: findings.kept.contains)
          && support?.allSatisfy(findings.kept.contains) != true
      }
      try settle(open, &findings)
      if count == candidates.count {
        findings.unkept = Set(candidates).subtracting(findings.kept)
      }
    } while findings.kept.count < count
    return findings
  }

  private func settle(_ questions: [Question], _ findings: inout Findings) throws(EngineFailure) {
    let kept = findings.kept
    // What is encoded for a step is of use to all questions about it.
    let shares = workers.indices.map { number in
      questions.filter { $0.step % workers.count == number }
    }
    let found = try Self.concurrently(workers.count, limits) {
      [workers] number throws(EngineFailure) in
      try workers[number].settle(shares[number], from: kept)
    }
    findings.seconds = [:]
    found.forEach { findings.merge($0) }
    for question in questions {
      guard let seconds = findings.seconds[question] else { continue }
      let (step, claim) = induction.names(of: question)
      onEvent(.answered(step: step, claim: claim, seconds: seconds))
    }
  }

  /// The results of some independent pieces of work, in order.
  static func concurrently<Product: Sendable>(
    _ count: Int, _ limits: Limits,
    _ work: @escaping @Sendable (Int) throws(EngineFailure) -> Product
  ) throws(EngineFailure) -> [Product] {
    let results = Mutex<[Result<Product, EngineFailure>?]>(Array(repeating: nil, count: count))
    let run: @Sendable (Int) -> Void = { number in
      let result = Result { () throws(EngineFailure) in try work(number) }
      results.withLock { $0[number] = result }
    }
    if limits.workers > 1 {
      DispatchQueue.concurrentPerform(iterations: count, execute: run)
    } else {
      (0..<count).forEach(run)
    }
    var products: [Product] = []
    for case let result? in results.withLock({ $0 }) { products.append(try result.get()) }
    return products
  }
}
