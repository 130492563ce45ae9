internal import Explorer
import Model
internal import Prover
import SourceText
import Toolchain

/// The course of one run: what was asked so far, and what is known.
struct Course {
  /// States to visit at most when the search only helps to judge what other engines say.
  static let lookUpLimit = 2_000_000

  let specification: Specification
  let claims: [ClaimIndex]
  let limits: Limits
  let symmetry: Bool
  let native: NativeCompilation?
  let storage: StateStorage
  let onEvent: @Sendable (EngineEvent) -> Void

  var ledger: Ledger
  var exploration: Exploration?
  /// Explored for a while, to be asked which states are reachable.
  var lookUp: Exploration?
  var seconds: Double?
  var notices: [String] = []
  /// What shows of violations that they exist at every size from some on.
  var races: [ClaimIndex: Certificate] = [:]
  /// The specification with the lemmas that proofs rest on.
  var extended: Specification?

  var system: TransitionSystem { specification.system }

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
    try enter(engine.result(of: exploration, claims: claims), from: .explicit)
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
  func isShortest(_ claim: ClaimIndex) -> Bool {
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
  func requireShortest(_ depth: Int, _ claims: [ClaimIndex]) throws(EngineFailure) {
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

  func depth(of claim: ClaimIndex) -> Int {
    if case .violated(let trace) = ledger[claim]?.verdict { trace.depth } else { 0 }
  }

  /// Asks engines about claims. Those whose proofs are about an instance are not asked for every
  /// value of symbolic constants.
  mutating func ask(_ lanes: [[EngineName]], about claims: [ClaimIndex], _ limits: Limits)
    async throws(EngineFailure)
  {
    let able = lanes.map { $0.filter { $0.canProve(system) } }.filter { !$0.isEmpty }
    guard !able.isEmpty, !claims.isEmpty else { return }
    let portfolio = Portfolio(
      able, for: system, limits: limits.interruptingAtMemory, onEvent: onEvent)
    for (engine, result) in try await portfolio.answers(about: claims) {
      try enter(result, from: engine)
    }
  }

  mutating func enter(_ result: EngineResult, from engine: EngineName)
    throws(EngineFailure)
  {
    try ledger.enter(result.verdicts, shortest: result.shortest, from: engine)
  }
}
