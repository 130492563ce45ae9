package import SourceText

/// A named constant, after overriding.
package struct Constant: Sendable, Hashable {
  package let name: String
  package let value: Int64
  package let type: ScalarType
  package let isOverridden: Bool

  package init(name: String, value: Int64, type: ScalarType, isOverridden: Bool) {
    self.name = name
    self.value = value
    self.type = type
    self.isOverridden = isOverridden
  }

  /// Whether it has another value for each value of symbolic constants.
  var dependsOnSize: Bool { type.symbolicBounds != nil }
}

/// A variable of the state.
package struct StateVariable: Sendable, Hashable {
  package let name: String
  package let type: ValueType
  package let range: SourceRange

  package init(name: String, type: ValueType, range: SourceRange) {
    self.name = name
    self.type = type
    self.range = range
  }
}

/// A slot of a frame: what a rule, function or property keeps while it is evaluated.
package struct Local: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Owns its value; undefined at first.
    case variable
    /// A `var` parameter or an alias: another name for a place.
    case reference
    /// Bound by a ruleset, quantifier or loop; always defined, never assigned.
    case bound
  }

  package let name: String
  package let type: ValueType
  package let kind: Kind

  package init(name: String, type: ValueType, kind: Kind) {
    self.name = name
    self.type = type
    self.kind = kind
  }
}

/// A function or procedure.
package struct Function: Sendable, Hashable {
  package let name: String
  /// The first locals of the frame, in order: value parameters are `variable`, `var` ones
  /// `reference`.
  package let parameterCount: Int
  package let frame: [Local]
  /// Nil for a procedure. A function that ends without returning is a run-time error.
  package let result: ValueType?
  package let body: [Statement]
  package let range: SourceRange

  package init(
    name: String, parameterCount: Int, frame: [Local], result: ValueType?, body: [Statement],
    range: SourceRange
  ) {
    self.name = name
    self.parameterCount = parameterCount
    self.frame = frame
    self.result = result
    self.body = body
    self.range = range
  }
}

/// A rule declaration; one transition for each choice of its parameters that the guard admits.
package struct Rule: Sendable, Hashable {
  package let name: String
  /// The ruleset parameters around it, outermost first. Their domains do not read the state.
  package let parameters: [Binding]
  package let frame: [Local]
  /// Nil when the rule is always enabled.
  package let guardCondition: Expression?
  package let body: [Statement]
  package let range: SourceRange

  package init(
    name: String, parameters: [Binding], frame: [Local], guardCondition: Expression?,
    body: [Statement], range: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.frame = frame
    self.guardCondition = guardCondition
    self.body = body
    self.range = range
  }
}

/// A start state declaration; it runs on the state in which everything is undefined.
package struct StartState: Sendable, Hashable {
  package let name: String
  package let parameters: [Binding]
  package let frame: [Local]
  package let body: [Statement]
  package let range: SourceRange

  package init(
    name: String, parameters: [Binding], frame: [Local], body: [Statement], range: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.frame = frame
    self.body = body
    self.range = range
  }
}

/// Something that is said of a system and can be decided.
package struct Claim: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case invariant
    case assertion
    /// Prunes the states in which it is false; is vacuous when no state is left.
    case assumption
    case cover
    /// From every reachable state, some state that satisfies it is reachable.
    case liveness
    /// Every state has a successor, as the deadlock mode has it.
    case deadlock
    /// No rule, guard, property or start state fails at run time.
    case runtime
  }

  package let name: String
  package let kind: Kind
  /// The rulesets around a property.
  package let parameters: [Binding]
  package let frame: [Local]
  /// Nil for claims made in bodies, and for `deadlock` and `runtime`.
  package let condition: Expression?
  package let range: SourceRange

  package init(
    name: String, kind: Kind, parameters: [Binding] = [], frame: [Local] = [],
    condition: Expression? = nil, range: SourceRange
  ) {
    self.name = name
    self.kind = kind
    self.parameters = parameters
    self.frame = frame
    self.condition = condition
    self.range = range
  }
}
