import SourceText

/// Unions and multisets, which are CMurphi's.

extension Checker {
  /// Whether a value of a union is one of a member's.
  mutating func checkIsMember(
    _ syntax: ExpressionSyntax, _ typeSyntax: TypeSyntax, at range: SourceRange
  ) -> TypedExpression {
    let value = checkExpression(syntax)
    let type = checkType(typeSyntax)
    guard value.type != .invalid, type != .invalid else { return .invalid(at: range) }
    guard value.type.fits(type), let (lower, upper) = value.type.limits(of: type),
      value.type.isSimple
    else {
      report("this is \(value.type) and never \(type)", at: range)
      return .invalid(at: range)
    }
    return TypedExpression(
      kind: .isMember(value, lower: lower, upper: upper), type: .boolean, access: .value,
      range: range)
  }

  // MARK: Choosing elements

  /// Checks a multiset to choose from, and makes the variable visible.
  mutating func checkChoice(_ syntax: ChoiceSyntax) -> CheckedChoice {
    let multiset = checkMultisetPlace(syntax.multiset)
    let type: CheckedType = multiset.type == .invalid ? .invalid : .slot(of: multiset.type)
    let variable = addVariable(syntax.name, type, .bound)
    return CheckedChoice(variable: variable, multiset: multiset, range: syntax.range)
  }

  private mutating func checkMultisetPlace(_ syntax: ExpressionSyntax) -> TypedExpression {
    let place = checkExpression(syntax)
    return requireMultiset(place) ? place : .invalid(at: syntax.range)
  }

  private mutating func requireMultiset(_ place: TypedExpression) -> Bool {
    switch place.type {
    case .multiset where place.access != .value: return true
    case .invalid: return false
    case .multiset: report("a variable is needed here", at: place.range)
    default: report("a multiset is needed, but this is \(place.type)", at: place.range)
    }
    return false
  }

  /// `multiset[position]`.
  func checkedChosen(
    _ multiset: TypedExpression, _ position: TypedExpression, at range: SourceRange
  ) -> TypedExpression? {
    guard case .multiset(_, let element) = multiset.type,
      position.type.fits(.slot(of: multiset.type))
    else { return nil }
    return TypedExpression(
      kind: .element(multiset, position), type: element, access: multiset.access, range: range)
  }

  mutating func checkChosen(
    _ multiset: TypedExpression, _ position: TypedExpression, at range: SourceRange
  ) -> TypedExpression {
    if let element = checkedChosen(multiset, position, at: range) { return element }
    reportPosition(position, in: multiset)
    return .invalid(at: range)
  }

  private mutating func reportPosition(_ position: TypedExpression, in multiset: TypedExpression) {
    if case .slot = position.type {
      report("this is a position in a multiset of another type", at: position.range)
    } else {
      report(
        "an element of a multiset has no index; this is \(position.type)", at: position.range,
        suggestion: "'choose', 'multisetcount' and 'multisetremovepred' go through the elements")
    }
  }

  mutating func checkCount(
    _ choiceSyntax: ChoiceSyntax, _ conditionSyntax: ExpressionSyntax, at range: SourceRange
  ) -> TypedExpression {
    let (choice, condition) = checkChoice(choiceSyntax, conditionSyntax)
    return TypedExpression(
      kind: .count(choice, condition), type: .integer, access: .value, range: range)
  }

  private mutating func checkChoice(
    _ choiceSyntax: ChoiceSyntax, _ conditionSyntax: ExpressionSyntax
  ) -> (CheckedChoice, TypedExpression) {
    scopes.open()
    defer { scopes.close() }
    let choice = checkChoice(choiceSyntax)
    let condition = checkBoolean(conditionSyntax, in: "the condition on an element")
    return (choice, condition)
  }

  // MARK: Changing multisets

  typealias Operation = (inout Checker, [ExpressionSyntax], SourceRange) -> TypedStatement.Kind

  /// What a call of this name does, when it is one of the operations on multisets and the program
  /// has no procedure of its own so called.
  func multisetOperation(_ name: Identifier) -> Operation? {
    guard scopes.find(name.text) == nil else { return nil }
    switch name.text.lowercased() {
    case "multisetadd": return { $0.checkAdd($1, at: $2) }
    case "multisetremove": return { $0.checkRemove($1, at: $2) }
    default: return nil
    }
  }

  private mutating func checkAdd(
    _ arguments: [ExpressionSyntax], at range: SourceRange
  ) -> TypedStatement.Kind {
    guard arguments.count == 2 else {
      report("'multisetadd' takes an element and a multiset", at: range)
      return .putText("")
    }
    let element = checkExpression(arguments[0])
    let multiset = checkTarget(arguments[1], "added to")
    guard requireMultiset(multiset), case .multiset(_, let type) = multiset.type else {
      return .putText("")
    }
    if !element.type.fits(type) {
      report(
        "the elements are \(type), but this is \(element.type)", at: element.range,
        suggestion: type.remedy(against: element.type))
    }
    return .add(converted(element, to: type), to: multiset)
  }

  private mutating func checkRemove(
    _ arguments: [ExpressionSyntax], at range: SourceRange
  ) -> TypedStatement.Kind {
    guard arguments.count == 2 else {
      report("'multisetremove' takes the position of an element and a multiset", at: range)
      return .putText("")
    }
    let position = checkExpression(arguments[0])
    let multiset = checkTarget(arguments[1], "taken from")
    guard requireMultiset(multiset), position.type != .invalid else { return .putText("") }
    if checkedChosen(multiset, position, at: range) == nil {
      reportPosition(position, in: multiset)
    }
    return .remove(position, from: multiset)
  }

  mutating func checkRemoveAll(
    _ choiceSyntax: ChoiceSyntax, _ conditionSyntax: ExpressionSyntax
  ) -> TypedStatement.Kind {
    let (choice, condition) = checkChoice(choiceSyntax, conditionSyntax)
    requireChangeable(choice.multiset, "taken from")
    return .removeAll(choice, where: condition)
  }
}
