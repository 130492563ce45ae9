import SourceText

extension Checker {
  /// A call whose value is used.
  mutating func checkCallValue(
    _ name: Identifier, _ arguments: [ExpressionSyntax], at range: SourceRange
  ) -> TypedExpression {
    guard let (id, values) = checkCall(name, arguments, at: range) else {
      return .invalid(at: range)
    }
    guard let result = functions[id.position].checked.result else {
      let note = Diagnostic.Note(
        "'\(name.text)' is declared here", at: functions[id.position].checked.range)
      report("'\(name.text)' is a procedure and has no value", at: range, notes: [note])
      return .invalid(at: range)
    }
    return TypedExpression(kind: .call(id, values), type: result, access: .value, range: range)
  }

  /// A call, its value used or not.
  mutating func checkCall(
    _ name: Identifier, _ arguments: [ExpressionSyntax], at range: SourceRange
  ) -> (FunctionID, [TypedExpression])? {
    let values = arguments.map { argument in
      isUndefined(argument)
        ? TypedExpression(kind: .undefined, type: .invalid, access: .value, range: argument.range)
        : checkExpression(argument)
    }
    guard
      case .function(let id) = resolve(
        name.text, at: name.range, as: "a function", where: \.isFunction)
    else { return nil }
    let function = functions[id.position].checked
    guard values.count == function.parameters.count else {
      let note = Diagnostic.Note("'\(name.text)' is declared here", at: function.range)
      report(
        "'\(name.text)' takes \(counted(function.parameters.count, "argument")), not "
          + "\(values.count)", at: range, notes: [note])
      return nil
    }
    for (parameter, value) in zip(function.parameters, values) {
      checkArgument(value, for: variables[parameter.position])
    }
    noteCall(of: id, values, at: range)
    if arguments.contains(where: isUndefined) { isForCMurphi = true }
    let arguments = zip(function.parameters, values).map { parameter, value in
      let type = variables[parameter.position].type
      guard case .undefined = value.kind else { return converted(value, to: type) }
      return TypedExpression(
        kind: .undefined, type: type, access: .readOnlyPlace, range: value.range)
    }
    return (id, arguments)
  }

  private mutating func checkArgument(_ value: TypedExpression, for parameter: CheckedVariable) {
    let note = Diagnostic.Note("the parameter is declared here", at: parameter.range)
    guard value.type.fits(parameter.type) else {
      report(
        "'\(parameter.name)' is \(parameter.type), but this is \(value.type)", at: value.range,
        notes: [note])
      return
    }
    guard parameter.storage == .parameter(isReference: true) else { return }
    if value.access != .place {
      report(
        "'\(parameter.name)' is a 'var' parameter and needs a variable that may be changed",
        at: value.range, notes: [note])
    } else if !value.type.isSame(as: parameter.type) {
      report(
        "'\(parameter.name)' is a 'var' parameter of \(parameter.type), but this is \(value.type)",
        at: value.range, notes: [note], suggestion: "both must have the same bounds")
    }
  }
}

/// A number of things, in words that agree.
private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
