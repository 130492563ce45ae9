internal import Explorer
import Model
internal import Prover

/// What is asked besides where symbolic constants have every value.
extension Course {
  /// Refuses a limit of depth where proofs are for any size: an induction has no depth.
  func checkDepth() throws(EngineFailure) {
    guard limits.maxDepth != nil, !system.symbolicConstants.isEmpty else { return }
    let names = system.symbolicConstants.joined(separator: ", ")
    throw .option(
      "--max-depth",
      [Feature("a proof for all \(names) has no depth; --for-all none is about one size")])
  }

  /// Refuses to learn lemmas where there is no proof for any size that they could help.
  func checkLearning(with engine: EngineName?) throws(EngineFailure) {
    if system.symbolicConstants.isEmpty {
      throw .option(
        "--learn", [Feature("nothing is learned for one size: name constants with --for-all")])
    }
    if let engine, !engine.provesForAll {
      throw .option(
        "--learn", [Feature("--engine \(engine.rawValue) has no use for lemmas")])
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

  /// Says where a lemma would help that was not learned.
  mutating func noteMissingLemmas(afterLearning hasLearned: Bool) {
    guard !system.symbolicConstants.isEmpty, extended == nil,
      claims.contains(where: { openFailure(of: $0).flatMap(isReachable) == false })
    else { return }
    notices.append(
      hasLearned
        ? "--learn has found no lemmas in small instances that prove more"
        : "--learn looks in small instances for lemmas that prove more")
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
  mutating func lookAtOtherSizes() async {
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
}
