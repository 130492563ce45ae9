package import Model

/// One line about work under way, for people or for programs; the caller knows the clock.
package enum ProgressText: String, Sendable, Hashable, CaseIterable {
  case plain
  case json

  /// The line for an event `seconds` after the start of the run, without a newline. `rate` is in
  /// states a second, nil when it is not known yet.
  package func line(
    for event: EngineEvent, spec: String, seconds: Double, rate: Double? = nil
  ) -> String {
    switch self {
    case .plain: Self.words(for: event, spec, seconds, rate)
    case .json: JSONValue.object(Self.facts(of: event, spec, seconds, rate)).text
    }
  }

  private static func words(
    for event: EngineEvent, _ spec: String, _ seconds: Double, _ rate: Double?
  ) -> String {
    let time = "\(Numbers.decimal(seconds, digits: 1)) s"
    switch event {
    case .exploring(let states, _, let depth, let frontier, let bytes):
      let speed = rate.map { "\(Numbers.short($0)) states/s" }
      let parts = [
        Numbers.counted(states, "state"), speed, "frontier \(Numbers.grouped(frontier))",
        "depth \(depth)", Numbers.bytes(bytes), time,
      ]
      return "\(spec): \(parts.compactMap { $0 }.joined(separator: ", "))"
    case .proving(let question, let depth): return "\(spec): \(question), depth \(depth), \(time)"
    case .asking(let step, let claim): return "\(spec): \(step) keeps \(claim), \(time)"
    case .answered(let step, let claim, let seconds):
      let took = Numbers.decimal(seconds, digits: 3)
      return "\(spec): \(step) keeps \(claim): answered in \(took) s, \(time)"
    }
  }

  private static func facts(
    of event: EngineEvent, _ spec: String, _ seconds: Double, _ rate: Double?
  ) -> [String: JSONValue] {
    var facts: [String: JSONValue] = [
      "spec": .string(spec),
      "seconds": seconds.isFinite ? .number((seconds * 10).rounded() / 10) : .null,
    ]
    switch event {
    case .exploring(let states, let transitions, let depth, let frontier, let bytes):
      facts["event"] = .string("exploring")
      facts["states"] = .integer(Int64(states))
      facts["transitions"] = .integer(Int64(transitions))
      facts["depth"] = .integer(Int64(depth))
      facts["frontier"] = .integer(Int64(frontier))
      facts["bytes"] = .integer(Int64(bytes))
      facts["statesPerSecond"] =
        rate.flatMap { Int64(exactly: $0.rounded()) }
        .map { .integer($0) } ?? .null
    case .proving(let question, let depth):
      facts["event"] = .string("proving")
      facts["question"] = .string(question)
      facts["depth"] = .integer(Int64(depth))
    case .asking(let step, let claim):
      facts["event"] = .string("asking")
      facts["step"] = .string(step)
      facts["claim"] = .string(claim)
    case .answered(let step, let claim, let seconds):
      facts["event"] = .string("answered")
      facts["step"] = .string(step)
      facts["claim"] = .string(claim)
      facts["took"] = .number((seconds * 10_000).rounded() / 10_000)
    }
    return facts
  }
}
