package import Model

/// What an exploration leaves behind: verdicts, counts, and the set of states, which can be asked.
package final class Exploration: Sendable {
  /// What was seen, complete or not.
  package let stateSpace: StateSpace
  let search: Search
  private let program: Program
  private let liveness: Liveness?
  private let hidden: HiddenFailures?

  /// Explores a system with bytecode, and with native code where the options ask for it.
  package static func run(
    _ system: TransitionSystem, limits: Limits, options: ExplorationOptions = .init(),
    onEvent: @escaping @Sendable (EngineEvent) -> Void = { _ in }
  ) async -> Exploration {
    let bytecode = BytecodeSource(system)
    let tiered = options.native.map {
      TieredSource(bytecode, $0, symmetry: options.symmetry)
    }
    await tiered?.prepare(interruption: limits.interruption)
    let source: any SuccessorSource = tiered ?? bytecode
    let search = Search(
      bytecode.system, source: source, limits: limits, options: options, onEvent: onEvent)
    search.run()
    let notice = tiered?.finish()
    return await Exploration(search, bytecode.program, notice: notice)
  }

  /// Explores with this source of successors; what needs traces uses bytecode.
  package static func run(
    with source: any SuccessorSource, _ bytecode: BytecodeSource, limits: Limits,
    options: ExplorationOptions = .init()
  ) async -> Exploration {
    let program = bytecode.program
    let search = Search(program.system, source: source, limits: limits, options: options) { _ in }
    search.run()
    return await Exploration(search, program, notice: nil)
  }

  private convenience init(_ search: Search, _ program: Program, notice: String?) async {
    let isComplete = search.limit == nil && !search.stoppedAtViolation
    var space = StateSpace(search)
    space.notice = notice
    let hidden = search.symmetry == nil ? nil : await HiddenFailures(search)
    self.init(
      search, program, space, isComplete && !search.store.isCompact ? Liveness(search) : nil,
      hidden)
  }

  private init(
    _ search: Search, _ program: Program, _ stateSpace: StateSpace, _ liveness: Liveness?,
    _ hidden: HiddenFailures?
  ) {
    self.search = search
    self.program = program
    self.stateSpace = stateSpace
    self.liveness = liveness
    self.hidden = hidden
  }

  /// Whether the state was seen; under symmetry, whether one was that differs from it in the names
  /// of members at most; with compact storage, whether one of its fingerprint was.
  package func contains(_ state: State) -> Bool {
    index(of: state) != nil
  }

  /// Whether the state is reachable; nil when that is not known.
  package func isReachable(_ state: State) -> Bool? {
    if search.store.isCompact { return nil }
    guard contains(state) else { return stateSpace.isComplete ? false : nil }
    guard let symmetry = search.symmetry else { return true }
    return symmetry.keepsStarts(of: program) ? true : nil
  }

  /// A shortest behaviour to a state that was seen; nil for others. Under symmetry it may lead to
  /// a state that differs from it in the names of members.
  package func trace(to state: State) -> Trace? {
    guard let index = index(of: state) else { return nil }
    if search.store.isCompact {
      return FingerprintPath(search, program).steps(to: index)
        .map { Trace(steps: $0, ending: .open) }
    }
    let steps = TraceBuilder(search: search).steps(to: index, program)
    return steps.isEmpty ? nil : Trace(steps: steps, ending: .open)
  }

  private func index(of state: State) -> StateIndex? {
    let layout = search.system.layout
    guard layout.canPack(state) else { return nil }
    return search.store.index(of: search.representative(of: layout.pack(state)))
  }

  // MARK: Verdicts

  /// The answer to a claim, with its evidence.
  package func verdict(of claim: ClaimIndex) -> Verdict {
    if let trace = violation(of: claim) { return .violated(trace) }
    if let reason = reasonOfSymmetry(against: claim) { return .unknown(reason) }
    if search.findings[claim] != nil, search.store.isCompact { return .unknown(Self.noTrace) }
    if isMet(claim) {
      return .holds(stateSpace.isComplete ? .exhausted(stateSpace) : .met(stateSpace))
    }
    if let reason = reason(against: claim) {
      return search.system[claim].kind == .assumption ? .assumed : .unknown(reason)
    }
    if let vacuity = vacuity(of: claim) { return .vacuous(vacuity, .exhausted(stateSpace)) }
    return search.system[claim].kind == .assumption ? .assumed : .holds(.exhausted(stateSpace))
  }

  private static let noTrace = Reason.unsupported([
    Feature("a counterexample through states that share a fingerprint")
  ])

  /// Whether no behaviour that violates the claim can be shorter than the one that was found.
  package func isShortest(violationOf claim: ClaimIndex) -> Bool {
    search.findings.isShortest(violationOf: claim, levels: search.levels.count)
  }

  private func violation(of claim: ClaimIndex) -> Trace? {
    let builder = TraceBuilder(search: search)
    let findings = [(hidden?.found[claim]).map(Finding.state), search.findings[claim]]
    for case let finding? in findings {
      if let trace = builder.trace(of: claim, finding, program: program) { return trace }
    }
    guard let liveness, !liveness.failed.contains(claim),
      let (state, arguments) = liveness.violations[claim]
    else {
      return nil
    }
    let steps = builder.steps(to: state, program)
    guard !steps.isEmpty else { return nil }
    return Trace(
      steps: steps,
      ending: .neverAgain(claim, arguments: builder.renamed(arguments, of: claim, after: steps)))
  }

  /// Why a claim without a violation is not known to hold.
  private func reason(against claim: ClaimIndex) -> Reason? {
    if search.stoppedAtViolation || search.failed(claim) || liveness?.failed.contains(claim) == true
    {
      return .stoppedAtViolation
    }
    switch search.limit {
    case .depth: return boundedReason(for: search.system[claim].kind)
    case let limit?: return .limit(limit)
    case nil: break
    }
    guard search.system[claim].kind == .liveness else { return nil }
    if search.system[claim].condition == nil {
      return .unsupported([
        Feature("a liveness claim in a body", range: search.system[claim].range)
      ])
    }
    if search.store.isCompact {
      return .unsupported([
        Feature("liveness with compact storage", range: search.system[claim].range)
      ])
    }
    return liveness?.limit.map(Reason.limit)
  }

  /// Why representatives do not tell all about a claim without a trace.
  private func reasonOfSymmetry(against claim: ClaimIndex) -> Reason? {
    guard let symmetry = search.symmetry, let hidden else { return nil }
    if search.findings[claim] != nil || hidden.found[claim] != nil
      || liveness?.violations[claim] != nil && liveness?.failed.contains(claim) == false
    {
      let words = "symmetry: it may fail for other names of members, in a quantifier"
      return .unsupported([Feature(words, range: search.system[claim].range)])
    }
    if hidden.failed.contains(claim) { return .stoppedAtViolation }
    guard search.system[claim].kind.isAboutFailures else { return nil }
    if symmetry.mayHideFailures, search.findings.contains(search.system, \.isAboutFailures) {
      return .stoppedAtViolation
    }
    return hidden.limit.map(Reason.limit) ?? hidden.obstacle.map { .unsupported([$0]) }
  }

  /// What a search to a limited depth says. The states of the last level are judged but not
  /// expanded, so that whether they are deadlocks is not known; and what holds only of a whole
  /// state space is known of none of its parts.
  private func boundedReason(for kind: Claim.Kind) -> Reason {
    switch kind {
    case .cover, .liveness: .limit(.depth)
    case .deadlock:
      stateSpace.depth == 0 ? .limit(.depth) : .bounded(depth: stateSpace.depth - 1)
    case .assertion, .assumption, .invariant, .runtime: .bounded(depth: stateSpace.depth)
    }
  }

  /// Whether it is a cover that a state or a step meets, and that has a value in every one.
  private func isMet(_ claim: ClaimIndex) -> Bool {
    stateSpace.covers[claim, default: 0] > 0 && !search.failed(claim)
  }

  private func vacuity(of claim: ClaimIndex) -> Vacuity? {
    let system = search.system
    if stateSpace.states > 0, system[claim].kind == .cover { return .coverNeverMet }
    return Vacuity(of: system, hasState: stateSpace.states > 0, hasStep: search.hasStep)
      ?? (search.hasIdleAntecedent(claim) ? .antecedentNeverTrue : nil)
  }
}

extension Claim.Kind {
  /// Whether it is violated by a step that fails.
  fileprivate var isAboutFailures: Bool { self == .runtime || self == .assertion }
}

extension StateSpace {
  init(_ search: Search) {
    let system = search.system
    let states = search.store.count
    let levels = search.levels
    let isDeeper = levels[levels.count - 1] != search.store.counts
    self.init(
      states: states, transitions: search.transitions,
      depth: max(0, levels.count - 2 + (isDeeper ? 1 : 0)),
      isComplete: search.limit == nil && !search.stoppedAtViolation, limit: search.limit,
      rules: system.rules.indices.map {
        RuleCount(fired: search.firings(of: $0), firstDepth: search.ruleDepths[$0])
      },
      covers: Dictionary(
        uniqueKeysWithValues: system.claims(of: .cover).map { ($0, search.covered($0)) }),
      bytesPerState: states == 0 ? 0 : Double(search.peakBytes) / Double(states),
      workers: search.workers.count, backend: search.backend,
      symmetry: search.symmetry != nil, storage: search.options.storage,
      fingerprintBits: search.store.isCompact ? 64 : nil)
  }
}
