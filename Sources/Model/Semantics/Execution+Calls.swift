import SourceText

extension Execution {
  /// What reaches a parameter.
  private enum Passed {
    case values([Int64?], SourceRange)
    case location(Location)
  }

  /// Runs a function and gives the cells of its result; a procedure has none.
  mutating func call(_ index: FunctionIndex, _ arguments: [Argument]) throws(Interruption)
    -> [Int64?]
  {
    let function = system[index]
    var passed: [Passed] = []
    for argument in arguments { passed.append(try pass(argument)) }
    guard frames.count <= Evaluator.callDepthLimit else {
      throw failure(.doesNotEnd, at: function.range)
    }
    enter(function.frame)
    for (position, value) in passed.enumerated() { try receive(value, at: LocalIndex(position)) }
    let completion = try run(function.body)
    leave()
    switch completion {
    case .returned(let values): return values
    case .ended where function.result == nil: return []
    case .ended: throw failure(.missingReturn, at: function.range)
    }
  }

  private mutating func pass(_ argument: Argument) throws(Interruption) -> Passed {
    switch argument {
    case .value(let expression): .values([try evaluate(expression)], expression.range)
    case .copy(let place): .values(try cells(of: place), place.range)
    case .reference(let place): .location(try locate(place))
    }
  }

  private mutating func receive(_ passed: Passed, at local: LocalIndex) throws(Interruption) {
    let depth = frames.count - 1
    switch passed {
    case .location(let location):
      frames[depth].references[local] = location
    case .values(let values, let range):
      let target = Location(
        store: .frame(depth), offset: frames[depth].firstCell[local.position],
        type: frames[depth].locals[local.position].type)
      try write(values, to: target, at: range)
    }
  }

  /// The cells that a returned argument stands for.
  mutating func result(of argument: Argument) throws(Interruption) -> [Int64?] {
    switch argument {
    case .value(let expression): [try evaluate(expression)]
    case .copy(let place), .reference(let place): try cells(of: place)
    }
  }
}
