import Model
import SourceText
import Z3

/// How deep calls may be inlined.
private let callDepthLimit = 40

/// What reaches a parameter.
private enum Passed<Run: SymbolicExecution> {
  case value(Run.Operand, SourceRange)
  case copy(Run.Copy, SourceRange)
  case place(Run.Location)
}

extension SymbolicExecution {
  /// Runs a function in place of its call.
  mutating func call(_ index: FunctionIndex, _ arguments: [Argument])
    throws(Unencodable) -> Returned?
  {
    let function = system[index]
    if isOver { return nil }
    if callDepth == callDepthLimit {
      throw Unencodable("calls that may nest deeper than \(callDepth)", function.range)
    }
    let size = storeSize
    var passed: [Passed<Self>] = []
    for argument in arguments { passed.append(try pass(argument)) }
    let caller = (frame: frame, returned: returned)
    enter(function.frame)
    callDepth += 1
    for (position, value) in passed.enumerated() { try receive(value, at: position) }
    try run(function.body)
    if function.result != nil { fail(when: !returned, at: function.range) }
    let result = frame.result
    callDepth -= 1
    shrinkStore(to: size)
    frame = caller.frame
    returned = caller.returned
    return result
  }

  private mutating func pass(_ argument: Argument) throws(Unencodable) -> Passed<Self> {
    switch argument {
    case .value(let expression): return .value(try evaluate(expression), expression.range)
    case .copy(let place): return .copy(copy(of: try locate(place)), place.range)
    case .reference(let place): return .place(try locate(place))
    }
  }

  private mutating func receive(_ passed: Passed<Self>, at position: Int) throws(Unencodable) {
    if case .place(let place) = passed {
      frame.slots[position] = .place(place)
      return
    }
    guard case .own(let first) = frame.slots[position] else {
      preconditionFailure("value parameters are in the store")
    }
    let target = location(first, as: frame.locals[position].type)
    switch passed {
    case .value(let value, let range): assign(value, to: target, at: range)
    case .copy(let copy, let range): try paste(copy, to: target, at: range)
    case .place: break
    }
  }

  /// Ends the body with a result, unless it has ended already.
  mutating func giveBack(_ argument: Argument) throws(Unencodable) {
    let result = try result(of: argument)
    frame.result = .choose(!returned, result, frame.result)
    returned = context.truth(true)
  }
}
