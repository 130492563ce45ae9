import Model
import Z3

/// For each of some claims, the condition under which it is broken.
///
/// Kept in the order of the claims, so that terms are built, and given up, in the same order in
/// every run: the solver numbers them, and what it finds depends on the numbers.
struct Conditions {
  let context: Context
  private var entries: [(claim: ClaimIndex, terms: [Term])] = []

  init(in context: Context) { self.context = context }

  /// The claims that can be broken.
  var claims: [ClaimIndex] { entries.map(\.claim) }

  /// When a claim is broken; nil when it cannot be.
  subscript(claim: ClaimIndex) -> Term? {
    entries.first { $0.claim == claim }.map { context.any($0.terms) }
  }

  /// When any of these claims is broken.
  func any(of claims: [ClaimIndex]) -> Term { context.any(claims.compactMap { self[$0] }) }

  /// Adds a condition under which a claim is broken.
  mutating func add(_ condition: Term, to claim: ClaimIndex) {
    if condition.truth == false { return }
    let position = entries.firstIndex { $0.claim >= claim } ?? entries.endIndex
    if position == entries.endIndex || entries[position].claim != claim {
      entries.insert((claim, []), at: position)
    }
    entries[position].terms.append(condition)
  }

  /// Adds the conditions of others, as far as another condition holds as well.
  mutating func add(_ others: Conditions, where condition: Term) {
    for claim in others.claims {
      if let broken = others[claim] { add(condition && broken, to: claim) }
    }
  }

  /// Takes out a claim.
  mutating func remove(_ claim: ClaimIndex) -> Term? {
    guard let position = entries.firstIndex(where: { $0.claim == claim }) else { return nil }
    return context.any(entries.remove(at: position).terms)
  }
}
