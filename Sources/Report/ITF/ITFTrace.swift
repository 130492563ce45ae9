package import Model
import SourceText

/// A trace file that was read, before it is known to fit a system.
///
/// Reading trusts nothing: whatever the bytes are, the outcome is a trace whose values fit the
/// system's types or an error. Whether the system really behaves so is for a replay to find out.
package struct ITFTrace: Sendable {
  /// The path of the specification, as it was when the trace was written.
  package let spec: String
  /// The constants of the instance.
  package let constants: [String: Int64]
  /// What counted as a deadlock; nil when the trace does not say, which only matters to one that
  /// ends in a deadlock.
  package let deadlockMode: DeadlockMode?
  private let meta: JSONValue
  private let variables: [String]
  private let states: [JSONValue]

  package init(reading bytes: [UInt8]) throws(ITFError) {
    guard let root = JSONValue(parsing: bytes) else { throw .notJSON }
    guard let meta = root["#meta"] else { throw .missing("#meta") }
    guard let spec = meta["source"]?.string else { throw .missing("#meta.source") }
    guard let variables = root["vars"]?.array else { throw .missing("vars") }
    guard let states = root["states"]?.array else { throw .missing("states") }
    self.spec = spec
    self.meta = meta
    deadlockMode = meta["ending"]?["mode"]?.string.flatMap(DeadlockMode.init)
    self.variables = variables.compactMap(\.string)
    self.states = states
    var constants: [String: Int64] = [:]
    for (name, value) in meta["constants"]?.object ?? [:] {
      guard let number = ITFValues.number(of: value, as: .integer) else {
        throw .wrongValue(name)
      }
      constants[name] = number
    }
    self.constants = constants
  }

  /// The trace as one of `system`.
  package func trace(of system: TransitionSystem) throws(ITFError) -> Trace {
    for name in variables where !system.variables.contains(where: { $0.name == name }) {
      throw .unknownName(name)
    }
    var steps: [Trace.Step] = []
    for state in states { steps.append(try step(state, of: system)) }
    if let failed = meta["failedStep"] { steps.append(try step(failed, state: nil, of: system)) }
    guard let first = steps.first else { throw .missing("states") }
    if case .rule = first.action { throw .missing("start") }
    for step in steps.dropFirst() {
      guard case .rule = step.action else { throw .missing("rule") }
    }
    guard let ending = meta["ending"] else { throw .missing("#meta.ending") }
    return Trace(steps: steps, ending: try self.ending(ending, of: system))
  }

  private func step(_ state: JSONValue, of system: TransitionSystem) throws(ITFError) -> Trace.Step
  {
    guard let meta = state["#meta"] else { throw .missing("#meta") }
    var cells: [Int64?] = []
    for variable in system.variables {
      guard let value = state[variable.name] else { throw .missing(variable.name) }
      cells += try ITFValues.cells(of: value, as: variable.type, at: variable.name)
    }
    return try step(meta, state: State(cells: cells), of: system)
  }

  private func step(
    _ meta: JSONValue, state: State?, of system: TransitionSystem
  ) throws(ITFError) -> Trace.Step {
    switch meta["action"]?.string {
    case "assumed" where state != nil:
      return Trace.Step(action: .assumed, arguments: [], state: state)
    case "start":
      let position = try position(in: meta, names: system.startStates.map(\.name))
      let arguments = try arguments(
        in: meta, of: system.startStates[position].parameters, in: system)
      return Trace.Step(
        action: .start(StartStateIndex(position)), arguments: arguments, state: state)
    case "rule":
      let position = try position(in: meta, names: system.rules.map(\.name))
      let arguments = try arguments(in: meta, of: system.rules[position].parameters, in: system)
      return Trace.Step(action: .rule(RuleIndex(position)), arguments: arguments, state: state)
    default: throw .missing("action")
    }
  }

  /// The position of the one meant: the number counts when it has the right name; else the first
  /// of that name does, for a specification that was edited since.
  private func position(in meta: JSONValue, names: [String]) throws(ITFError) -> Int {
    guard let name = meta["name"]?.string ?? meta["claim"]?.string else { throw .missing("name") }
    if let number = meta["number"]?.integer.flatMap(Int.init(exactly:)),
      names.indices.contains(number), names[number] == name
    {
      return number
    }
    guard let position = names.firstIndex(of: name) else { throw .unknownName(name) }
    return position
  }

  private func arguments(
    in meta: JSONValue, of parameters: [Binding], in system: TransitionSystem
  ) throws(ITFError) -> [Int64] {
    let name = meta["name"]?.string ?? meta["claim"]?.string ?? ""
    guard let values = meta["arguments"]?.array, values.count == parameters.count else {
      throw .wrongArguments(name)
    }
    var arguments: [Int64] = []
    for (parameter, value) in zip(parameters, values) {
      guard let number = ITFValues.number(of: value, as: parameter.domain.valueType),
        isValue(number, of: parameter, in: system)
      else { throw .wrongArguments(name) }
      arguments.append(number)
    }
    return arguments
  }

  private func isValue(
    _ number: Int64, of parameter: Binding, in system: TransitionSystem
  ) -> Bool {
    if case .type(let type) = parameter.domain { return type.contains(number) }
    return Evaluator(system).arguments(of: [parameter]).contains([number])
  }

  private func ending(
    _ meta: JSONValue, of system: TransitionSystem
  ) throws(ITFError) -> Trace.Ending {
    let how = meta["how"]?.string
    switch how {
    case "open": return .open
    case "deadlock": return .deadlock
    case "claimFalse", "neverAgain":
      let position = try claim(in: meta, of: system)
      let arguments = try arguments(in: meta, of: system.claims[position].parameters, in: system)
      return how == "claimFalse"
        ? .claimFalse(ClaimIndex(position), arguments: arguments)
        : .neverAgain(ClaimIndex(position), arguments: arguments)
    case "failed":
      guard let kind = meta["failure"]?.decoded(as: FailureKind.self),
        let range = meta["range"]?.decoded(as: SourceRange.self)
      else { throw .wrongEnding }
      let position = try claim(in: meta, of: system)
      return .failed(Failure(claim: ClaimIndex(position), kind: kind, range: range))
    default: throw .wrongEnding
    }
  }

  private func claim(in meta: JSONValue, of system: TransitionSystem) throws(ITFError) -> Int {
    let position = try position(in: meta, names: system.claims.map(\.name))
    guard meta["kind"]?.string == system.claims[position].kind.rawValue else {
      throw .wrongEnding
    }
    return position
  }
}
