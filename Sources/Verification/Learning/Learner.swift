internal import Explorer
import Model
internal import Prover
internal import SourceText

/// Finds lemmas that make the claims of a specification provable for every value of its symbolic
/// constants.
///
/// Small instances are explored. In one after the other the claims are tried by induction, and each
/// counterexample is excluded by a lemma that all explored states satisfy, until claims and lemmas
/// are inductive in all of them. Then all sizes are tried; a lemma that is not kept there makes way
/// for others.
///
/// The lemmas are clauses and linear relations over what the specification itself speaks of: its
/// variables, its functions, and how many members are in some way. They come from counterexamples,
/// instead of being enumerated and then pruned (Houdini), because there are far more true ones than
/// a proof for all sizes has use for.
struct Learner {
  /// What was learned.
  struct Findings {
    /// The specification with the lemmas.
    let specification: Specification
    /// The lemmas, as text that can be pasted at the end of the specification.
    let lemmas: String
    /// The claims of the specification without them that are proved with them.
    let proofs: [ClaimIndex: Verdict]
  }

  /// An instance with more states, up to symmetry, is not looked at.
  private static let stateLimit = 40_000
  /// How often all sizes are tried.
  private static let attemptLimit = 6

  private let specification: Specification
  private let limits: Limits
  private let onEvent: @Sendable (EngineEvent) -> Void

  init(
    _ specification: Specification, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) {
    self.specification = specification
    self.limits = limits
    self.onEvent = onEvent
  }

  /// Learns lemmas; nil when there is nothing to learn from.
  func learn() async throws(EngineFailure) -> Findings? {
    var instances: [Instance] = []
    for values in sizes {
      if let found = await explore(values) { instances.append(found) }
    }
    let violated = instances.reduce(into: Set<String>()) { $0.formUnion($1.violated) }
    onEvent(.proving("learning: what the states of small instances have in common", depth: 0))
    guard !instances.isEmpty, limits.interruption() == nil else { return nil }
    var choosers: [Strengthening] = []
    for instance in instances {
      choosers.append(try strengthening(of: instance.specification, without: violated))
    }
    var knowledge = Knowledge(
      instances.map { ($0.specification.system, $0.states) }, defined: choosers.map(\.definedCells),
      isOver: { limits.interruption() != nil })
    if limits.interruption() != nil { return nil }
    return try await choose(instances.map(\.specification), choosers, &knowledge)
  }

  // MARK: Instances

  /// A specification with numbers for its symbolic constants.
  private struct Instance {
    let specification: Specification
    /// All reachable states, up to symmetry where that can be.
    let states: [State]
    /// The claims that are false in some of them.
    let violated: Set<String>
  }

  private var names: [String] { specification.system.symbolicConstants }

  /// The values of the symbolic constants: first two for each, which is little and shows much, then
  /// fewer, then more.
  private var sizes: [[Int]] {
    let greatest = names.count == 1 ? 4 : 3
    let all = names.map { _ in 1...greatest }.combinations
    let small = all.filter { values in values.count { $0 > 2 } <= 1 }
    let twos = names.map { _ in 2 }
    return [twos] + small.filter { $0 != twos }.sorted { $0.reduce(0, +) < $1.reduce(0, +) }
  }

  /// An instance with all its states; nil when there are too many.
  private func explore(_ values: [Int]) async -> Instance? {
    guard let small = try? specification.with(options(for: values)) else { return nil }
    var limits = limits
    limits.maxStates = min(limits.maxStates ?? .max, Self.stateLimit)
    let isSymmetric = ExplicitEngine().obstaclesToSymmetry(of: small.system).isEmpty
    let engine = ExplicitEngine(options: ExplorationOptions(symmetry: isSymmetric))
    let exploration = await engine.explore(small.system, limits: limits, onEvent: onEvent)
    guard exploration.stateSpace.isComplete else { return nil }
    let claims = small.system.claims.indices.map(ClaimIndex.init)
    let verdicts = engine.result(of: exploration, claims: claims).verdicts
    return Instance(
      specification: small, states: exploration.states,
      violated: Set(
        claims.filter { verdicts[$0]?.isViolation == true }.map { small.system[$0].name }))
  }

  private func options(for values: [Int]) -> LoadOptions {
    var options = specification.options
    options.forAll = .named(names)
    options.overrides =
      options.overrides.filter { !names.contains($0.name) }
      + zip(names, values).map { ($0, String($1)) }
    return options
  }

  private func strengthening(of instance: Specification, without violated: Set<String>)
    throws(EngineFailure) -> Strengthening
  {
    let system = instance.system
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      Self.isInductive(system[$0].kind) && !violated.contains(system[$0].name)
    }
    return try Strengthening(claims, of: system, limits: limits, onEvent: onEvent)
  }

  /// Whether claims of this kind can be proved by induction for all sizes.
  private static func isInductive(_ kind: Claim.Kind) -> Bool {
    switch kind {
    case .invariant, .assertion, .runtime, .assumption: true
    case .cover, .liveness, .deadlock: false
    }
  }

  // MARK: Choice

  private func choose(
    _ instances: [Specification], _ choosers: [Strengthening], _ knowledge: inout Knowledge
  ) async throws(EngineFailure) -> Findings? {
    var chosen: [Knowledge.Lemma] = []
    var rejected: Set<Knowledge.Lemma> = []
    var result: Findings?
    for _ in 0..<Self.attemptLimit {
      var agreeing = 0
      for view in sequence(first: 0, next: { ($0 + 1) % instances.count }) {
        let before = chosen
        try strengthen(choosers[view], of: instances[view], view, &chosen, &rejected, &knowledge)
        agreeing = chosen == before ? agreeing + 1 : 1
        if agreeing == instances.count || limits.interruption() != nil { break }
      }
      if limits.interruption() != nil { return result }
      let (findings, open) = try await attempt(chosen, knowledge)
      result = findings
      if open.isEmpty { return result }
      rejected.formUnion(open)
      chosen.removeAll(where: open.contains)
    }
    return result
  }

  /// Makes claims and lemmas inductive in one instance.
  private func strengthen(
    _ strengthening: Strengthening, of instance: Specification, _ view: Int,
    _ chosen: inout [Knowledge.Lemma], _ rejected: inout Set<Knowledge.Lemma>,
    _ knowledge: inout Knowledge
  ) throws(EngineFailure) {
    var proposed = chosen
    let first = try proposals(chosen, from: 0, in: instance, knowledge)
    let findings = try strengthening.strengthen(from: first) {
      state, givenUp throws(EngineFailure) in
      let lemmas = knowledge.lemmas(against: state, in: view) { lemma in
        rejected.contains(lemma) || givenUp.contains { proposed[$0] == lemma }
      }
      let earlier = proposed.count
      proposed += lemmas
      return try proposals(lemmas, from: earlier, in: instance, knowledge)
    }
    chosen = findings.lemmas.map { proposed[$0] }
    rejected.formUnion(findings.rejected.map { proposed[$0] })
  }

  private func proposals(
    _ lemmas: [Knowledge.Lemma], from first: Int, in instance: Specification,
    _ knowledge: Knowledge
  ) throws(EngineFailure) -> [Strengthening.Proposal] {
    if lemmas.isEmpty { return [] }
    let named = self.named(lemmas)
    let system = try extended(instance, by: knowledge.text(of: named)).system
    return named.enumerated().compactMap { offset, lemma in
      system.claims.firstIndex { $0.name == lemma.name }.map {
        Strengthening.Proposal(system, claim: ClaimIndex($0), number: first + offset)
      }
    }
  }

  /// Tries all sizes.
  private func attempt(_ lemmas: [Knowledge.Lemma], _ knowledge: Knowledge)
    async throws(EngineFailure) -> (Findings, open: [Knowledge.Lemma])
  {
    let text = knowledge.text(of: named(lemmas))
    let whole = try extended(specification, by: text)
    let system = whole.system
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      Self.isInductive(system[$0].kind)
    }
    let verdicts = try await ParametricProof().run(
      claims, of: system, limits: limits, onEvent: onEvent
    ).verdicts
    let names = Set(claims.filter { verdicts[$0]?.isSettled != true }.map { system[$0].name })
    let prefix = prefix
    let own = zip(
      system.claims.indices.filter { !system.claims[$0].name.hasPrefix(prefix) },
      specification.system.claims.indices)
    let findings = Findings(
      specification: whole, lemmas: text,
      proofs: own.reduce(into: [:]) { proofs, claim in
        let verdict = verdicts[ClaimIndex(claim.0)]
        if verdict?.isSettled == true { proofs[ClaimIndex(claim.1)] = verdict }
      })
    return (findings, named(lemmas).filter { names.contains($0.name) }.map(\.lemma))
  }

  // MARK: Text

  /// What the names of lemmas begin with, and those of no other claims.
  private var prefix: String {
    var prefix = "learned lemma "
    while specification.system.claims.contains(where: { $0.name.hasPrefix(prefix) }) {
      prefix = "further " + prefix
    }
    return prefix
  }

  private func named(_ lemmas: [Knowledge.Lemma]) -> [(name: String, lemma: Knowledge.Lemma)] {
    lemmas.enumerated().map { ("\(prefix)\($0 + 1)", $1) }
  }

  /// The specification with some lemmas at its end.
  private func extended(_ specification: Specification, by text: String)
    throws(EngineFailure) -> Specification
  {
    do {
      return try specification.adding(lemmas: text)
    } catch .invalid(_, let diagnostics) {
      let words = diagnostics.first.map { "\($0)" } ?? ""
      throw .disagreement("a learned lemma is not valid: \(words)\n\(text)")
    } catch {
      throw .disagreement("a learned lemma is not valid")
    }
  }
}
