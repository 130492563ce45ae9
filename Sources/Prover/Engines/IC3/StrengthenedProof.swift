import Model
import Z3

/// One attempt to decide all claims of a system by IC3.
///
/// The claims are proved together, because they support each other. One that is violated is taken
/// out, and the others are tried again without it: a run-time error ends the behaviour that it
/// happens in, and what other behaviours do is still to be decided. A claim whose own condition has
/// no value in a reachable state is neither true nor false, and is left open.
final class StrengthenedProof {
  /// How much is tried before frames are.
  struct Effort {
    /// How many states the sample of reachable ones has.
    let sampleSize: Int
    /// Finds states faster than the evaluator.
    let stateSearch: StateSearch?
    /// How many guesses may be wrong.
    let mistakeLimit: Int
  }

  /// How much may be run to find a sample of reachable states.
  private static let sampleEffort = 4_000_000
  /// How many states are visited in depth where a search in breadth has left some out.
  private static let deepSampleSize = 4_000

  private let system: TransitionSystem
  private let encoder: Encoder
  private let effort: Effort
  private let limits: Limits
  private let onEvent: (EngineEvent) -> Void
  private let replay: Replay
  private var open: [ClaimIndex]
  private var proved: [ClaimIndex] = []
  private var violated: [ClaimIndex: Trace] = [:]
  /// The claims that no behaviour violates in fewer steps.
  private(set) var shortest: Set<ClaimIndex> = []
  private var undecided: Set<ClaimIndex> = []
  private var certificate: Certificate?
  private var vacuity: Vacuity?
  private var reason = Reason.bounded(depth: 0)

  init(
    _ encoder: Encoder, _ effort: Effort, limits: Limits,
    onEvent: @escaping (EngineEvent) -> Void
  ) throws(EngineFailure) {
    self.encoder = encoder
    self.effort = effort
    system = encoder.system
    self.limits = limits
    self.onEvent = onEvent
    replay = Replay(encoder.system)
    open = system.claims.indices.map(ClaimIndex.init).filter { [system] in
      Support.isDecidable(system[$0].kind)
    }
  }

  /// Tries until no claim is open or the limits are reached.
  func search() throws(EngineFailure) {
    do throws(Halt) {
      if let limit = limits.interruption() { throw .gaveUp(.limit(limit)) }
      let sample = sample()
      try enter(sample)
      if !open.isEmpty { try strengthen(sample) }
    } catch {
      switch error {
      case .gaveUp(let reason): self.reason = reason
      case .failed(let failure): throw failure
      }
    }
  }

  private func sample() -> Sample {
    var limits = limits
    limits.maxStates = effort.sampleSize
    let visited = effort.stateSearch?(system, limits)
    return Sample(
      of: system, visited: visited,
      limit: visited == nil ? effort.sampleSize : Self.deepSampleSize, effort: Self.sampleEffort,
      interruption: limits.interruption)
  }

  /// The answer for one claim after the search.
  func verdict(of claim: ClaimIndex) -> Verdict {
    if let trace = violated[claim] { return .violated(trace) }
    if undecided.contains(claim) { return .unknown(.stoppedAtViolation) }
    guard proved.contains(claim), let certificate else { return .unknown(reason) }
    return trivial ?? .holds(.inductive(certificate))
  }

  /// The answer for whatever is claimed, where there is no behaviour of a step.
  var trivial: Verdict? {
    guard let vacuity, let certificate else { return nil }
    return .vacuous(vacuity, .inductive(certificate))
  }

  /// Takes over the violations that the sample has met.
  private func enter(_ sample: Sample) throws(Halt) {
    for (claim, trace) in sample.traces where Support.isDecidable(system[claim].kind) {
      violated[claim] = trace
      if sample.shortest.contains(claim) { shortest.insert(claim) }
    }
    open.removeAll { violated[$0] != nil }
    for (claim, behaviour) in sample.violations.sorted(by: { $0.key < $1.key })
    where Support.isDecidable(system[claim].kind) && violated[claim] == nil {
      if let depth = limits.maxDepth, behaviour.firings.count > depth { continue }
      try violate(claim, behaviour)
    }
    undecided = sample.undecided
    open.removeAll(where: undecided.contains)
  }

  private func violate(_ claim: ClaimIndex, _ behaviour: Behaviour) throws(Halt) {
    violated[claim] = try wrap { () throws(EngineFailure) in
      try replay.trace(of: behaviour, breaking: claim)
    }
    open.removeAll { $0 == claim }
  }

  private func strengthen(_ sample: Sample) throws(Halt) {
    let relation = try Relation(PropositionalSystem(encoder), property: open, limits: limits)
    if limits.maxDepth == nil, sample.hasInitialStates {
      let search = SampledStrengthening(
        relation, sample, mistakeLimit: effort.mistakeLimit, onEvent: onEvent)
      if try conclude(with: search.search, search.forget, relation, sample) { return }
      try relation.forgetLemmas()
    }
    let search = PropertyDirectedReachability(relation, sample, limits: limits, onEvent: onEvent)
    _ = try conclude(with: search.search, search.forget, relation, sample)
  }

  /// Follows a search to its end; false when it gives up.
  private func conclude(
    with search: () throws(Halt) -> PropertyDirectedReachability.Outcome?,
    _ forget: (ClaimIndex) throws(Halt) -> Void, _ relation: Relation, _ sample: Sample
  ) throws(Halt) -> Bool {
    while !open.isEmpty {
      switch try search() {
      case nil: return false
      case .bounded(let depth): throw .gaveUp(.bounded(depth: depth))
      case .invariant(let cubes):
        try certify(try relation.grounds(of: cubes), sample)
        return true
      case .violation(let goal, let behaviour):
        if goal.isEvaluation {
          undecided.insert(goal.claim)
          open.removeAll { $0 == goal.claim }
        } else {
          try violate(goal.claim, behaviour)
        }
        try forget(goal.claim)
      }
    }
    return true
  }

  private func certify(_ grounds: Grounds, _ sample: Sample) throws(Halt) {
    if !sample.hasTransition {
      let (vacuity, gaveUp) = try wrap { () throws(EngineFailure) in
        try BoundedSearch(encoder, limits: limits).vacuity()
      }
      if let gaveUp { throw .gaveUp(gaveUp) }
      self.vacuity = vacuity
    }
    certificate = try wrap { () throws(EngineFailure) in
      try CertificateWriter(
        system, claims: open, grounds: grounds, k: 1, vacuity: vacuity, limits: limits
      ).certificate(by: .ic3)
    }
    proved = open
  }

  private func wrap<Result>(_ body: () throws(EngineFailure) -> Result) throws(Halt) -> Result {
    do { return try body() } catch { throw .failed(error) }
  }
}
