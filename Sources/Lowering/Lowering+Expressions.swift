import Model
import Murphi
import SourceText

extension Lowering {
  /// The meaning of an expression of simple type.
  mutating func lower(_ expression: TypedExpression) -> Expression {
    let range = expression.range
    switch expression.kind {
    case .constant(let value):
      return Expression(.constant(value), type: scalarType(expression.type), range: range)
    case .variable, .field, .element: return read(place(expression), at: range)
    case .alias(let id): return lowerAlias(id, at: range)
    case .call(let function, let arguments):
      let kind = Expression.Kind.call(
        FunctionIndex(function.position), lower(arguments, for: function))
      return Expression(kind, type: scalarType(expression.type), range: range)
    case .unary(let op, let operand): return folded(UnaryOperator(op), lower(operand), at: range)
    case .binary(let op, let left, let right): return lower(op, left, right, at: range)
    case .conditional(let condition, let yes, let no):
      return lowerConditional(condition, yes, no, expression)
    case .quantified(let kind, let quantifier, let body):
      let binding = bind(quantifier)
      let quantified = Expression.Kind.quantified(
        kind == .forall ? .forall : .exists, binding, lower(body))
      return Expression(quantified, type: .boolean, range: range)
    case .isUndefined(let variable):
      return Expression(.isUndefined(place(variable)), type: .boolean, range: range)
    case .invalid: preconditionFailure("a checked program has no invalid part")
    }
  }

  private func read(_ place: Place, at range: SourceRange) -> Expression {
    guard let type = place.type.scalar else {
      preconditionFailure("a checked program reads simple values only")
    }
    return Expression(.read(place), type: type, range: range)
  }

  private mutating func lowerAlias(_ id: AliasID, at range: SourceRange) -> Expression {
    let value = program[id].value
    if case .slot = frame.meaning(of: id) { return read(aliasPlace(id, at: range), at: range) }
    let meaning = lower(value)
    return Expression(meaning.kind, type: meaning.type, range: range)
  }

  private mutating func lower(
    _ op: TypedOperator, _ left: TypedExpression, _ right: TypedExpression, at range: SourceRange
  ) -> Expression {
    guard left.type.isSimple else {
      let same = Expression(.same(place(left), place(right)), type: .boolean, range: range)
      return op == .equal
        ? same : Expression(.unary(.not, same), type: .boolean, range: range)
    }
    let (left, right) = (lower(left), lower(right))
    return folded(BinaryOperator(op), left, right, at: range)
  }

  private mutating func lowerConditional(
    _ condition: TypedExpression, _ yes: TypedExpression, _ no: TypedExpression,
    _ expression: TypedExpression
  ) -> Expression {
    let condition = lower(condition)
    let (yes, no) = (lower(yes), lower(no))
    if let value = condition.constant { return value != 0 ? yes : no }
    return Expression(
      .conditional(condition, yes, no), type: scalarType(expression.type), range: expression.range)
  }

  /// What is handed to a function's parameters. Places are copied with what is undefined in them.
  mutating func lower(_ arguments: [TypedExpression], for function: FunctionID) -> [Argument] {
    zip(program[function].parameters, arguments).map { parameter, argument in
      if program[parameter].storage == .parameter(isReference: true) {
        return .reference(place(argument))
      }
      let isComputed = argument.access == .value && argument.type.isSimple
      return isComputed ? .value(lower(argument)) : .copy(place(argument))
    }
  }

  // MARK: Places

  /// Where something is kept.
  mutating func place(_ expression: TypedExpression) -> Place {
    let range = expression.range
    switch expression.kind {
    case .variable(let id):
      return Place(root: root(of: id), type: valueType(expression.type), range: range)
    case .alias(let id): return aliasPlace(id, at: range)
    case .field(let record, let position):
      return place(record).extended(
        by: .field(position), type: valueType(expression.type), range: range)
    case .element(let array, let index):
      let base = place(array)
      return base.extended(
        by: .element(lower(index)), type: valueType(expression.type), range: range)
    case .call(let function, let arguments):
      let root = Place.Root.call(
        FunctionIndex(function.position), lower(arguments, for: function))
      return Place(root: root, type: valueType(expression.type), range: range)
    default: preconditionFailure("a checked program has a place here")
    }
  }

  private func root(of id: VariableID) -> Place.Root {
    if let position = statePositions[id] { return .state(position) }
    guard let slot = frame.slot(of: id) else {
      preconditionFailure("every variable in sight has a slot")
    }
    return .local(slot)
  }

  private mutating func aliasPlace(_ id: AliasID, at range: SourceRange) -> Place {
    let value = program[id].value
    if case .slot(let slot) = frame.meaning(of: id) {
      return Place(root: .local(slot), type: valueType(value.type), range: range)
    }
    let meaning = place(value)
    return Place(root: meaning.root, path: meaning.path, type: meaning.type, range: range)
  }

  // MARK: Quantifiers

  /// Gives the variable of a quantifier a slot.
  mutating func bind(_ quantifier: CheckedQuantifier) -> Binding {
    let domain = lower(quantifier.domain)
    let variable = program[quantifier.variable]
    return Binding(local: frame.add(variable, .bound), name: variable.name, domain: domain)
  }

  private mutating func lower(_ domain: CheckedQuantifier.Domain) -> Domain {
    switch domain {
    case .type(let type): .type(scalarType(type))
    case .steps(let from, let through, let by):
      .steps(from: lower(from), through: lower(through), by: by.map { lower($0) })
    }
  }
}

extension Place {
  fileprivate func extended(by step: Step, type: ValueType, range: SourceRange) -> Place {
    Place(root: root, path: path + [step], type: type, range: range)
  }
}

extension UnaryOperator {
  fileprivate init(_ op: PrefixOperator) {
    switch op {
    case .not: self = .not
    case .negate: self = .negate
    case .complement: self = .complement
    }
  }
}

extension BinaryOperator {
  fileprivate init(_ op: TypedOperator) {
    switch op {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .remainder: self = .remainder
    case .bitAnd: self = .bitAnd
    case .bitOr: self = .bitOr
    case .bitExclusiveOr: self = .bitXor
    case .shiftLeft: self = .shiftLeft
    case .shiftRight: self = .shiftRight
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .and: self = .and
    case .or: self = .or
    case .implies: self = .implies
    }
  }
}
