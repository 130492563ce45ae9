import Model
import Z3

/// For each of some claims, the condition under which it is broken.
///
/// Always walked in the order of the claims, so that terms are built in the same order in every
/// run.
struct Conditions {
  let context: Context
  private var terms: [ClaimIndex: [Term]] = [:]

  init(in context: Context) { self.context = context }

  /// The claims that can be broken.
  var claims: [ClaimIndex] { terms.keys.sorted() }

  /// When a claim is broken; nil when it cannot be.
  subscript(claim: ClaimIndex) -> Term? { terms[claim].map(context.any) }

  /// When any of these claims is broken.
  func any(of claims: [ClaimIndex]) -> Term { context.any(claims.compactMap { self[$0] }) }

  /// Adds a condition under which a claim is broken.
  mutating func add(_ condition: Term, to claim: ClaimIndex) {
    if condition.truth != false { terms[claim, default: []].append(condition) }
  }

  /// Adds the conditions of others, as far as another condition holds as well.
  mutating func add(_ others: Conditions, where condition: Term) {
    for claim in others.claims {
      if let broken = others[claim] { add(condition && broken, to: claim) }
    }
  }

  /// Takes out a claim.
  mutating func remove(_ claim: ClaimIndex) -> Term? {
    terms.removeValue(forKey: claim).map(context.any)
  }
}
