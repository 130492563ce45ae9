import Model

/// Engines that are asked about the same claims side by side.
///
/// Each lane asks its engines one after the other, about what the lane has not settled yet, until one
/// lane has settled everything. Which one that is depends on what was counted and not on the machine
/// (see ``Contest``); what lanes say that are beaten is dropped, and what others say comes in their
/// order.
struct Portfolio {
  /// What an engine has said about claims.
  typealias Answer = (engine: EngineName, result: EngineResult)

  private let lanes: [[EngineName]]
  private let system: TransitionSystem
  private let limits: Limits
  private let onEvent: @Sendable (EngineEvent) -> Void

  init(
    _ lanes: [[EngineName]], for system: TransitionSystem, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) {
    self.lanes = lanes
    self.system = system
    self.limits = limits
    self.onEvent = onEvent
  }

  /// Asks about claims; with one worker, lane after lane.
  func answers(about claims: [ClaimIndex]) async throws(EngineFailure) -> [Answer] {
    let refused = claims.filter { claim in
      lanes.joined().allSatisfy { !refusals(by: $0, of: [claim]).isEmpty }
    }
    let engine = lanes[0][0]
    let refusal = EngineResult(verdicts: refusals(by: engine, of: refused), shortest: [])
    return try await [(engine, refusal)] + compete(about: claims.filter { !refused.contains($0) })
  }

  private func compete(about claims: [ClaimIndex]) async throws(EngineFailure) -> [Answer] {
    guard !claims.isEmpty else { return [] }
    let contest = Contest(contestants: lanes.count)
    var outcomes: [Result<[Answer], EngineFailure>]
    if limits.workers > 1 {
      outcomes = await withTaskGroup { group in
        for lane in lanes.indices {
          group.addTask { (lane, await run(lane, claims, contest)) }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
          .sorted { $0.key < $1.key }.map(\.value)
      }
    } else {
      outcomes = []
      for lane in lanes.indices { outcomes.append(await run(lane, claims, contest)) }
    }
    var answers: [Answer] = []
    for lane in lanes.indices where !contest.isBeaten(lane) { answers += try outcomes[lane].get() }
    return answers
  }

  private func run(_ lane: Int, _ claims: [ClaimIndex], _ contest: Contest) async
    -> Result<[Answer], EngineFailure>
  {
    var limits = limits
    limits.interruption = { [limits] in
      limits.interruption() ?? (contest.isBeaten(lane) ? .interrupted : nil)
    }
    limits.onWork = { contest.add($0, by: lane) }
    var answers: [Answer] = []
    var open = claims
    do throws(EngineFailure) {
      for name in lanes[lane] where !open.isEmpty && !contest.isBeaten(lane) {
        let result = try await ask(name, about: open, limits)
        answers.append((name, result))
        open.removeAll { result.verdicts[$0]?.isFinal == true }
      }
    } catch {
      return .failure(error)
    }
    if open.isEmpty { contest.finish(lane) }
    return .success(answers)
  }

  /// Asks an engine about the claims that it can decide; the others are refused by name.
  private func ask(_ name: EngineName, about claims: [ClaimIndex], _ limits: Limits)
    async throws(EngineFailure) -> EngineResult
  {
    let refusals = refusals(by: name, of: claims)
    let supported = claims.filter { refusals[$0] == nil }
    guard !supported.isEmpty else { return EngineResult(verdicts: refusals, shortest: []) }
    let result = try await name.engine.run(supported, of: system, limits: limits, onEvent: onEvent)
    return EngineResult(
      verdicts: refusals.merging(result.verdicts) { $1 }, shortest: result.shortest)
  }

  private func refusals(by name: EngineName, of claims: [ClaimIndex]) -> [ClaimIndex: Verdict] {
    var verdicts: [ClaimIndex: Verdict] = [:]
    for claim in claims {
      let missing = name.engine.unsupported(in: system, claims: [claim])
      if !missing.isEmpty { verdicts[claim] = .unknown(.unsupported(missing)) }
    }
    return verdicts
  }
}

extension Verdict {
  /// Whether no symbolic engine can say more. One that leaves a claim at a violation has found its
  /// condition without a value in a reachable state.
  fileprivate var isFinal: Bool {
    if case .unknown(.stoppedAtViolation) = self { true } else { isSettled }
  }
}
