import Model

/// What was explored, on one line.
enum ExplorationText {
  static func line(of exploration: ExplorationRecord) -> String {
    var parts = [
      Numbers.counted(exploration.states, "state"),
      Numbers.counted(exploration.transitions, "transition"), "depth \(exploration.depth)",
      exploration.complete
        ? "complete" : "not complete: \(exploration.limit?.wording ?? "a violation") ended it",
    ]
    if exploration.symmetry { parts.append("symmetry on") }
    if exploration.storage == .compact {
      let bound = Numbers.bound(exploration.missProbability ?? 0)
      parts.append("compact storage: a state is missed with a probability of at most \(bound)")
    }
    if let seconds = exploration.seconds {
      parts.append("\(Numbers.decimal(seconds, digits: 1)) s")
      if seconds >= 0.1 {
        parts.append("\(Numbers.short(Double(exploration.states) / seconds)) states/s")
      }
    }
    parts.append("\(Numbers.decimal(exploration.bytesPerState, digits: 1)) bytes a state")
    if let backend = exploration.backend { parts.append(backend) }
    if let workers = exploration.workers { parts.append(Numbers.counted(workers, "worker")) }
    return parts.joined(separator: ", ")
  }
}

/// How often rules fired.
struct RuleText {
  let rules: [RuleRecord]
  let palette: Palette
  /// Whether every reachable state was visited.
  let isComplete: Bool

  /// All rules in columns, or a line for each that has not fired.
  func lines(all: Bool) -> [String] {
    if !all {
      let words = isComplete ? "never fired" : "not fired so far"
      return rules.filter { $0.fired == 0 }.map {
        "  " + palette.doubtful("\(words): \($0.name) :\($0.line)")
      }
    }
    let names = rules.map { "\($0.name) :\($0.line)" }
    let counts = rules.map { Numbers.grouped($0.fired) }
    let (left, right) = (names.map(\.count).max() ?? 0, counts.map(\.count).max() ?? 0)
    return zip(rules, zip(names, counts)).map { rule, texts in
      let pad = String(repeating: " ", count: left - texts.0.count + 2 + right - texts.1.count)
      let first = rule.firstDepth.map { "  first at depth \($0)" } ?? ""
      return "  rule  \(texts.0)\(pad)\(texts.1)\(first)"
    }
  }
}
