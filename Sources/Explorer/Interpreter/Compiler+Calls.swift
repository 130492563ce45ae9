import Model
import SourceText

/// What callers must know of a compiled function.
struct FunctionCode {
  let entry: Label
  /// Where parameters and locals live.
  let homes: [LocalIndex: Home]
  /// The first word of the result.
  let result: Int32
  /// The words of its stack frame; 0 unless it is recursive.
  let frameWords: Int
  /// The registers of its reference parameters.
  let registers: [Int32]
}

extension Compiler {
  /// The words that frames of recursive functions may take together.
  var stackWords: Int {
    let largest = functionCode.values.map(\.frameWords).max() ?? 0
    return largest * (Evaluator.callDepthLimit + 1)
  }

  /// The code of a function, which is compiled after the segments when it is called at all.
  func code(of function: FunctionIndex) -> FunctionCode {
    if let known = functionCode[function] { return known }
    let made = layOut(function)
    functionCode[function] = made
    functionsToCompile.append(function)
    return made
  }

  private func layOut(_ index: FunctionIndex) -> FunctionCode {
    let function = system[index]
    let isRecursive = calls.isRecursive(index)
    var homes: [LocalIndex: Home] = [:]
    var registers: [Int32] = []
    var frameWords = 0
    for (position, local) in function.frame.enumerated() {
      let count = StateLayout.cellCount(of: local.type)
      switch local.kind {
      case .bound: break
      case .reference where position < function.parameterCount:
        registers.append(assembler.reserve(1))
        homes[LocalIndex(position)] = .reference(registers[registers.count - 1])
      case .reference: break
      case .variable where isRecursive:
        homes[LocalIndex(position)] = .frame(Int32(frameWords))
        frameWords += count
      case .variable: homes[LocalIndex(position)] = .cells(assembler.reserve(count))
      }
    }
    let resultCells = function.result.map(StateLayout.cellCount(of:)) ?? 0
    return FunctionCode(
      entry: assembler.makeLabel(), homes: homes, result: assembler.reserve(resultCells),
      frameWords: frameWords, registers: registers)
  }

  func compileFunctions() {
    while let next = functionsToCompile.popLast() { compile(next) }
  }

  private func compile(_ index: FunctionIndex) {
    let function = system[index]
    let code = code(of: index)
    context = Context()
    context.locals = function.frame
    context.homes = code.homes
    context.registers = code.registers
    context.live = code.registers.count
    context.function = index
    let end = assembler.makeLabel()
    context.end = end
    assembler.place(code.entry)
    undefineLocals(function.frame, from: function.parameterCount)
    compile(function.body)
    if function.result != nil { fail(.missingReturn, Site(range: function.range)) }
    assembler.place(end)
    assembler.emit(.giveBack)
  }

  /// Makes the locals from a position on undefined, as they are when a body begins.
  func undefineLocals(_ frame: [Local], from first: Int = 0) {
    for position in frame.indices.dropFirst(first) where frame[position].kind == .variable {
      releasing {
        let count = Int32(StateLayout.cellCount(of: frame[position].type))
        switch context.homes[LocalIndex(position)] {
        case .cells(let cell):
          assembler.emit(.undefine, a: assembler.constant(Int64(cell)), c: count)
        case .frame(let offset):
          let pointer = register()
          assembler.emit(.frameAddress, a: offset, c: pointer)
          assembler.emit(.undefine, a: pointer, c: count)
        default: preconditionFailure("a variable has cells")
        }
      }
    }
  }

  // MARK: Returning

  func giveBack(_ argument: Argument) {
    let function = context.function!
    let result = code(of: function).result
    switch argument {
    case .value(let expression): move(expression, to: result)
    case .copy(let place), .reference(let place):
      let source = address(of: locate(place))
      copyCells(
        to: assembler.constant(Int64(result)), from: source,
        bounds: Self.unbounded(place.type), at: place.range)
    }
    assembler.emit(.jump, to: context.end!)
  }

  // MARK: Calling

  /// What an argument has become when the call is made.
  private enum Passed {
    case value(Int32, Expression)
    case cells(Int32, Place)
    case reference(Int32)
  }

  func call(_ index: FunctionIndex, _ arguments: [Argument]) {
    let function = system[index]
    let callee = code(of: index)
    let passed = arguments.indices.map { position in
      pass(
        arguments[position],
        mayChange: arguments[(position + 1)...].contains(where: Traversal.calls))
    }
    assembler.emit(.checkDepth, site: Site(range: function.range))
    let kept = saveRegisters(callee: index)
    for (position, argument) in passed.enumerated() {
      receive(argument, function.frame[position], at: callee.homes[LocalIndex(position)]!)
    }
    assembler.emit(.call, a: Int32(callee.frameWords), to: callee.entry)
    if let kept { assembler.emit(.restore, a: kept) }
  }

  private func pass(_ argument: Argument, mayChange: Bool) -> Passed {
    switch argument {
    case .value(let expression):
      let operand = value(expression)
      let range = undefinedRange(of: expression)
      let address =
        mayChange ? defined(stable(operand, at: range), at: range) : defined(operand, at: range)
      return .value(address, expression)
    case .copy(let place):
      let source = ownedAddress(of: locate(place))
      guard mayChange else { return .cells(source, place) }
      let count = StateLayout.cellCount(of: place.type)
      let kept = assembler.constant(Int64(area(count)))
      copyCells(to: kept, from: source, bounds: Self.unbounded(place.type), at: place.range)
      return .cells(kept, place)
    case .reference(let place): return .reference(ownedAddress(of: locate(place)))
    }
  }

  /// An address in a register that passing other arguments does not change.
  private func ownedAddress(of location: Location) -> Int32 {
    guard case .computed(let pointer) = location else { return address(of: location) }
    let kept = register()
    assembler.emit(.move, a: pointer, c: kept)
    return kept
  }

  private func receive(_ passed: Passed, _ local: Local, at home: Home) {
    releasing {
      switch (passed, home) {
      case (.value(let source, let expression), _):
        guard let type = local.type.scalar else { preconditionFailure("a value is scalar") }
        if !isKnown(expression, in: type) { checkRange(source, type, at: expression.range) }
        if case .cells(let cell) = home {
          assembler.emit(.move, a: source, c: cell)
        } else {
          assembler.emit(.storeAt, a: source, c: pointer(to: home))
        }
      case (.cells(let source, let place), _):
        copyCells(
          to: pointer(to: home), from: source, bounds: Self.bounds(local.type), at: place.range)
      case (.reference(let source), .reference(let register)):
        assembler.emit(.move, a: source, c: register)
      case (.reference, _): preconditionFailure("a var parameter is a reference")
      }
    }
  }

  /// The register or constant with the address of a parameter of the function about to be called.
  private func pointer(to home: Home) -> Int32 {
    switch home {
    case .cells(let cell): return assembler.constant(Int64(cell))
    case .frame(let offset):
      let pointer = register()
      assembler.emit(.nextFrameAddress, a: offset, c: pointer)
      return pointer
    default: preconditionFailure("a value parameter has cells")
    }
  }

  /// Keeps this function's registers while a call may come back to it; the list of them.
  private func saveRegisters(callee: FunctionIndex) -> Int32? {
    guard let function = context.function, calls.areInOneCycle(function, callee) else {
      return nil
    }
    let registers =
      context.registers.prefix(context.live)
      + context.areas.flatMap { area in (0..<Int32(area.count)).map { area.address + $0 } }
    let list = assembler.constants([Int64(registers.count)] + registers.map(Int64.init))
    assembler.emit(.save, a: list)
    return list
  }
}
