import Model
import Murphi
import SourceText

/// Where CMurphi means something else than rumur by the same text.

extension Lowering {
  /// A simple assignment that copies what is undefined.
  mutating func lowerCopy(
    to target: TypedExpression, from value: TypedExpression, at range: SourceRange
  ) -> [Statement] {
    guard case .converted(let source, _) = value.kind else {
      let kind: Statement.Kind =
        mayBeUndefined(value)
        ? .copy(to: changed(target), from: place(value)) : .assign(changed(target), lower(value))
      return [Statement(kind, range: range)]
    }
    let assignment = Statement(.assign(changed(target), lower(value)), range: range)
    guard mayBeUndefined(source) else { return [assignment] }
    let isUndefined = Statement.Branch(
      condition: Expression(.isUndefined(place(source)), type: .boolean, range: range),
      body: [Statement(.undefine(changed(target)), range: range)])
    return [Statement(.branch([isUndefined], otherwise: [assignment]), range: range)]
  }

  /// A loop that does nothing when its step leads away from its end.
  mutating func lowerUpwards(
    _ quantifier: CheckedQuantifier, _ body: [TypedStatement], at range: SourceRange
  ) -> [Statement] {
    let condition = reachesEnd(quantifier.domain, at: range)
    if condition.constant == 0 { return [] }
    let loop = Statement(lower(quantifier, body), range: range)
    if condition.constant != nil { return [loop] }
    let branch = Statement.Branch(condition: condition, body: [loop])
    return [Statement(.branch([branch], otherwise: []), range: range)]
  }

  /// `forall` or `exists`, over nothing when the step of a range leads away from its end.
  mutating func lowerQuantified(
    _ kind: Quantifier, _ quantifier: CheckedQuantifier, _ body: TypedExpression,
    at range: SourceRange
  ) -> Expression {
    let condition = reachesEnd(quantifier.domain, at: range)
    let binding = bind(quantifier)
    let quantified = Expression(
      .quantified(kind, binding, lower(body)), type: .boolean, range: range)
    switch kind {
    case .exists: return folded(.and, condition, quantified, at: range)
    case .forall:
      return folded(.or, folded(.not, condition, at: range), quantified, at: range)
    }
  }

  /// Whether a domain has a value at all; always, for rumur.
  mutating func reachesEnd(
    _ domain: CheckedQuantifier.Domain, at range: SourceRange
  ) -> Expression {
    let yes = Expression(.constant(1), type: .boolean, range: range)
    guard program.dialect == .cmurphi, case .steps(let from, let through, let by) = domain else {
      return yes
    }
    let isDownwards = by.map { lower($0).constant ?? 1 < 0 } ?? false
    let (first, last) = (lower(from), lower(through))
    if let isReached = isDownwards ? last.isAtMost(first) : first.isAtMost(last) {
      return Expression(.constant(isReached ? 1 : 0), type: .boolean, range: range)
    }
    return folded(isDownwards ? .greaterOrEqual : .lessOrEqual, first, last, at: range)
  }
}
