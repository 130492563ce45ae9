import SourceText

extension Checker {
  /// Resolves the names of an expression and works out its type; reports what does not fit.
  mutating func checkExpression(_ syntax: ExpressionSyntax) -> TypedExpression {
    switch syntax.kind {
    case .integer(let value): return checkInteger(value, at: syntax.range)
    case .name(let name): return checkName(name, at: syntax.range)
    case .field(let record, let field): return checkField(record, field, at: syntax.range)
    case .element(let array, let index): return checkElement(array, index, at: syntax.range)
    case .call(let name, let arguments): return checkCallValue(name, arguments, at: syntax.range)
    case .unary(let op, let operand): return checkUnary(op, operand, at: syntax.range)
    case .binary(let op, let left, let right): return checkBinary(op, left, right, at: syntax.range)
    case .conditional(let condition, let yes, let no):
      return checkConditional(condition, yes, no, at: syntax.range)
    case .quantified(let kind, let quantifier, let body):
      return checkQuantified(kind, quantifier, body, at: syntax.range)
    case .isUndefined(let place): return checkIsUndefined(place, at: syntax.range)
    case .isMember(let value, let type): return checkIsMember(value, type, at: syntax.range)
    case .count(let choice, let condition): return checkCount(choice, condition, at: syntax.range)
    case .missing: return .invalid(at: syntax.range)
    }
  }

  /// Checks an expression that must be a truth value.
  mutating func checkBoolean(_ syntax: ExpressionSyntax, in what: String) -> TypedExpression {
    let expression = checkExpression(syntax)
    if !expression.type.isBoolean {
      report("\(what) must be true or false, but this is \(expression.type)", at: syntax.range)
    }
    return expression
  }

  /// The type in which values that fit each other can be compared: that of a union amongst them,
  /// `integer` for numbers of different types.
  func commonType(of values: [TypedExpression]) -> CheckedType {
    let types = values.map(\.type)
    let union = types.first { if case .union = $0 { true } else { false } }
    return union ?? (types.dropFirst().allSatisfy(types[0].isSame) ? types[0] : .integer)
  }

  /// A value that fits `type` as one of that type.
  func converted(_ value: TypedExpression, to type: CheckedType) -> TypedExpression {
    guard let offset = value.type.offset(in: type) else { return value }
    return TypedExpression(
      kind: .converted(value, by: offset), type: type, access: .value, range: value.range)
  }

  private func value(
    _ kind: TypedExpression.Kind, _ type: CheckedType, at range: SourceRange
  ) -> TypedExpression {
    TypedExpression(kind: kind, type: type, access: .value, range: range)
  }

  private mutating func checkInteger(_ number: UInt64?, at range: SourceRange) -> TypedExpression {
    guard let number, let value = Int64(exactly: number) else {
      report("this number does not fit in 64 bits (the greatest is \(Int64.max))", at: range)
      return .invalid(at: range)
    }
    return self.value(.constant(Quantity(value)), .integer, at: range)
  }

  private mutating func checkName(_ name: String, at range: SourceRange) -> TypedExpression {
    switch resolve(name, at: range, as: "a value", where: \.isValue) {
    case .constant(let number, let type): return value(.constant(number), type, at: range)
    case .variable(let id):
      let variable = variables[id.position]
      return TypedExpression(
        kind: .variable(id), type: variable.type, access: access(to: variable), range: range)
    case .alias(let id):
      let target = aliases[id.position].value
      return TypedExpression(
        kind: .alias(id), type: target.type, access: target.access, range: range)
    case .type, .function, .broken, nil: return .invalid(at: range)
    }
  }

  private func access(to variable: CheckedVariable) -> TypedExpression.Access {
    if case .slot = variable.type { return .value }
    return variable.storage == .parameter(isReference: false) ? .readOnlyPlace : .place
  }

  private mutating func checkField(
    _ syntax: ExpressionSyntax, _ field: Identifier, at range: SourceRange
  ) -> TypedExpression {
    let record = checkExpression(syntax)
    guard case .record(let fields) = record.type else {
      if record.type != .invalid {
        report("this is \(record.type) and has no fields", at: syntax.range)
      }
      return .invalid(at: range)
    }
    guard let position = fields.firstIndex(where: { $0.name == field.text }) else {
      let near = nearestSpelling(to: field.text, among: fields.map(\.name))
      report(
        "this record has no field '\(field.text)'", at: field.range,
        suggestion: near.map { "did you mean '\($0)'?" }
          ?? "its fields are \(fields.map(\.name).joined(separator: ", "))")
      return .invalid(at: range)
    }
    return TypedExpression(
      kind: .field(record, position), type: fields[position].type, access: record.access,
      range: range)
  }

  private mutating func checkElement(
    _ syntax: ExpressionSyntax, _ indexSyntax: ExpressionSyntax, at range: SourceRange
  ) -> TypedExpression {
    let array = checkExpression(syntax)
    let index = checkExpression(indexSyntax)
    if case .multiset = array.type { return checkChosen(array, index, at: range) }
    guard case .array(let indexType, let element) = array.type else {
      if array.type != .invalid {
        report("this is \(array.type) and has no elements", at: syntax.range)
      }
      return .invalid(at: range)
    }
    if !index.type.fits(indexType) {
      report("the index must be \(indexType), but this is \(index.type)", at: indexSyntax.range)
    }
    return TypedExpression(
      kind: .element(array, converted(index, to: indexType)), type: element,
      access: array.access, range: range)
  }

  private mutating func checkConditional(
    _ conditionSyntax: ExpressionSyntax, _ yesSyntax: ExpressionSyntax,
    _ noSyntax: ExpressionSyntax, at range: SourceRange
  ) -> TypedExpression {
    let condition = checkBoolean(conditionSyntax, in: "the condition of '? :'")
    let yes = checkExpression(yesSyntax)
    let no = checkExpression(noSyntax)
    if !yes.type.fits(no.type) {
      report("the values of '? :' differ: \(yes.type) and \(no.type)", at: range)
    } else if !yes.type.isSimple {
      report("'? :' cannot choose between records or arrays; use 'if'", at: range)
    }
    let type = yes.type.fits(no.type) ? commonType(of: [yes, no]) : .invalid
    let kind = TypedExpression.Kind.conditional(
      condition, converted(yes, to: type), converted(no, to: type))
    return value(kind, type, at: range)
  }

  private mutating func checkQuantified(
    _ kind: QuantifierKind, _ syntax: QuantifierSyntax, _ bodySyntax: ExpressionSyntax,
    at range: SourceRange
  ) -> TypedExpression {
    scopes.open()
    defer { scopes.close() }
    let quantifier = checkQuantifier(syntax)
    let body = checkBoolean(bodySyntax, in: "the body of '\(kind.rawValue)'")
    if variables[quantifier.variable.position].isWritten {
      report("'\(syntax.name.text)' must not be changed here", at: syntax.name.range)
    }
    return value(.quantified(kind, quantifier, body), .boolean, at: range)
  }

  private mutating func checkIsUndefined(
    _ syntax: ExpressionSyntax, at range: SourceRange
  ) -> TypedExpression {
    let place = checkExpression(syntax)
    if place.access == .value {
      report("'isundefined' needs a variable, but this is always defined", at: syntax.range)
    } else if !place.type.isSimple {
      report("'isundefined' needs a simple value, but this is \(place.type)", at: syntax.range)
    }
    return value(.isUndefined(place), .boolean, at: range)
  }
}
