internal import Explorer
import Model
internal import Prover
import SourceText
import Toolchain

/// The course of one run: what was asked so far, and what is known.
struct Course {
  /// States to visit at most when the search only helps to judge what other engines say.
  private static let lookUpLimit = 2_000_000

  let specification: Specification
  let claims: [ClaimIndex]
  let limits: Limits
  let symmetry: Bool
  let native: NativeCompilation?
  let storage: StateStorage
  let onEvent: @Sendable (EngineEvent) -> Void

  private var ledger: Ledger
  private var exploration: Exploration?
  /// Explored for a while, to be asked which states are reachable.
  private var lookUp: Exploration?
  private var seconds: Double?
  private var notices: [String] = []
  /// What shows of violations that they exist at every size from some on.
  private var races: [ClaimIndex: Certificate] = [:]
  /// The specification with the lemmas that proofs rest on.
  private var extended: Specification?

  private var system: TransitionSystem { specification.system }

  init(
    specification: Specification, claims: [ClaimIndex], limits: Limits, symmetry: Bool,
    native: NativeCompilation?, storage: StateStorage,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) {
    self.specification = specification
    self.claims = claims
    self.limits = limits
    self.symmetry = symmetry
    self.native = native
    self.storage = storage
    self.onEvent = onEvent
    self.ledger = Ledger(system: specification.system)
  }

  // MARK: Engines

  /// Visits states breadth first, for all claims at once.
  mutating func explore() async throws(EngineFailure) {
    let engine = ExplicitEngine(
      options: ExplorationOptions(symmetry: symmetry, native: native, storage: storage))
    let obstacles = symmetry ? engine.obstaclesToSymmetry(of: system) : []
    guard obstacles.isEmpty else { throw .option("--symmetry on", obstacles) }
    let missing = engine.unsupported(in: system, claims: claims)
    guard missing.isEmpty else {
      let verdict = Verdict.unknown(.unsupported(missing))
      let verdicts = Dictionary(uniqueKeysWithValues: claims.map { ($0, verdict) })
      return try ledger.enter(verdicts, from: .explicit)
    }
    let start = ContinuousClock.now
    let exploration = await engine.explore(system, limits: limits, onEvent: onEvent)
    seconds = (ContinuousClock.now - start) / .seconds(1)
    self.exploration = exploration
    noteMetCovers(in: exploration.stateSpace)
    try enter(engine.result(of: exploration, claims: claims), from: .explicit)
  }

  /// A cover that is met needs no more states, but no verdict says so of an incomplete search.
  private mutating func noteMetCovers(in space: StateSpace) {
    guard !space.isComplete else { return }
    for claim in claims where space.covers[claim, default: 0] > 0 {
      notices.append("cover \"\(system[claim].name)\" is met among the states that were visited")
    }
  }

  /// Asks symbolic engines: those of a lane one after the other, and the lanes side by side.
  mutating func prove(with lanes: [[EngineName]]) async throws(EngineFailure) {
    try await ask(lanes, about: claims, limits)
  }

  /// Looks for shorter violations where a found one need not be shortest.
  mutating func shortenViolations() async throws(EngineFailure) {
    let long = claims.filter { ledger[$0]?.verdict.isViolation == true && !isShortest($0) }
    let byDepth = Dictionary(grouping: long, by: depth(of:))
    for (depth, claims) in byDepth.sorted(by: { $0.key < $1.key }) {
      var limits = limits
      limits.maxDepth = min(depth - 1, limits.maxDepth ?? BoundedModelChecking.usualDepth)
      try await ask([[.bmc]], about: claims, limits)
    }
  }

  /// Whether the violation that is reported is known to be shortest.
  private func isShortest(_ claim: ClaimIndex) -> Bool {
    let depth = depth(of: claim)
    return ledger[claim]?.isShortest == true || depth == 0
      || ledger.answers(to: claim).contains {
        $0.verdict.boundWithoutViolation ?? -1 >= depth - 1
      }
  }

  /// Lets the prover check the explorer: what holds is tried by induction, also with lemmas where
  /// the explorer has not come to an end, and what is violated must be violated at the same depth for
  /// the solver.
  mutating func crossCheck(budget: Double) async throws(EngineFailure) {
    let limits = limits.within(seconds: budget)
    let violated = claims.filter { ledger[$0]?.verdict.isViolation == true }
    let open = claims.filter { !violated.contains($0) }
    let isComplete = exploration?.stateSpace.isComplete == true
    try await ask(isComplete ? [[.kInduction]] : [[.ic3], [.kInduction]], about: open, limits)
    let byDepth = Dictionary(grouping: violated, by: depth(of:))
    for (depth, claims) in byDepth.sorted(by: { $0.key < $1.key }) {
      var limits = limits
      limits.maxDepth = depth
      try await ask([[.bmc]], about: claims, limits)
      try requireShortest(depth, claims)
    }
  }

  /// Of a finished search no engine may know a shorter violation. One that a limit ended can miss
  /// it by a step.
  private func requireShortest(_ depth: Int, _ claims: [ClaimIndex]) throws(EngineFailure) {
    guard exploration?.stateSpace.isComplete == true else { return }
    for claim in claims {
      for entry in ledger.answers(to: claim) {
        guard case .violated(let trace) = entry.verdict, trace.depth != depth else { continue }
        throw .disagreement(
          "claim \"\(system[claim].name)\": explicit finds a violation after \(depth) steps, "
            + "\(entry.engine.rawValue) one after \(trace.depth)")
      }
    }
  }

  private func depth(of claim: ClaimIndex) -> Int {
    if case .violated(let trace) = ledger[claim]?.verdict { trace.depth } else { 0 }
  }

  /// Asks engines about claims. Those whose proofs are about an instance are not asked for every
  /// value of symbolic constants.
  private mutating func ask(_ lanes: [[EngineName]], about claims: [ClaimIndex], _ limits: Limits)
    async throws(EngineFailure)
  {
    let able = lanes.map { $0.filter { $0.canProve(system) } }.filter { !$0.isEmpty }
    guard !able.isEmpty, !claims.isEmpty else { return }
    let portfolio = Portfolio(able, for: system, limits: limits, onEvent: onEvent)
    for (engine, result) in try await portfolio.answers(about: claims) {
      try enter(result, from: engine)
    }
  }

  private mutating func enter(_ result: EngineResult, from engine: EngineName)
    throws(EngineFailure)
  {
    try ledger.enter(result.verdicts, shortest: result.shortest, from: engine)
  }

  /// Refuses to learn lemmas where there is no proof for any size that they could help.
  func checkLearning(with engine: EngineName?) throws(EngineFailure) {
    if system.symbolicConstants.isEmpty {
      throw .option("--learn", [Feature("lemmas for one size: name constants with --for-all")])
    }
    if let engine, !engine.provesForAll {
      throw .option("--learn", [Feature("lemmas for --engine \(engine.rawValue): leave it out")])
    }
  }

  /// Learns lemmas with which claims about every value of symbolic constants can be proved, as far
  /// as they are not.
  mutating func learn() async throws(EngineFailure) {
    let known = claims.filter { ledger[$0]?.verdict.isSettled == true }
    guard known.count < claims.count else { return }
    let found: Learner.Findings?
    do {
      found = try await Learner(specification, limits: limits, onEvent: onEvent).learn()
    } catch .unsupported {
      return
    }
    guard let found else { return }
    let proofs = found.proofs.filter { claims.contains($0.key) }
    // One proof of everything, instead of several with more and fewer lemmas.
    guard proofs.count > known.count, known.allSatisfy({ proofs[$0] != nil }) else { return }
    try ledger.replace(proofs, from: .parametric)
    extended = found.specification
    notices.append(
      "lemmas that were learned, for \(proofs.count) of \(claims.count) claims:"
        + "\n\n\(found.lemmas)")
  }

  // MARK: Counterexamples to induction

  /// Explores for a while, so that it can be said whether a failed induction starts in a state
  /// that can really be reached.
  mutating func exploreForLookUp() async {
    guard claims.contains(where: { inductionFailure(of: $0) != nil }) else { return }
    _ = await exploredForLookUp()
  }

  private mutating func exploredForLookUp() async -> Exploration {
    if let known = exploration ?? lookUp { return known }
    var limits = limits
    limits.maxStates = min(limits.maxStates ?? .max, Self.lookUpLimit)
    let found = await ExplicitEngine().explore(system, limits: limits, onEvent: onEvent)
    lookUp = found
    return found
  }

  /// Looks for violations in the instance at hand, for claims about every value of symbolic
  /// constants that are not proved: what is violated here is false.
  mutating func refuteInInstance() async throws(EngineFailure) {
    let open = claims.filter { ledger[$0]?.verdict.isSettled != true }
    guard !system.symbolicConstants.isEmpty, !open.isEmpty else { return }
    let found = await exploredForLookUp()
    let result = ExplicitEngine().result(of: found, claims: open)
    try ledger.enter(
      result.verdicts.filter { $0.value.isViolation }, shortest: result.shortest, from: .explicit)
    await lookAtOtherSizes()
  }

  /// Tells of claims that are neither proved nor violated in the instance at hand that they are
  /// violated in another small one.
  private mutating func lookAtOtherSizes() async {
    let open = claims.filter { ledger[$0]?.verdict.isSettled != true }.map { system[$0].name }
    guard !open.isEmpty else { return }
    let found = await InstanceAudit(specification, limits: limits, onEvent: onEvent)
      .violations(of: Set(open))
    for claim in open {
      guard let sizes = found[claim] else { continue }
      let options = sizes.map { "-c \($0.name)=\($0.value)" }.joined(separator: " ")
      notices.append(
        "claim \"\(claim)\" is false for \(InstanceAudit.text(of: sizes)): "
          + "pinproof explore \(specification.path) \(options)")
    }
  }

  /// Shows of what is violated in the instance at hand that it is so at every size from some on.
  mutating func liftRaces() {
    guard !system.symbolicConstants.isEmpty else { return }
    for claim in claims {
      guard case .violated(let trace) = ledger[claim]?.verdict else { continue }
      let name = system[claim].name
      onEvent(.proving("every size: the race against \(name)", depth: trace.depth))
      switch RaceLifting.lift(trace, breaking: claim, of: system, limits: limits) {
      case .everySize(let certificate): races[claim] = certificate
      case .notShown(let obstacle):
        notices.append("claim \"\(name)\": shown for the sizes above only: \(obstacle)")
      }
    }
  }

  private func inductionFailure(of claim: ClaimIndex) -> Trace? {
    for entry in ledger.answers(to: claim) {
      if case .unknown(.notInductive(_, let trace)) = entry.verdict { return trace }
    }
    return nil
  }

  /// Whether the first state of a trace is reachable; nil when that is not known.
  private func isReachable(_ trace: Trace) -> Bool? {
    guard let exploration = exploration ?? lookUp, let state = trace.steps.first?.state else {
      return nil
    }
    return exploration.isReachable(state)
  }

  // MARK: Audit

  /// Replays every violation and re-checks every proof; a proof that cannot be re-checked is none.
  mutating func audit() async throws(EngineFailure) {
    let traces = TraceAudit(system)
    for claim in claims {
      guard case .violated(let trace) = ledger[claim]?.verdict else { continue }
      switch traces.check(trace) {
      case .confirmed: break
      case .confirmedUpTo(let reason):
        notices.append(
          "claim \"\(system[claim].name)\": the end of its trace is not replayed: \(reason)")
      case .refuted(let step, let reason):
        throw .disagreement(
          "the trace of claim \"\(system[claim].name)\" does not replay at step \(step): \(reason)")
      }
    }
    for certificate in certificates { try audit(certificate) }
    try await auditInSmallInstances()
    for (claim, certificate) in races.sorted(by: { $0.key < $1.key }) {
      guard let refusal = try refusal(of: certificate) else { continue }
      notices.append(
        "claim \"\(system[claim].name)\": shown for the sizes above only: \(refusal)")
      races[claim] = nil
    }
  }

  private mutating func audit(_ certificate: Certificate) throws(EngineFailure) {
    guard let refusal = try refusal(of: certificate) else { return }
    notices.append("a proof is not counted, because it could not be re-checked: \(refusal)")
    let reason = limits.interruption().map(Reason.limit)
    ledger.withdraw(certificate, because: reason ?? .solver(refusal))
  }

  /// Explores small instances of what is proved for any size.
  private func auditInSmallInstances() async throws(EngineFailure) {
    let proved = certificates.filter { !$0.forAll.isEmpty }.flatMap(\.claims)
    guard !proved.isEmpty else { return }
    onEvent(.proving("looking for violations in small instances", depth: 1))
    try await InstanceAudit(extended ?? specification, limits: limits, onEvent: onEvent)
      .check(Set(proved))
  }

  /// Why a certificate could not be re-checked, in words; nil when it stands.
  private func refusal(of certificate: Certificate) throws(EngineFailure) -> String? {
    onEvent(.proving("re-checking the certificate", depth: certificate.k))
    let audit = CertificateAudit(
      processes: limits.workers, interruption: limits.interruption)
    let audited = (extended ?? specification).system
    guard let refusal = try audit.refusal(of: certificate, for: audited) else { return nil }
    guard refusal.isUndecided else {
      throw .disagreement("\(audit.judge) refuses a certificate: \(refusal)")
    }
    return "\(audit.judge): \(refusal)"
  }

  /// The certificates of all proofs, each once, in the order of the claims.
  private var certificates: [Certificate] {
    var found: [Certificate] = []
    for claim in claims {
      guard let certificate = ledger[claim]?.verdict.certificate else { continue }
      if !found.contains(certificate) { found.append(certificate) }
    }
    return found
  }

  // MARK: Record

  /// What is known, as a record and its evidence.
  func findings(policy: ExitPolicy) -> Findings {
    var record = SpecRecord(spec: specification.path, system: system)
    record.claims = claims.map(record(of:))
    if let space = exploration?.stateSpace {
      record.exploration = ExplorationRecord(space, seconds: seconds)
      record.rules = RuleRecord.records(of: space, in: system)
    }
    record.counterexamples = claims.compactMap(counterexample(for:))
    record.notices = notices
    record.exit = ExitCode(of: record.claims, policy: policy)
    let shown = certificates.filter { $0.vacuity == nil } + claims.compactMap { races[$0] }
    return Findings(
      record: record, traces: traces, certificates: shown, lemmas: extended?.lemmas)
  }

  private func record(of claim: ClaimIndex) -> ClaimRecord {
    let entry = ledger[claim]
    var record = ClaimRecord(
      claim, of: system, verdict: entry?.verdict ?? .unknown(unanswered),
      engine: entry?.engine.rawValue, expected: specification.expectations[system[claim].name])
    if let race = races[claim]?.race { record.scope = .from(race.from) }
    return record
  }

  /// Why no engine was asked about a claim.
  private var unanswered: Reason {
    let names = system.symbolicConstants
    return names.isEmpty
      ? .stoppedAtViolation
      : .unsupported([Feature("proofs for all \(names.joined(separator: ", "))")])
  }

  private var traces: [(claim: String, trace: Trace)] {
    claims.compactMap { claim in
      guard case .violated(let trace) = ledger[claim]?.verdict else { return nil }
      return (system[claim].name, trace)
    }
  }

  private func counterexample(for claim: ClaimIndex) -> Counterexample? {
    if case .violated(let trace) = ledger[claim]?.verdict {
      var counterexample = specification.explain(
        trace, role: .violation, engine: ledger[claim]?.engine,
        isShortest: isShortest(claim))
      counterexample.leastSizes = races[claim]?.race?.from
      return counterexample
    }
    guard ledger[claim]?.verdict.isSettled != true, let trace = inductionFailure(of: claim) else {
      return nil
    }
    return specification.explain(
      trace, role: .induction, engine: .kInduction, firstStateIsReachable: isReachable(trace))
  }
}
