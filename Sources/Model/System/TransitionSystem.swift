/// A state machine with claims about it: what a specification means.
///
/// Immutable. Every engine reads it and none knows the language that it was written in.
/// `claims` always holds one of kind `runtime`, and one of kind `deadlock` unless the mode is off.
package struct TransitionSystem: Sendable {
  package let name: String
  package let constants: [Constant]
  package let variables: [StateVariable]
  package let functions: [Function]
  package let rules: [Rule]
  package let startStates: [StartState]
  package let claims: [Claim]
  package let deadlockMode: DeadlockMode
  /// The name of the type whose members get a column each in a counterexample.
  package let columns: String?
  /// The constants that stand for any positive number, in the order of the specification; this
  /// system is the instance for the values that `constants` has. Whatever is a constant here and
  /// depends on them has symbolic bounds in its type: nothing was computed from their values.
  package let symbolicConstants: [String]
  /// Where every cell of a state lies.
  package private(set) var layout: StateLayout

  package init(
    name: String, constants: [Constant], variables: [StateVariable], functions: [Function],
    rules: [Rule], startStates: [StartState], claims: [Claim], deadlockMode: DeadlockMode,
    columns: String? = nil, symbolicConstants: [String] = []
  ) {
    self.name = name
    self.constants = constants
    self.variables = variables
    self.functions = functions
    self.rules = rules
    self.startStates = startStates
    self.claims = claims
    self.deadlockMode = deadlockMode
    self.columns = columns
    self.symbolicConstants = symbolicConstants
    self.layout = StateLayout(of: variables)
  }

  /// The same system with states packed more tightly: cells of these numbers are never undefined in
  /// a reachable state.
  package func packed(withoutUndefined isNeverUndefined: (Int) -> Bool) -> TransitionSystem {
    var system = self
    system.layout = StateLayout(of: variables, isNeverUndefined: isNeverUndefined)
    return system
  }

  package subscript(index: VariableIndex) -> StateVariable { variables[index.position] }
  package subscript(index: FunctionIndex) -> Function { functions[index.position] }
  package subscript(index: RuleIndex) -> Rule { rules[index.position] }
  package subscript(index: StartStateIndex) -> StartState { startStates[index.position] }
  package subscript(index: ClaimIndex) -> Claim { claims[index.position] }

  /// The claims of one kind, in the order of the specification.
  package func claims(of kind: Claim.Kind) -> [ClaimIndex] {
    claims.indices.filter { claims[$0].kind == kind }.map(ClaimIndex.init)
  }

  /// The values of the constants by name; of two constants of one name, the last.
  package var constantValues: [String: Int64] {
    Dictionary(constants.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
  }

  /// The constants whose values depend on those of symbolic ones, and these.
  package var dependentConstants: Set<String> {
    Set(constants.filter(\.dependsOnSize).map(\.name))
  }

  /// The claim that no run-time error happens.
  package var runtimeClaim: ClaimIndex { claims(of: .runtime)[0] }
}

/// What counts as a deadlock.
package enum DeadlockMode: String, Sendable, Hashable, Codable, CaseIterable {
  case off
  /// No rule is enabled.
  case stuck
  /// No rule is enabled that leads to another state.
  case stuttering
}
