import Model
import Murphi
import SourceText

extension Lowering {
  /// The meaning of an expression of simple type.
  mutating func lower(_ expression: TypedExpression) -> Expression {
    let range = expression.range
    switch expression.kind {
    case .constant(let quantity):
      if quantity.isSymbolic { return number(quantity, at: range) }
      return Expression(
        .constant(quantity.value), type: scalarType(expression.type), range: range)
    case .variable(let id):
      if let number = frame.constant(of: id) {
        return Expression(.constant(number), type: scalarType(expression.type), range: range)
      }
      return read(place(expression), at: range)
    case .field, .element: return read(place(expression, mustBeThere: false), at: range)
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
      return lowerQuantified(kind == .forall ? .forall : .exists, quantifier, body, at: range)
    case .isUndefined(let variable):
      return Expression(.isUndefined(place(variable)), type: .boolean, range: range)
    case .isMember(let value, let lower, let upper):
      return lowerIsMember(value, lower, upper, at: range)
    case .converted(let value, let offset):
      return converted(lower(value), by: offset, to: scalarType(expression.type), at: range)
    case .count(let choice, let condition): return lowerCount(choice, condition, at: range)
    case .undefined, .invalid:
      preconditionFailure("a checked program has no invalid part, and no undefined value")
    }
  }

  /// A value of a union as one of a member, or the other way round. What is no value of the member
  /// comes to lie outside its type, which is found where it is stored or used as an index.
  private func converted(
    _ value: Expression, by offset: Int64, to type: ScalarType, at range: SourceRange
  ) -> Expression {
    if let number = value.constant {
      return Expression(.constant(number + offset), type: type, range: range)
    }
    func shifted(_ op: BinaryOperator, by distance: Int64, as type: ScalarType) -> Expression {
      let distance = Expression(.constant(distance), type: .integer, range: range)
      return Expression(.binary(op, value, distance), type: type, range: range)
    }
    guard case .union = type.kind else {
      return offset == 0 ? value : shifted(.subtract, by: -offset, as: .integer)
    }
    return offset == 0
      ? Expression(value.kind, type: type, range: range) : shifted(.add, by: offset, as: type)
  }

  private mutating func lowerIsMember(
    _ value: TypedExpression, _ lower: Quantity, _ upper: Quantity, at range: SourceRange
  ) -> Expression {
    let type = scalarType(value.type)
    let value = lowerCompared(value)
    func comparison(_ op: BinaryOperator, _ bound: Quantity) -> Expression {
      let isPlain = !bound.isSymbolic && type.symbolicBounds == nil
      let plain = Expression(.constant(bound.value), type: type, range: range)
      return folded(op, value, isPlain ? plain : number(bound, at: range), at: range)
    }
    if lower.form == value.type.lowerForm { return comparison(.lessOrEqual, upper) }
    let isNotBelow = comparison(.greaterOrEqual, lower)
    return upper.form == type.upperForm
      ? isNotBelow : folded(.and, isNotBelow, comparison(.lessOrEqual, upper), at: range)
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
    let isEquation = op == .equal || op == .notEqual
    let (left, right) =
      isEquation ? (lowerCompared(left), lowerCompared(right)) : (lower(left), lower(right))
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

  /// A value that is only compared with others; an undefined one of a union is then CMurphi's -1,
  /// and no run-time error.
  mutating func lowerCompared(_ expression: TypedExpression) -> Expression {
    let value = lower(expression)
    guard program.dialect == .cmurphi, case .union = expression.type, mayBeUndefined(expression)
    else { return value }
    let range = expression.range
    let isUndefined = Expression(
      .isUndefined(place(expression)), type: .boolean, range: range)
    let nothing = Expression(.constant(-1), type: .integer, range: range)
    return Expression(.conditional(isUndefined, nothing, value), type: .integer, range: range)
  }

  /// Whether this names a place that may hold no value.
  func mayBeUndefined(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .variable(let id): program[id].storage != .bound
    case .alias(let id): mayBeUndefined(program[id].value)
    case .field, .element: true
    default: false
    }
  }

  /// What is handed to a function's parameters. Places are copied with what is undefined in them.
  mutating func lower(_ arguments: [TypedExpression], for function: FunctionID) -> [Argument] {
    noteChanges(by: FunctionIndex(function.position))
    return zip(program[function].parameters, arguments).map { parameter, argument in
      if program[parameter].storage == .parameter(isReference: true) {
        return .reference(changed(argument))
      }
      let isComputed = argument.access == .value && argument.type.isSimple
      return isComputed ? .value(lower(argument)) : .copy(place(argument))
    }
  }

  // MARK: Places

  /// Where something is kept.
  ///
  /// That an element of a multiset is there is checked on the way, unless the place is going to be
  /// read, which fails anyway when it is not.
  mutating func place(_ expression: TypedExpression, mustBeThere: Bool = true) -> Place {
    let range = expression.range
    switch expression.kind {
    case .variable(let id):
      return Place(root: root(of: id), type: valueType(expression.type), range: range)
    case .alias(let id): return aliasPlace(id, at: range)
    case .field(let record, let position):
      return place(record, mustBeThere: mustBeThere).extended(
        by: .field(position), type: valueType(expression.type), range: range)
    case .element(let multiset, let position) where multiset.type.isMultiset:
      return chosen(position, of: multiset, mustBeThere: mustBeThere, at: range)
        .extended(by: .field(1), type: valueType(expression.type), range: range)
    case .element(let array, let index):
      let base = place(array, mustBeThere: mustBeThere)
      return base.extended(
        by: .element(lower(index)), type: valueType(expression.type), range: range)
    case .call(let function, let arguments):
      let root = Place.Root.call(
        FunctionIndex(function.position), lower(arguments, for: function))
      return Place(root: root, type: valueType(expression.type), range: range)
    case .undefined:
      let slot = frame.add("undefined", valueType(expression.type), .variable)
      return Place(root: .local(slot), type: valueType(expression.type), range: range)
    default: preconditionFailure("a checked program has a place here")
    }
  }

  func root(of id: VariableID) -> Place.Root {
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
    let isEmpty = reachesEnd(quantifier.domain, at: quantifier.range).constant == 0
    let domain = isEmpty ? .type(.range(1, 0)) : lower(quantifier.domain)
    let variable = program[quantifier.variable]
    return Binding(local: frame.add(variable, .bound), name: variable.name, domain: domain)
  }

  /// The step of ranges without one; nil to leave it to the bounds.
  private var upwards: Expression? {
    program.dialect == .cmurphi
      ? Expression(.constant(1), type: .integer, range: .none) : nil
  }

  private mutating func lower(_ domain: CheckedQuantifier.Domain) -> Domain {
    switch domain {
    case .type(let type): .type(scalarType(type))
    case .steps(let from, let through, let by):
      .steps(from: lower(from), through: lower(through), by: by.map { lower($0) } ?? upwards)
    }
  }
}

extension Place {
  func extended(by step: Step, type: ValueType, range: SourceRange) -> Place {
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
