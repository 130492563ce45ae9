import Polynomials
package import SourceText

/// A program that obeys every rule of the language, with names resolved and constants known.
package struct CheckedProgram: Sendable {
  /// The name of the file it was read from.
  package let name: String
  /// The constants of the top level, in order, after overriding.
  package let constants: [CheckedConstant]
  /// Every variable of the program: of the state, of functions and rules, of quantifiers.
  package let variables: [CheckedVariable]
  /// Every alias of the program.
  package let aliases: [CheckedAlias]
  /// The functions, each after all that it calls, itself excepted.
  package let functions: [CheckedFunction]
  /// Rules, start states and properties in order, with the groups around each.
  package let rules: [CheckedRule]
  /// What the `-- pinproof:` lines say.
  package let settings: CheckedSettings
  /// Whose rules decide: CMurphi's when the program has something that rumur does not know, unless
  /// a setting says otherwise.
  package let dialect: Dialect

  /// The variable at a position.
  package subscript(id: VariableID) -> CheckedVariable { variables[id.position] }
  /// The alias at a position.
  package subscript(id: AliasID) -> CheckedAlias { aliases[id.position] }
  /// The function at a position.
  package subscript(id: FunctionID) -> CheckedFunction { functions[id.position] }

  /// The variables of the state, in order.
  package var stateVariables: [CheckedVariable] { variables.filter { $0.storage == .state } }
}

/// A constant of the top level.
package struct CheckedConstant: Sendable, Hashable {
  /// Its name.
  package let name: String
  /// Its value, or the symbolic constants that it depends on; of an enumeration member, the
  /// member's position.
  package let quantity: Quantity
  /// Its type: a number, truth value, or enumeration.
  package let type: CheckedType
  /// Whether the value was given from outside.
  package let isOverridden: Bool
  /// Where it is declared.
  package let range: SourceRange

  /// Its value in the instance at hand.
  package var value: Int64 { quantity.value }

  /// Whether it stands for any positive number.
  package var isSymbolic: Bool { quantity.form == Polynomial(of: name) }
}

/// Something that holds a value while a program runs.
package struct CheckedVariable: Sendable, Hashable {
  /// Where a variable lives.
  package enum Storage: Sendable, Hashable {
    case state
    /// A parameter; a reference is the caller's own variable.
    case parameter(isReference: Bool)
    /// Of a rule, start state or function; undefined on entry.
    case local
    /// Bound by a ruleset, loop, `forall` or `exists`, or standing for an element of a multiset.
    case bound
  }

  /// Its position in ``CheckedProgram/variables``.
  package let id: VariableID
  /// Its name.
  package let name: String
  /// Its type.
  package let type: CheckedType
  /// Where it lives.
  package let storage: Storage
  /// Whether the program writes to it; of interest for bound variables, whose next value is not
  /// affected.
  package internal(set) var isWritten = false
  /// Where it is declared.
  package let range: SourceRange
}

/// A name for an expression.
package struct CheckedAlias: Sendable {
  /// Its position in ``CheckedProgram/aliases``.
  package let id: AliasID
  /// Its name.
  package let name: String
  /// What it stands for.
  package let value: TypedExpression
}

/// A function or procedure.
package struct CheckedFunction: Sendable {
  /// Its position in ``CheckedProgram/functions``.
  package let id: FunctionID
  /// Its name.
  package let name: String
  /// Its parameters, in order.
  package let parameters: [VariableID]
  /// The type of its value; nil for a procedure.
  package let result: CheckedType?
  /// Its local variables.
  package let locals: [VariableID]
  /// Its statements.
  package let body: [TypedStatement]
  /// From the keyword to the end.
  package let range: SourceRange
}

/// A rule, start state or property, with the groups around it.
package struct CheckedRule: Sendable {
  /// What it is.
  package enum Kind: Sendable {
    /// Only the rules of the least priority among those whose guards are true are enabled.
    case rule(
      guard: TypedExpression?, priority: UInt64, locals: [VariableID], body: [TypedStatement])
    case startState(locals: [VariableID], body: [TypedStatement])
    case property(CheckedProperty)
  }

  /// A parameter or aliases of a group around a rule.
  package enum Context: Sendable {
    case quantifier(CheckedQuantifier)
    case aliases([AliasID])
    /// Of `choose`: there is an instance for each element.
    case choice(CheckedChoice)
  }

  /// What it is.
  package let kind: Kind
  /// The name or message; nil when there is none.
  package let name: String?
  /// The groups around it, outermost first.
  package let context: [Context]
  /// From the keyword to the end.
  package let range: SourceRange
}

/// What the `-- pinproof:` lines of a program say.
package struct CheckedSettings: Sendable {
  /// The type whose members get a column each in a counterexample.
  package internal(set) var columns: String?
  /// What counts as a deadlock, when that is said.
  package internal(set) var deadlock: DeadlockSetting?
  /// Whose rules decide, when that is said.
  package internal(set) var dialect: Dialect?
  /// The constants for every value of which a proof is wanted.
  package internal(set) var forAll: [String] = []
  /// The expectations that apply with the constants as they are, at most one for each claim: of
  /// several lines whose conditions are met, the last one counts.
  package internal(set) var expectations: [Expectation] = []
  /// The named choices of constants that are of interest, in order.
  package internal(set) var configurations: [Configuration] = []

  /// What a claim is expected to turn out as.
  package struct Expectation: Sendable, Hashable {
    /// The name of the claim.
    package let claim: String
    /// What is expected of it.
    package let outcome: ExpectedOutcome
    /// The setting.
    package let range: SourceRange
  }

  /// A named choice of constants.
  package struct Configuration: Sendable, Hashable {
    /// Its name.
    package let name: String
    /// The values that it gives to constants, which can be handed to ``check(_:overriding:)``.
    package let choices: [Choice]
    /// The setting.
    package let range: SourceRange
  }

  /// A value for a constant, as written.
  package struct Choice: Sendable, Hashable {
    /// The name of the constant.
    package let constant: String
    /// A literal or enumeration member.
    package let value: String
  }
}
