import Model
import SourceText

/// A state, with what functions of the specification say of it.
final class Moment {
  private struct Call: Hashable {
    let function: Int
    let arguments: [Int64]
  }

  private let state: State
  private let evaluator: Evaluator
  private var results: [Call: Int64?] = [:]

  init(_ state: State, in evaluator: Evaluator) {
    self.state = state
    self.evaluator = evaluator
  }

  /// The value that is to be found there; nil when there is none.
  func value(of source: Source) -> Int64? {
    switch source {
    case .fixed(let value): return value
    case .cell(let cell): return state.cells[cell]
    case .nowhere: return nil
    case .call(let function, let sources):
      var arguments: [Int64] = []
      for source in sources {
        guard let value = value(of: source) else { return nil }
        arguments.append(value)
      }
      return result(of: Call(function: function, arguments: arguments))
    }
  }

  /// The result of a call, computed once.
  private func result(of call: Call) -> Int64? {
    if let known = results[call] { return known }
    let result = compute(call)
    results[call] = .some(result)
    return result
  }

  private func compute(_ call: Call) -> Int64? {
    let function = evaluator.system.functions[call.function]
    guard case .scalar(let type)? = function.result else { return nil }
    let arguments = zip(function.frame, call.arguments).map { parameter, value in
      Argument.value(
        Expression(.constant(value), type: parameter.type.scalar ?? type, range: .none))
    }
    let expression = Expression(
      .call(FunctionIndex(call.function), arguments), type: type, range: function.range)
    return try? evaluator.value(
      of: expression, frame: [], parameters: [], arguments: [], in: state)
  }
}
