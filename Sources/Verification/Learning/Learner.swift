import Model
internal import Prover

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
    let instances = await SmallInstances(of: specification, limits: limits, onEvent: onEvent)
      .explored()
    let violated = instances.reduce(into: Set<String>()) { $0.formUnion($1.violated) }
    onEvent(.proving("learning: what the states of small instances have in common", depth: 0))
    let isAnyTried = instances.contains { !$0.isOnlySeen }
    guard isAnyTried, limits.interruption() == nil else { return nil }
    var choosers: [Strengthening] = []
    for instance in instances {
      choosers.append(try strengthening(of: instance.specification, without: violated))
    }
    var knowledge = Knowledge(
      instances.map { ($0.specification.system, $0.states) }, defined: choosers.map(\.definedCells),
      isOver: { limits.interruption() != nil })
    if limits.interruption() != nil { return nil }
    return try await choose(
      instances.filter { !$0.isOnlySeen }.map(\.specification), choosers, &knowledge, violated)
  }

  private var lemmaNames: LemmaNames { LemmaNames(for: specification) }

  // MARK: Choice

  private func strengthening(of instance: Specification, without violated: Set<String>)
    throws(EngineFailure) -> Strengthening
  {
    let claims = inductive(in: instance.system, without: violated)
    return try Strengthening(claims, of: instance.system, limits: limits, onEvent: onEvent)
  }

  /// The claims of a system that may be inductive.
  private func inductive(in system: TransitionSystem, without violated: Set<String>) -> [ClaimIndex]
  {
    system.claims.indices.map(ClaimIndex.init).filter {
      ParametricProof.canProve(system[$0].kind) && !violated.contains(system[$0].name)
    }
  }

  private func choose(
    _ instances: [Specification], _ choosers: [Strengthening], _ knowledge: inout Knowledge,
    _ violated: Set<String>
  ) async throws(EngineFailure) -> Findings? {
    var choice = Choice()
    var best: Findings?
    var further = Further.allCases[...]
    for _ in 0..<Self.attemptLimit {
      try agree(instances, choosers, &choice, &knowledge)
      if limits.interruption() != nil { return best }
      let attempt = try attempt(choice.lemmas, knowledge, without: violated)
      if attempt.findings.proofs.count > best?.proofs.count ?? -1 { best = attempt.findings }
      let system = attempt.findings.specification.system
      if attempt.open.isEmpty { return best }
      choice.reject(attempt.unkept)
      if !attempt.unkept.isEmpty { continue }
      let before = choice.lemmas
      while choice.lemmas == before, let next = further.popFirst() {
        switch next {
        case .equations: choice.add(knowledge.equations(about: words(of: attempt.open, in: system)))
        case .existence:
          let names = Set(attempt.open.map { system[$0].name })
          var other = Choice(rejected: choice.rejected)
          try agree(instances, choosers, &other, &knowledge, preferring: .existential) {
            names.contains($0)
          }
          choice.add(other.lemmas)
        }
      }
      if choice.lemmas == before { return best }
    }
    return best
  }

  /// What is tried, one after the other, when the lemmas are kept for all sizes and a claim is not:
  /// small instances show it by going through their cases.
  private enum Further: CaseIterable {
    /// All equations of the numbers that it speaks of, and of numbers in these.
    case equations
    /// What it takes when lemmas which say that some member exists come first.
    case existence
  }

  /// Lemmas that are in use, and those that did not hold what they promised.
  private struct Choice {
    var lemmas: [Knowledge.Lemma] = []
    var rejected: Set<Knowledge.Lemma> = []

    mutating func add(_ further: [Knowledge.Lemma]) {
      for lemma in further where !lemmas.contains(lemma) && !rejected.contains(lemma) {
        lemmas.append(lemma)
      }
    }

    mutating func reject(_ unkept: [Knowledge.Lemma]) {
      rejected.formUnion(unkept)
      lemmas.removeAll(where: unkept.contains)
    }
  }

  /// Makes claims of some names, and lemmas, inductive in all instances.
  private func agree(
    _ instances: [Specification], _ choosers: [Strengthening], _ choice: inout Choice,
    _ knowledge: inout Knowledge, preferring preference: Knowledge.Preference = .universal,
    _ isWanted: (String) -> Bool = { _ in true }
  ) throws(EngineFailure) {
    var agreeing = 0
    for view in sequence(first: 0, next: { ($0 + 1) % instances.count }) {
      let before = choice.lemmas
      try strengthen(
        choosers[view], of: instances[view], view, &choice, &knowledge, preferring: preference,
        isWanted)
      agreeing = choice.lemmas == before ? agreeing + 1 : 1
      if agreeing == instances.count || limits.interruption() != nil { return }
    }
  }

  /// The names in some claims.
  private func words(of claims: [ClaimIndex], in system: TransitionSystem) -> Set<String> {
    claims.reduce(into: []) { words, index in
      let claim = system[index]
      guard let condition = claim.condition else { return }
      let text = MurphiText(of: system, frame: claim.frame).text(of: condition)
      let names = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      words.formUnion(names.map(String.init))
    }
  }

  /// Makes claims and lemmas inductive in one instance.
  private func strengthen(
    _ strengthening: Strengthening, of instance: Specification, _ view: Int,
    _ choice: inout Choice, _ knowledge: inout Knowledge,
    preferring preference: Knowledge.Preference, _ isWanted: (String) -> Bool
  ) throws(EngineFailure) {
    var proposed = choice.lemmas
    let rejected = choice.rejected
    let first = try proposals(proposed, from: 0, in: instance, knowledge)
    let claims = Set(
      instance.system.claims.indices.map(ClaimIndex.init)
        .filter { isWanted(instance.system[$0].name) })
    let findings = try strengthening.strengthen(claims.contains, from: first) {
      state, givenUp throws(EngineFailure) in
      let lemmas = knowledge.lemmas(against: state, in: view, preferring: preference) { lemma in
        rejected.contains(lemma) || givenUp.contains { proposed[$0] == lemma }
      }
      let earlier = proposed.count
      proposed += lemmas
      return try proposals(lemmas, from: earlier, in: instance, knowledge)
    }
    choice.lemmas = findings.lemmas.map { proposed[$0] }
    choice.rejected.formUnion(findings.rejected.map { proposed[$0] })
  }

  private func proposals(
    _ lemmas: [Knowledge.Lemma], from first: Int, in instance: Specification,
    _ knowledge: Knowledge
  ) throws(EngineFailure) -> [Strengthening.Proposal] {
    if lemmas.isEmpty { return [] }
    let named = lemmaNames.named(lemmas)
    let system = try instance.extended(by: knowledge.text(of: named)).system
    return named.enumerated().compactMap { offset, lemma in
      system.claims.firstIndex { $0.name == lemma.name }.map {
        Strengthening.Proposal(system, claim: ClaimIndex($0), number: first + offset)
      }
    }
  }

  /// What came of trying all sizes.
  private struct Attempt {
    let findings: Findings
    /// The lemmas that are not kept even where all others hold.
    let unkept: [Knowledge.Lemma]
    /// The claims that are not proved, apart from lemmas and from what is false.
    let open: [ClaimIndex]
  }

  /// Tries all sizes.
  private func attempt(
    _ lemmas: [Knowledge.Lemma], _ knowledge: Knowledge, without violated: Set<String>
  ) throws(EngineFailure) -> Attempt {
    let text = knowledge.text(of: lemmaNames.named(lemmas))
    let whole = try specification.extended(by: text)
    let system = whole.system
    let claims = inductive(in: system, without: violated)
    let (result, unkept) = try ParametricProof().attempt(
      claims, among: claims, of: system, limits: limits, onEvent: onEvent)
    let names = Set(unkept.map { system[$0].name })
    let prefix = lemmaNames.prefix
    let own = system.claims.indices.filter { !system.claims[$0].name.hasPrefix(prefix) }
    var proofs: [ClaimIndex: Verdict] = [:]
    for (claim, original) in zip(own, specification.system.claims.indices) {
      let verdict = result.verdicts[ClaimIndex(claim)]
      if verdict?.isSettled == true { proofs[ClaimIndex(original)] = verdict }
    }
    return Attempt(
      findings: Findings(specification: whole, lemmas: text, proofs: proofs),
      unkept: lemmaNames.named(lemmas).filter { names.contains($0.name) }.map(\.lemma),
      open: own.map(ClaimIndex.init).filter {
        claims.contains($0) && result.verdicts[$0]?.isSettled != true
      })
  }
}
