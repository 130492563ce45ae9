import Model
import Polynomials

/// All that a system says, in words that show symbolic constants by their names: two instances of a
/// text have one transcript when nothing in it was decided by the values of these.
struct Transcript {
  private let system: TransitionSystem

  init(of system: TransitionSystem) { self.system = system }

  var lines: [String] {
    system.constants.map { "const \($0.name): \(Self.text(of: $0.type))" }
      + system.variables.map { "var \($0.name): \(Self.text(of: $0.type))" }
      + system.functions.flatMap { function in
        frame(function.frame)
          + part("function \(function.name)", [], function.frame, nil, function.body)
      }
      + system.startStates.flatMap {
        frame($0.frame) + part("startstate \($0.name)", $0.parameters, $0.frame, nil, $0.body)
      }
      + system.rules.flatMap {
        frame($0.frame)
          + part("rule \($0.name)", $0.parameters, $0.frame, $0.guardCondition, $0.body)
      }
      + system.claims.flatMap {
        frame($0.frame)
          + part("\($0.kind.rawValue) \($0.name)", $0.parameters, $0.frame, $0.condition, [])
      }
  }

  private func frame(_ locals: [Local]) -> [String] {
    locals.map { "  \($0.kind) \($0.name): \(Self.text(of: $0.type))" }
  }

  private func part(
    _ head: String, _ parameters: [Binding], _ frame: [Local], _ condition: Expression?,
    _ body: [Statement]
  ) -> [String] {
    let text = MurphiText(of: system, frame: frame)
    return [head] + parameters.map { text.text(of: $0) }
      + (condition.map { [text.text(of: $0)] } ?? [])
      + text.lines(of: body)
  }

  private static func text(of type: ValueType) -> String {
    switch type {
    case .scalar(let scalar): text(of: scalar)
    case .array(let index, let element): "array [\(text(of: index))] of \(text(of: element))"
    case .record(let fields):
      "record \(fields.map { "\($0.name): \(text(of: $0.type));" }.joined()) end"
    }
  }

  private static func text(of type: ScalarType) -> String {
    "\(type.name ?? "\(type.kind)") \(type.lowerForm)..\(type.upperForm)"
  }
}
