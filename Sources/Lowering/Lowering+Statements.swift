import Model
import Murphi
import SourceText

extension Lowering {
  mutating func lower(_ statements: [TypedStatement]) -> [Statement] {
    statements.flatMap { lower($0) }
  }

  /// The meaning of a statement: none or several when it chooses by constants.
  private mutating func lower(_ statement: TypedStatement) -> [Statement] {
    let range = statement.range
    switch statement.kind {
    case .branch(let clauses, let otherwise): return lower(clauses, otherwise, at: range)
    case .alias(let ids, let body): return enter(ids) + lower(body)
    case .whileLoop(let condition, let body):
      let condition = lower(condition)
      let body = lower(body)
      return condition.constant == 0
        ? [] : [Statement(.repeatWhile(condition, body), range: range)]
    case .loop(let quantifier, let body) where program.dialect == .cmurphi:
      return lowerUpwards(quantifier, body, at: range)
    case .assignment(let target, let value)
    where program.dialect == .cmurphi && target.type.isSimple:
      return lowerCopy(to: target, from: value, at: range)
    case .clear(let target) where target.type.isComposedOfMultisets:
      return clear(changed(target), at: range)
    case .add(let element, let multiset): return add(element, to: multiset, at: range)
    default: return [Statement(lowerSimple(statement), range: range)]
    }
  }

  private mutating func lowerSimple(_ statement: TypedStatement) -> Statement.Kind {
    switch statement.kind {
    case .assignment(let target, let value):
      return target.type.isSimple
        ? .assign(changed(target), lower(value)) : .copy(to: changed(target), from: place(value))
    case .call(let function, let arguments):
      return .call(FunctionIndex(function.position), lower(arguments, for: function))
    case .clear(let target): return .clear(changed(target))
    case .undefine(let target): return .undefine(changed(target))
    case .select(let subject, let cases, let otherwise): return lower(subject, cases, otherwise)
    case .loop(let quantifier, let body): return lower(quantifier, body)
    case .giveBack(let value):
      guard let value else { return .returnNothing }
      return .returnValue(value.type.isSimple ? .value(lower(value)) : .copy(place(value)))
    case .property(let property): return lower(property)
    case .error(let message): return .error(errorClaim(message, at: statement.range))
    case .putText(let text): return .put([.text(text)])
    case .putValue(let value):
      return .put([value.access == .value ? .value(lower(value)) : .place(place(value))])
    case .remove(let position, let multiset):
      _ = changed(multiset)
      return .undefine(chosen(position, of: multiset, mustBeThere: true, at: statement.range))
    case .removeAll(let choice, let condition):
      return removeAll(choice, where: condition, at: statement.range)
    case .branch, .alias, .whileLoop, .add: preconditionFailure("these are not simple statements")
    }
  }

  private mutating func lower(
    _ clauses: [TypedStatement.Clause], _ otherwise: [TypedStatement], at range: SourceRange
  ) -> [Statement] {
    var branches: [Statement.Branch] = []
    var last: [Statement]?
    for clause in clauses where last == nil {
      let condition = lower(clause.condition)
      let body = lower(clause.body)
      switch condition.constant {
      case nil: branches.append(Statement.Branch(condition: condition, body: body))
      case 0: break
      default: last = body
      }
    }
    let rest = last ?? lower(otherwise)
    return branches.isEmpty
      ? rest : [Statement(.branch(branches, otherwise: rest), range: range)]
  }

  private mutating func lower(
    _ subject: TypedExpression, _ cases: [TypedStatement.Case], _ otherwise: [TypedStatement]
  ) -> Statement.Kind {
    let subject = lowerCompared(subject)
    let cases = cases.map { item in
      Statement.Case(labels: item.labels.map { lower($0) }, body: lower(item.body))
    }
    return .select(subject, cases, otherwise: lower(otherwise))
  }

  /// A loop whose body writes to the loop's variable works on a copy of it.
  mutating func lower(
    _ quantifier: CheckedQuantifier, _ body: [TypedStatement]
  ) -> Statement.Kind {
    let binding = bind(quantifier)
    let copy = copyIfWritten(quantifier)
    return .repeatFor(binding, copy + lower(body))
  }

  /// Gives a bound variable that the program writes to a slot of its own.
  mutating func copyIfWritten(_ quantifier: CheckedQuantifier) -> [Statement] {
    let variable = program[quantifier.variable]
    guard variable.isWritten, let bound = frame.slot(of: variable.id) else { return [] }
    let type = scalarType(variable.type)
    let source = Place(root: .local(bound), type: .scalar(type), range: quantifier.range)
    let value = Expression(.read(source), type: type, range: quantifier.range)
    let slot = frame.add(variable, .variable)
    let target = Place(root: .local(slot), type: .scalar(type), range: quantifier.range)
    return [Statement(.assign(target, value), range: quantifier.range)]
  }

  // MARK: Claims

  private mutating func lower(_ property: CheckedProperty) -> Statement.Kind {
    let kind: Claim.Kind =
      switch property.kind {
      case .assert, .invariant: .assertion
      case .assume: .assumption
      case .cover: .cover
      case .liveness: preconditionFailure("a checked program has no liveness statement")
      }
    let name = property.message ?? "\(property.kind.rawValue) at line \(property.range.start.line)"
    let claim = bodyClaim(kind, Claim(name: name, kind: kind, range: property.range))
    return .claim(claim, lower(property.condition))
  }

  private mutating func errorClaim(_ message: String, at range: SourceRange) -> ClaimIndex {
    let name = message.isEmpty ? "error at line \(range.start.line)" : message
    return bodyClaim(.assertion, Claim(name: name, kind: .assertion, range: range))
  }
}
