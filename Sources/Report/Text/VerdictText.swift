package import Model

/// The words of a verdict: one meaning each.
package enum VerdictText {
  /// More constants than this are named at the head of the specification only.
  private static let scopeLimit = 3

  /// For example `PROVED FOLIOS=2 TASKS=3` or `EXHAUSTED 5,750,909 states`.
  package static func text(
    of claim: ClaimRecord, in exploration: ExplorationRecord? = nil
  ) -> String {
    switch claim.verdict {
    case .proved: return "PROVED" + scope(claim.scope)
    case .exhausted:
      return "EXHAUSTED" + (exploration.map(states) ?? "")
    case .bounded: return "NO VIOLATION" + (claim.depth.map { " \u{2264} \($0)" } ?? "")
    case .violated:
      guard case .from(let sizes) = claim.scope else { return "VIOLATED" }
      return "VIOLATED for \(leastValues(sizes))"
    case .vacuous: return "VACUOUS"
    case .met: return "MET"
    case .assumed: return "ASSUMED"
    case .unknown: return "UNKNOWN"
    }
  }

  /// How many states there are, and how sure that is.
  private static func states(of exploration: ExplorationRecord) -> String {
    var text = " \(Numbers.counted(exploration.states, "state"))"
    if exploration.symmetry { text += " up to symmetry" }
    if let bound = exploration.missProbability {
      text += ", missed with p \u{2264} \(Numbers.bound(bound))"
    }
    return text
  }

  /// Constants in alphabetical order: `FOLIOS=2 TASKS=3`.
  static func text(of constants: [String: Int64]) -> String {
    constants.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  /// Constants in alphabetical order, each from a value on: `FOLIOS >= 1, TASKS >= 2`.
  package static func leastValues(_ constants: [String: Int64]) -> String {
    constants.sorted { $0.key < $1.key }.map { "\($0.key) >= \($0.value)" }
      .joined(separator: ", ")
  }

  private static func scope(_ scope: ClaimRecord.Scope) -> String {
    switch scope {
    case .forAll(let names): return " for all \(names.joined(separator: ", "))"
    case .from(let sizes): return " for \(leastValues(sizes))"
    case .instance(let constants):
      guard (1...scopeLimit).contains(constants.count) else { return "" }
      return " " + text(of: constants)
    }
  }
}
