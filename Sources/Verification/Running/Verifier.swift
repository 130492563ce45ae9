package import Model
internal import SourceText
package import Toolchain

/// Which engines a run may use.
package enum Strategy: Sendable, Hashable {
  /// Explores and proves, and lets each check the other.
  ///
  /// - Parameter proofBudget: how long to try proofs for, in seconds.
  case check(proofBudget: Double)
  case explore
  /// Symbolic engines only; all of them, or the one that is named.
  ///
  /// - Parameter learning: whether lemmas are learned where claims for every value of symbolic
  ///   constants lack some.
  case prove(EngineName?, learning: Bool = false)
}

/// What a run gives besides its record: the evidence to store.
package struct Findings: Sendable {
  package var record: SpecRecord
  /// The violations, by the name of the claim.
  package var traces: [(claim: String, trace: Trace)]
  /// One for each proof that was found.
  package var certificates: [Certificate]
  /// The lemmas that the proofs rest on beyond the text of the specification, in Murphi.
  package var lemmas: String?
  /// The constants that have another value for each value of symbolic ones.
  package var dependentConstants: Set<String>

  package init(
    record: SpecRecord, traces: [(claim: String, trace: Trace)], certificates: [Certificate],
    lemmas: String? = nil, dependentConstants: Set<String> = []
  ) {
    self.lemmas = lemmas
    self.dependentConstants = dependentConstants
    self.record = record
    self.traces = traces
    self.certificates = certificates
  }
}

/// Decides the claims of a specification: runs engines, audits what they say, and records it.
package struct Verifier: Sendable {
  package let specification: Specification
  package let strategy: Strategy
  package let selection: ClaimSelection
  package let limits: Limits
  package let policy: ExitPolicy
  /// Whether the explorer counts states that differ only in scalarset members as one.
  package let symmetry: Bool
  /// How the explorer uses native code, if at all.
  package let native: NativeCompilation?
  /// How the explorer keeps states.
  package let storage: StateStorage

  private var system: TransitionSystem { specification.system }

  package init(
    _ specification: Specification, strategy: Strategy, selection: ClaimSelection = .init(),
    limits: Limits = Limits(), policy: ExitPolicy = ExitPolicy(), symmetry: Bool = false,
    native: NativeCompilation? = nil, storage: StateStorage = .exact
  ) {
    self.specification = specification
    self.strategy = strategy
    self.selection = selection
    self.limits = limits
    self.policy = policy
    self.symmetry = symmetry
    self.native = native
    self.storage = storage
  }

  /// Runs the strategy. Throws only when we contradict ourselves or the strategy names an engine
  /// that cannot do what is asked.
  package func run(onEvent: @escaping @Sendable (EngineEvent) -> Void = { _ in })
    async throws(EngineFailure) -> Findings
  {
    var course = Course(
      specification: specification, claims: selection.claims(of: system), limits: limits,
      symmetry: symmetry, native: native, storage: storage, onEvent: onEvent)
    switch strategy {
    case .explore:
      try await course.explore()
    case .prove(let engine, let isLearning):
      try course.checkDepth()
      if isLearning { try course.checkLearning(with: engine) }
      try await course.prove(with: engine.map { [[$0]] } ?? EngineName.provers(of: system))
      if engine == nil { try await course.shortenViolations() }
      if isLearning { try await course.learn() }
      try await course.refuteInInstance()
      course.liftRaces()
      await course.exploreForLookUp()
      course.noteMissingLemmas(afterLearning: isLearning)
    case .check(let budget):
      try await course.explore()
      try await course.crossCheck(budget: budget)
    }
    try await course.audit()
    return course.findings(policy: policy)
  }
}
