import Model
import SourceText
import Z3

extension Machine {
  /// What reaches a parameter.
  private enum Passed {
    case value(Value, SourceRange)
    case cells([Cell], SourceRange)
    case place(Target)
  }

  /// Runs a function in place of its call.
  mutating func call(_ index: FunctionIndex, _ arguments: [Argument])
    throws(Unencodable) -> Frame.Result
  {
    let function = system[index]
    if isOver { return .none }
    if callDepth == Machine.callDepthLimit {
      throw Unencodable("calls that may nest deeper than \(callDepth)", function.range)
    }
    var passed: [Passed] = []
    for argument in arguments { passed.append(try pass(argument)) }
    let caller = (frame: frame, returned: returned, cells: cells.count)
    enter(function.frame)
    callDepth += 1
    for (position, value) in passed.enumerated() { receive(value, at: position) }
    try run(function.body)
    if function.result != nil { fail(when: !returned, at: function.range) }
    let result = frame.result
    callDepth -= 1
    cells.removeLast(cells.count - caller.cells)
    frame = caller.frame
    returned = caller.returned
    return result
  }

  private mutating func pass(_ argument: Argument) throws(Unencodable) -> Passed {
    switch argument {
    case .value(let expression): return .value(try evaluate(expression), expression.range)
    case .copy(let place):
      let target = try locate(place)
      return .cells(read(target), place.range)
    case .reference(let place): return .place(try locate(place))
    }
  }

  private mutating func receive(_ passed: Passed, at position: Int) {
    if case .place(let target) = passed {
      frame.slots[position] = .place(target)
      return
    }
    guard case .cells(let first) = frame.slots[position] else {
      preconditionFailure("value parameters have cells")
    }
    let target = Target(first: first, frame.locals[position].type, context)
    switch passed {
    case .value(let value, let range): assign(value, to: target, at: range)
    case .cells(let cells, let range): copy(cells, to: target, at: range)
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
      return .scalar(try evaluate(expression), defined: context.truth(true))
    case .copy(let place), .reference(let place):
      let target = try locate(place)
      let cells = read(target)
      if target.type.scalar == nil { return .cells(cells) }
      return .scalar(cells[0].value, defined: cells[0].isDefined)
    }
  }
}
