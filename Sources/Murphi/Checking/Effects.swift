import SourceText

/// What running something may change, as far as its caller can tell.
struct Effects {
  /// Where it may write to a variable of the state.
  var stateWrite: SourceRange?
  /// Whether it may write through a reference parameter.
  var writesReferences = false
}

extension Checker {
  /// The variable at the root of a place, through aliases; nil for computed values.
  func root(of place: TypedExpression) -> VariableID? {
    switch place.kind {
    case .variable(let id): id
    case .alias(let id): root(of: aliases[id.position].value)
    case .field(let base, _), .element(let base, _): root(of: base)
    default: nil
    }
  }

  /// Notes that a place may be written at `range`.
  mutating func noteWrite(to place: TypedExpression, at range: SourceRange) {
    guard let id = root(of: place) else { return }
    variables[id.position].isWritten = true
    switch variables[id.position].storage {
    case .state: effects.stateWrite = effects.stateWrite ?? range
    case .parameter(isReference: true): effects.writesReferences = true
    case .bound where isInPureExpression: effects.stateWrite = effects.stateWrite ?? range
    case .parameter, .local, .bound: break
    }
  }

  /// Notes what a call may change.
  mutating func noteCall(
    of function: FunctionID, _ arguments: [TypedExpression], at range: SourceRange
  ) {
    let callee = functions[function.position]
    if callee.effects.stateWrite != nil { effects.stateWrite = effects.stateWrite ?? range }
    for (parameter, argument) in zip(callee.checked.parameters, arguments) {
      guard variables[parameter.position].storage == .parameter(isReference: true) else { continue }
      // A function's own calls are seen before its effects are known.
      if callee.effects.writesReferences || callee.checked.body.isEmpty {
        noteWrite(to: argument, at: range)
      }
    }
  }

  /// Checks a truth value that must be had without changing anything.
  mutating func checkPure(_ syntax: ExpressionSyntax, in what: String) -> TypedExpression {
    checkPure(what) { $0.checkBoolean(syntax, in: what) }
  }

  /// Checks something that must be had without changing anything.
  mutating func checkPure<Result>(
    _ what: String, _ check: (inout Checker) -> Result
  ) -> Result {
    let outer = effects
    effects = Effects()
    isInPureExpression = true
    let result = check(&self)
    isInPureExpression = false
    if let write = effects.stateWrite {
      report("\(what) must not change the state, but this call may", at: write)
    }
    effects = outer
    return result
  }
}
