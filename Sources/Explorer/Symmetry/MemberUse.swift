import Model
import SourceText

/// How the rules and claims of a system use the members of scalarsets: which types exchange
/// members, and what no renaming of members would leave as it is.
///
/// Start states may do as they like: if the rules treat all members alike, what can be reached
/// from the renamed start states are the renamed states.
final class MemberUse: CodeVisitor {
  private(set) var obstacles: [Feature] = []
  private var leaders: [ScalarType: ScalarType] = [:]
  private var types: [ScalarType] = []

  override init(_ system: TransitionSystem) {
    super.init(system)
    for variable in system.variables { meet(variable.type) }
    visitSystem()
  }

  /// The types that exchange members with each other, group by group, in the order of the state.
  var groups: [[ScalarType]] {
    var order: [ScalarType] = []
    var groups: [ScalarType: [ScalarType]] = [:]
    for type in types {
      let leader = leader(of: type)
      if groups[leader] == nil { order.append(leader) }
      groups[leader, default: []].append(type)
    }
    return order.map { groups[$0]! }
  }

  // MARK: Types

  /// Notes the scalarsets in a type.
  private func meet(_ type: ValueType) {
    switch type {
    case .scalar(let scalar): meet(scalar)
    case .record(let fields): fields.forEach { meet($0.type) }
    case .array(let index, let element):
      meet(index)
      meet(element)
    }
  }

  private func meet(_ type: ScalarType) {
    if case .union(let parts) = type.kind { parts.forEach(meet) }
    guard type.kind == .scalarset, leaders[type] == nil else { return }
    leaders[type] = type
    types.append(type)
  }

  private func leader(of type: ScalarType) -> ScalarType {
    var type = type
    while let next = leaders[type], next != type { type = next }
    return type
  }

  private func join(_ first: ScalarType, _ second: ScalarType) {
    if case .union(let parts) = first.kind, case .union(let others) = second.kind {
      return zip(parts, others).forEach(join)
    }
    if first.isUnion != second.isUnion {
      return join(first.origin(of: 0).type, second.origin(of: 0).type)
    }
    guard first.kind == .scalarset, second.kind == .scalarset, first.count == second.count else {
      return
    }
    meet(first)
    meet(second)
    leaders[leader(of: second)] = leader(of: first)
  }

  private func join(_ first: ValueType, _ second: ValueType) {
    switch (first, second) {
    case (.scalar(let type), .scalar(let other)): join(type, other)
    case (.record(let fields), .record(let others)):
      for (field, other) in zip(fields, others) { join(field.type, other.type) }
    case (.array(let index, let element), .array(let otherIndex, let otherElement)):
      join(index, otherIndex)
      join(element, otherElement)
    default: break
    }
  }

  private func join(_ type: ScalarType, _ expression: Expression) {
    if case .conditional(_, let yes, let no) = expression.kind {
      join(type, yes)
      join(type, no)
    }
    if case .binary(.subtract, let union, let offset) = expression.kind, union.type.isUnion,
      case .constant(let offset) = offset.kind
    {
      return join(type, union.type.origin(of: offset).type)
    }
    join(type, expression.type)
  }

  private func join(_ type: ValueType, _ argument: Argument) {
    switch argument {
    case .value(let expression): if let scalar = type.scalar { join(scalar, expression) }
    case .copy(let place), .reference(let place): join(type, place.type)
    }
  }

  // MARK: What is looked at

  override func look(at binding: Binding) {
    switch binding.domain {
    case .type(let type): meet(type)
    case .steps(let from, let through, let by):
      for bound in [from, through] + (by.map { [$0] } ?? []) where holdsMember(bound) {
        refuse("a member of \(name(bound.type)) bounds a loop", at: bound.range)
      }
    }
  }

  override func look(at place: Place) {
    var type: ValueType?
    switch place.root {
    case .state(let variable): type = system[variable].type
    case .local(let local): type = frame[local.position].type
    case .call(let function, _): type = system[function].result
    }
    for step in place.path {
      switch (step, type) {
      case (.field(let position), .record(let fields)?): type = fields[position].type
      case (.element(let index), .array(let indexType, let element)?):
        join(indexType, index)
        type = element
      default: return
      }
    }
  }

  override func look(atCallOf function: Function, _ arguments: [Argument]) {
    for (local, argument) in zip(function.frame, arguments) { join(local.type, argument) }
  }

  override func look(at statement: Statement) {
    switch statement.kind {
    case .assign(let place, let value): if let type = place.type.scalar { join(type, value) }
    case .copy(let target, let source): join(target.type, source.type)
    case .bind(let local, let place): join(frame[local.position].type, place.type)
    case .select(let subject, let cases, _):
      for label in cases.flatMap(\.labels) { join(subject.type, label) }
    case .returnValue(let argument): if let type = function?.result { join(type, argument) }
    case .clear(let place):
      guard let type = StateLayout.scalars(of: place.type).first(where: isPermuted) else { return }
      refuse(
        "'clear' chooses the first member of \(name(type)); 'undefine' chooses none",
        at: statement.range)
    default: break
    }
  }

  override func look(at expression: Expression) {
    switch expression.kind {
    case .constant where expression.type.kind == .scalarset && isPermuted(expression.type):
      refuse("one member of \(name(expression.type)) is named", at: expression.range)
    case .read(let place) where expression.type.isUnion:
      // The first part of a union is numbered as by itself.
      if let type = place.type.scalar, !type.isUnion { join(expression.type, type) }
    case .unary(let op, let operand) where holdsMember(operand):
      refuse("'\(op.rawValue)' is applied to a member of \(name(operand.type))", at: operand.range)
    case .binary(let op, let left, let right): look(at: op, left, right, of: expression)
    case .conditional(_, let yes, let no): join(yes.type, no)
    default: break
    }
  }

  private func look(
    at op: BinaryOperator, _ left: Expression, _ right: Expression, of whole: Expression
  ) {
    switch op {
    case .equal, .notEqual: join(left.type, right)
    case .and, .or, .implies: break
    case .add where whole.type.isUnion:
      if case .constant(let offset) = right.kind { join(whole.type.origin(of: offset).type, left) }
    case .subtract where left.type.isUnion: break
    case .lessOrEqual where isBound(right, isUpper: true): break
    case .greaterOrEqual where isBound(right, isUpper: false): break
    default:
      guard let operand = [left, right].first(where: holdsMember) else { return }
      let isOrder = [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(op)
      refuse(
        isOrder
          ? "members of \(name(operand.type)) are compared by their order"
          : "a member of \(name(operand.type)) is used in arithmetic ('\(op.rawValue)')",
        at: whole.range)
    }
  }

  /// Whether a comparison with this constant asks only which part of a union a value comes from.
  private func isBound(_ constant: Expression, isUpper: Bool) -> Bool {
    guard constant.type.isUnion, case .constant(let value) = constant.kind else { return false }
    let (part, member) = constant.type.origin(of: value)
    return member == (isUpper ? part.upper : part.lower)
  }

  // MARK: Words

  private func refuse(_ words: String, at range: SourceRange) {
    obstacles.append(Feature(words, range: range))
  }

  private func isPermuted(_ type: ScalarType) -> Bool { type.hasInterchangeableMembers }

  private func holdsMember(_ expression: Expression) -> Bool {
    if case .conditional(_, let yes, let no) = expression.kind {
      return holdsMember(yes) || holdsMember(no)
    }
    return isPermuted(expression.type)
  }

  private func name(_ type: ScalarType) -> String { type.name ?? "a scalarset" }
}

extension ScalarType {
  fileprivate var isUnion: Bool { if case .union = kind { true } else { false } }

  /// Whether it is a scalarset of several members, or a union with one.
  var hasInterchangeableMembers: Bool {
    switch kind {
    case .scalarset: lower < upper
    case .union(let parts): parts.contains(where: \.hasInterchangeableMembers)
    default: false
    }
  }
}
