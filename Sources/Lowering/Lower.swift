package import Model
package import Murphi
import SourceText

/// What a checked program means.
///
/// `deadlock` and `columns`, when given, outweigh what the program's settings say; without either,
/// stuttering counts as deadlock. The claims are those of the program in order, functions first, then the
/// one about deadlocks unless the mode is off, then the one about run-time errors. Assertions,
/// assumptions, covers and errors of bodies that share kind and text are one claim.
///
/// With symbolic constants this is the instance for the values that they have, and everything in it
/// that depends on them says how: types and constants in their bounds, the rest as it is written.
package func lower(
  _ program: CheckedProgram, deadlock: DeadlockMode? = nil, columns: String? = nil
) -> TransitionSystem {
  var lowering = Lowering(program)
  for function in program.functions { lowering.lower(function) }
  for rule in program.rules { lowering.lower(rule) }
  let mode = deadlock ?? DeadlockMode(program.settings.deadlock ?? .stuttering)
  lowering.addBuiltInClaims(mode)
  return TransitionSystem(
    name: program.name, constants: program.constants.map(Constant.init),
    variables: lowering.stateVariables.map {
      StateVariable(name: $0.name, type: valueType($0.type), range: $0.range)
    },
    functions: lowering.functions, rules: lowering.rules, startStates: lowering.startStates,
    claims: lowering.claims, deadlockMode: mode, columns: columns ?? program.settings.columns,
    symbolicConstants: program.constants.filter(\.isSymbolic).map(\.name))
}

/// Translates one program; holds what has been translated, and the frame under construction.
struct Lowering {
  let program: CheckedProgram
  let stateVariables: [CheckedVariable]
  /// The position of each variable of the state.
  let statePositions: [VariableID: VariableIndex]
  /// Those of the program, then those that sort the multisets of a variable.
  var functions: [Function] = []
  var rules: [Rule] = []
  var startStates: [StartState] = []
  private(set) var claims: [Claim] = []
  private var bodyClaims: [BodyClaim: ClaimIndex] = [:]
  /// The variables with multisets that the body under way may change.
  var changes: Set<VariableIndex> = []
  /// Those that each function of the program may change.
  var changesOfFunctions: [Set<VariableIndex>] = []
  /// The function that sorts the multisets of a variable.
  var sorters: [VariableIndex: FunctionIndex] = [:]
  /// The frame of the rule, function or property being translated.
  var frame = FrameBuilder()

  /// What tells claims of bodies apart.
  private struct BodyClaim: Hashable {
    let kind: Claim.Kind
    let name: String
  }

  init(_ program: CheckedProgram) {
    self.program = program
    stateVariables = program.stateVariables
    let positions = stateVariables.enumerated().map { ($1.id, VariableIndex($0)) }
    statePositions = Dictionary(uniqueKeysWithValues: positions)
  }

  /// Adds a claim, under a name that no other claim has.
  mutating func add(_ claim: Claim) {
    guard claims.contains(where: { $0.name == claim.name }) else {
      claims.append(claim)
      return
    }
    claims.append(
      Claim(
        name: "\(claim.name) (line \(claim.range.start.line))", kind: claim.kind,
        parameters: claim.parameters, frame: claim.frame, condition: claim.condition,
        range: claim.range))
  }

  /// The claim that a statement of this kind and name makes.
  mutating func bodyClaim(_ kind: Claim.Kind, _ claim: Claim) -> ClaimIndex {
    let key = BodyClaim(kind: kind, name: claim.name)
    if let index = bodyClaims[key] { return index }
    let index = ClaimIndex(claims.count)
    add(claim)
    bodyClaims[key] = index
    return index
  }

  mutating func addBuiltInClaims(_ mode: DeadlockMode) {
    if mode != .off { add(Claim(name: "no deadlock", kind: .deadlock, range: .none)) }
    add(Claim(name: "no run-time error", kind: .runtime, range: .none))
  }
}

extension DeadlockMode {
  init(_ setting: DeadlockSetting) {
    switch setting {
    case .off: self = .off
    case .stuck: self = .stuck
    case .stuttering: self = .stuttering
    }
  }
}

extension Constant {
  init(_ constant: CheckedConstant) {
    let type: ScalarType =
      constant.quantity.isSymbolic
      ? .number(constant.quantity.form, value: constant.value) : scalarType(constant.type)
    self.init(
      name: constant.name, value: constant.value, type: type,
      isOverridden: constant.isOverridden)
  }
}
