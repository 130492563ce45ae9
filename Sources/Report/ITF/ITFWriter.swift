package import Model

/// Writes traces in Apalache's Informal Trace Format, with what it takes to run them again.
///
/// A state a line. The first `#meta` names the specification, its constants and how the behaviour
/// ends; that of each state says what led to it.
package enum ITFWriter {
  static let description = "https://apalache-mc.org/docs/adr/015adr-trace.html"

  /// The trace as a text that ends in a newline; `spec` is the path of the specification.
  package static func text(
    of trace: Trace, in system: TransitionSystem, spec: String
  ) -> String {
    let meta = JSONValue.object(meta(of: trace, in: system, spec: spec))
    let variables = JSONValue.array(system.variables.map { .string($0.name) })
    let states = trace.steps.enumerated().compactMap { index, step -> String? in
      step.state.map { state(of: step, $0, at: index, in: system).text }
    }
    return """
      {"#meta":\(meta.text),
      "vars":\(variables.text),
      "states":[
      \(states.joined(separator: ",\n"))
      ]}

      """
  }

  private static func meta(
    of trace: Trace, in system: TransitionSystem, spec: String
  ) -> [String: JSONValue] {
    let constants = system.constants.map {
      ($0.name, ITFValues.value(of: $0.value, as: .integer))
    }
    var meta: [String: JSONValue] = [
      "format": .string("ITF"), "format-description": .string(description),
      "source": .string(spec),
      "constants": .object(Dictionary(constants, uniquingKeysWith: { _, last in last })),
      "ending": .object(ending(of: trace, in: system)),
    ]
    if let last = trace.steps.last, last.state == nil {
      meta["failedStep"] = .object(action(of: last, in: system))
    }
    return meta
  }

  private static func state(
    of step: Trace.Step, _ state: State, at index: Int, in system: TransitionSystem
  ) -> JSONValue {
    var meta = action(of: step, in: system)
    meta["index"] = .integer(Int64(index))
    var object: [String: JSONValue] = ["#meta": .object(meta)]
    var cells = state.cells[...]
    for variable in system.variables {
      object[variable.name] = ITFValues.value(of: &cells, as: variable.type)
    }
    return .object(object)
  }

  private static func action(
    of step: Trace.Step, in system: TransitionSystem
  ) -> [String: JSONValue] {
    switch step.action {
    case .assumed: ["action": .string("assumed")]
    case .start(let index):
      entry(
        "start", index.position, system[index].name,
        arguments(step.arguments, of: system[index].parameters))
    case .rule(let index):
      entry(
        "rule", index.position, system[index].name,
        arguments(step.arguments, of: system[index].parameters))
    }
  }

  private static func entry(
    _ action: String, _ position: Int, _ name: String, _ arguments: JSONValue
  ) -> [String: JSONValue] {
    [
      "action": .string(action), "number": .integer(Int64(position)), "name": .string(name),
      "arguments": arguments,
    ]
  }

  private static func arguments(_ values: [Int64], of parameters: [Binding]) -> JSONValue {
    .array(
      zip(parameters, values).map { ITFValues.value(of: $1, as: $0.domain.valueType) })
  }

  private static func ending(
    of trace: Trace, in system: TransitionSystem
  ) -> [String: JSONValue] {
    switch trace.ending {
    case .open: return ["how": .string("open")]
    case .deadlock:
      return ["how": .string("deadlock"), "mode": .string(system.deadlockMode.rawValue)]
    case .claimFalse(let index, let values):
      return claim("claimFalse", index, in: system, values)
    case .neverAgain(let index, let values):
      return claim("neverAgain", index, in: system, values)
    case .failed(let failure):
      var object = claim("failed", failure.claim, in: system, [])
      object["failure"] = JSONValue(encoding: failure.kind)
      object["range"] = JSONValue(encoding: failure.range)
      return object
    }
  }

  private static func claim(
    _ how: String, _ index: ClaimIndex, in system: TransitionSystem, _ values: [Int64]
  ) -> [String: JSONValue] {
    let claim = system[index]
    return [
      "how": .string(how), "claim": .string(claim.name), "kind": .string(claim.kind.rawValue),
      "number": .integer(Int64(index.position)),
      "arguments": arguments(values, of: claim.parameters),
    ]
  }
}

extension Domain {
  /// The type that the values of the domain are written as.
  var valueType: ScalarType { if case .type(let type) = self { type } else { .integer } }
}
