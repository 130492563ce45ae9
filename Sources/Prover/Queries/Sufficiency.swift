import Z3

/// What is known to exclude conditions, and what is known not to.
///
/// More than suffices is enough as well, and less than does not suffice is not.
struct Sufficiency {
  private var enough: [Term: [Set<Term>]] = [:]
  private var tooLittle: [Term: [Set<Term>]] = [:]

  /// Some of what is assumed that is known to exclude a condition, if any.
  func core(against condition: Term, among assumed: [Term]) -> [Term]? {
    guard let known = enough[condition] else { return nil }
    let all = Set(assumed)
    return known.first { $0.isSubset(of: all) }.map { core in assumed.filter(core.contains) }
  }

  /// Whether a condition is known to be possible.
  func isPossible(_ condition: Term, with assumed: [Term]) -> Bool {
    let all = Set(assumed)
    return tooLittle[condition]?.contains { all.isSubset(of: $0) } ?? false
  }

  /// Notes that something excludes a condition.
  mutating func note(_ core: [Term], exclude condition: Term) {
    enough[condition, default: []].append(Set(core))
  }

  /// Notes that a condition is possible.
  mutating func note(_ condition: Term, isPossibleWith assumed: [Term]) {
    tooLittle[condition, default: []].append(Set(assumed))
  }
}
