import Model
import SourceText
import Z3

extension ParametricMachine {
  /// How deep calls may be inlined.
  private static let callDepthLimit = 40

  /// What reaches a parameter.
  private enum Passed {
    case value(SymbolicValue, SourceRange)
    /// A copy of a place, which may be a stretch of contents that is about to go.
    case copy(ParametricPlace, SourceRange)
    case place(ParametricPlace)
  }

  /// Runs a function in place of its call.
  mutating func call(_ index: FunctionIndex, _ arguments: [Argument])
    throws(Unencodable) -> Frame.Result
  {
    let function = system[index]
    if isOver { return .none }
    if callDepth == ParametricMachine.callDepthLimit {
      throw Unencodable("calls that may nest deeper than \(callDepth)", function.range)
    }
    let count = contents.count
    var passed: [Passed] = []
    for argument in arguments { passed.append(try pass(argument)) }
    let caller = (frame: frame, returned: returned)
    enter(function.frame)
    callDepth += 1
    for (position, value) in passed.enumerated() { try receive(value, at: position) }
    try run(function.body)
    if function.result != nil { fail(when: !returned, at: function.range) }
    let result = frame.result
    callDepth -= 1
    contents.removeLast(contents.count - count)
    frame = caller.frame
    returned = caller.returned
    return result
  }

  private mutating func pass(_ argument: Argument) throws(Unencodable) -> Passed {
    switch argument {
    case .value(let expression): return .value(try evaluate(expression), expression.range)
    case .copy(let place): return .copy(try locate(place), place.range)
    case .reference(let place): return .place(try locate(place))
    }
  }

  private mutating func receive(_ passed: Passed, at position: Int) throws(Unencodable) {
    if case .place(let place) = passed {
      frame.slots[position] = .place(place)
      return
    }
    guard case .contents(let first) = frame.slots[position] else {
      preconditionFailure("value parameters have contents")
    }
    let place = ParametricPlace(first: first, type: frame.locals[position].type)
    switch passed {
    case .value(let value, let range): assign(value, to: place, at: range)
    case .copy(let source, let range): try copy(source, to: place, at: range)
    case .place: break
    }
  }

  /// Ends the body with a result, unless it has ended already.
  mutating func giveBack(_ argument: Argument) throws(Unencodable) {
    let result = try result(of: argument)
    frame.result = .choose(!returned, result, frame.result)
    returned = context.truth(true)
  }

  private mutating func result(of argument: Argument) throws(Unencodable) -> Frame.Result {
    switch argument {
    case .value(let expression):
      return .scalar(Entry(isDefined: context.truth(true), value: try evaluate(expression)))
    case .copy(let place), .reference(let place):
      let found = try locate(place)
      guard found.type.scalar == nil else { return .scalar(read(found)) }
      throw Unencodable("a function that returns a record or array", place.range)
    }
  }
}
