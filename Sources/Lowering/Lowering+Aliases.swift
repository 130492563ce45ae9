import Model
import Murphi

/// Aliases name what their expression stands for on entry: later changes of an index inside it
/// do not move them. One whose meaning cannot change is simply put in for its name; another gets
/// a slot that is bound on entry.

extension Lowering {
  /// What runs where the scope of aliases is entered.
  mutating func enter(_ ids: [AliasID]) -> [Statement] {
    ids.flatMap { enter($0) }
  }

  private mutating func enter(_ id: AliasID) -> [Statement] {
    let alias = program[id]
    if isFixed(alias.value) {
      frame.bind(id, to: .expression)
      return []
    }
    let range = alias.value.range
    let type = valueType(alias.value.type)
    guard alias.value.access == .value else {
      let place = changed(alias.value)
      let slot = frame.add(alias.name, type, .reference)
      frame.bind(id, to: .slot(slot))
      return [Statement(.bind(slot, place), range: range)]
    }
    let kind: (Place) -> Statement.Kind
    if alias.value.type.isSimple {
      let value = lower(alias.value)
      kind = { .assign($0, value) }
    } else {
      let source = place(alias.value)
      kind = { .copy(to: $0, from: source) }
    }
    let slot = frame.add(alias.name, type, .variable)
    frame.bind(id, to: .slot(slot))
    return [Statement(kind(Place(root: .local(slot), type: type, range: range)), range: range)]
  }

  /// Whether an alias of this stands for the same thing until its scope ends.
  private func isFixed(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .constant, .variable: true
    case .field(let record, _): isFixed(record)
    case .element(let array, let index): isFixed(array) && isUnchanging(index)
    case .alias(let id): isFixedAlias(id)
    default: false
    }
  }

  private func isFixedAlias(_ id: AliasID) -> Bool {
    if case .slot = frame.meaning(of: id) { true } else { isFixed(program[id].value) }
  }

  /// Whether the value of an index is the same until the scope of an alias ends.
  private func isUnchanging(_ index: TypedExpression) -> Bool {
    switch index.kind {
    case .constant: return true
    case .variable(let id):
      let variable = program[id]
      return variable.storage == .bound && !variable.isWritten
        || variable.storage == .parameter(isReference: false)
    case .alias(let id):
      guard case .expression = frame.meaning(of: id) else { return false }
      return isUnchanging(program[id].value)
    default: return false
    }
  }

  /// Expressions that are always true, and fail where an alias cannot be entered: a guard or
  /// property in its scope fails with it, even when it does not use it.
  mutating func entryChecks(_ ids: [AliasID]) -> [Expression] {
    ids.compactMap { entryCheck($0) }
  }

  private mutating func entryCheck(_ id: AliasID) -> Expression? {
    let value = program[id].value
    guard !isHarmless(value) else { return nil }
    let range = value.range
    func truth(_ kind: Expression.Kind) -> Expression {
      Expression(kind, type: .boolean, range: range)
    }
    guard value.type.isSimple else {
      let meaning = place(value)
      return truth(.same(meaning, meaning))
    }
    guard value.access == .value else {
      let isUndefined = truth(.isUndefined(place(value)))
      return truth(.binary(.or, isUndefined, truth(.constant(1))))
    }
    let meaning = lower(value)
    return truth(.binary(.equal, meaning, meaning))
  }

  /// Whether evaluating this as an alias cannot fail.
  private func isHarmless(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .constant, .variable: true
    case .field(let record, _): isHarmless(record)
    case .element(let array, let index):
      isHarmless(array) && isWithinBounds(index, of: array.type)
    case .alias(let id): isHarmless(program[id].value)
    default: false
    }
  }

  private func isWithinBounds(_ index: TypedExpression, of array: CheckedType) -> Bool {
    guard case .array(let type, _) = array, let bounds = type.limits else { return false }
    switch index.kind {
    case .constant(let value):
      return value.isAlwaysAtLeast(bounds.lower) && bounds.upper.isAlwaysAtLeast(value)
    case .variable(let id):
      guard program[id].storage == .bound, let values = index.type.limits else { return false }
      return values.lower.isAlwaysAtLeast(bounds.lower)
        && bounds.upper.isAlwaysAtLeast(values.upper)
    case .alias(let id): return isWithinBounds(program[id].value, of: array)
    default: return false
    }
  }
}
