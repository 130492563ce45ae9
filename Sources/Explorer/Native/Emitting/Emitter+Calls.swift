import Model

/// A function for one kind of its reference parameters: each is in the state, or in C variables.
struct Variant: Hashable {
  let function: FunctionIndex
  /// For each parameter whether it refers to the state.
  let isState: [Bool]
}

extension Emitter {
  /// Emits a call; where the cells of its result are.
  func call(_ index: FunctionIndex, _ arguments: [Argument]) -> CellLocation {
    let function = system[index]
    var isState: [Bool] = []
    var passed: [(text: String, check: () -> Void)] = []
    for (argument, local) in zip(arguments, function.frame) {
      let (text, refersToState, check) = pass(argument, to: local)
      passed.append((text, check))
      isState.append(refersToState)
    }
    checkDepth()
    for argument in passed { argument.check() }
    var texts = ["out", context.isWorking ? "n" : "(uint64_t *)s", nextDepth]
    texts += passed.map(\.text)
    let result = function.result.map { self.result(of: $0) }
    if let result { texts.append(result.argument) }
    let name = self.name(of: Variant(function: index, isState: isState))
    let code = self.name("e")
    line("const int32_t \(code) = \(name)(\(texts.joined(separator: ", ")));")
    line("if (UNLIKELY(\(code) != 0))")
    indented { fail(code) }
    return result?.location ?? CellLocation(root: .scalar("0"))
  }

  /// Where a call puts its result, and how the function is told.
  private func result(of type: ValueType) -> (location: CellLocation, argument: String) {
    let name = name("r")
    if type.scalar != nil {
      line("int64_t \(name) = UNDEFINED;")
      return (CellLocation(root: .scalar(name)), "&\(name)")
    }
    line("int64_t \(name)[\(max(1, StateLayout.cellCount(of: type)))];")
    return (CellLocation(root: .array(name)), name)
  }

  private var nextDepth: String {
    context.depth == "depth" ? "depth + 1" : "\(Int(context.depth)! + 1)"
  }

  private func checkDepth() {
    if context.depth == "depth", callsMayNestTooDeep {
      fail(if: "depth >= \(Evaluator.callDepthLimit)")
    }
  }

  // MARK: Arguments

  /// What is handed over, and the check of its range that follows when all have been evaluated.
  private func pass(_ argument: Argument, to local: Local)
    -> (text: String, isState: Bool, check: () -> Void)
  {
    switch argument {
    case .value(let expression):
      let value = bind(value(expression))
      guard let type = local.type.scalar else { preconditionFailure("a value is scalar") }
      return (value.text, false, { self.check(value, isWithin: type) })
    case .copy(let place): return copy(place, for: local)
    case .reference(let place): return reference(to: place)
    }
  }

  private func copy(_ place: Place, for local: Local)
    -> (text: String, isState: Bool, check: () -> Void)
  {
    let source = locate(place)
    let types = StateLayout.scalars(of: place.type)
    let name = name("c")
    let isScalar = place.type.scalar != nil
    line("int64_t \(name)\(isScalar ? "" : "[\(max(1, types.count))]");")
    let target = CellLocation(root: isScalar ? .scalar(name) : .array(name))
    forEachCell(of: types, [target, source]) { cells, type in
      line("\(text(of: cells[0])) = \(unpacked(cells[1], type));")
    }
    let parameters = StateLayout.scalars(of: local.type)
    return (
      name, false,
      {
        for (position, (type, parameter)) in zip(types, parameters).enumerated() {
          let cell = self.text(of: target.adding(position))
          self.checkCell(cell, Interval(type), isWithin: parameter)
        }
      }
    )
  }

  private func reference(to place: Place) -> (text: String, isState: Bool, check: () -> Void) {
    let location = locate(place)
    switch location.root {
    case .state: return (location.offset.text, true, {})
    case .reference(let base): return ("\(base) + \(location.offset.text)", true, {})
    case .scalar(let name): return ("&\(name)", false, {})
    case .array(let name): return ("\(name) + \(location.offset.text)", false, {})
    }
  }

  // MARK: Functions

  private func name(of variant: Variant) -> String {
    if let known = variants[variant] { return known }
    let name = "\(prefix)function_\(variant.function.position)_\(variants.count)"
    variants[variant] = name
    waitingVariants.append(variant)
    return name
  }

  /// Emits all functions that were called, and those that they call.
  func emitFunctions() {
    while let next = waitingVariants.popLast() { emit(next) }
  }

  private func emit(_ variant: Variant) {
    let function = system[variant.function]
    context = Context()
    context.locals = function.frame
    context.isWorking = true
    context.depth = "depth"
    var parameters = ["struct successors *out", "uint64_t *n", "int32_t depth"]
    for position in 0..<function.parameterCount {
      parameters.append(parameter(position, of: function, isState: variant.isState[position]))
    }
    if function.result != nil { parameters.append("int64_t *result") }
    let isSmall =
      Traversal.size(of: function.body) < 80 && !calls.isRecursive(variant.function)
    let storage = isSmall ? "static inline" : "static"
    let head = "\(storage) int32_t \(variants[variant]!)(\(parameters.joined(separator: ", ")))"
    self.function(head) {
      declareLocals(function.frame, from: function.parameterCount)
      emit(function.body)
      line("return \(function.result == nil ? "0" : runtimeCode);")
    }
  }

  /// A parameter's declaration; where it is goes into the context.
  private func parameter(_ position: Int, of function: Function, isState: Bool) -> String {
    let local = LocalIndex(position)
    let (name, type) = ("l\(position)", function.frame[position].type)
    let isReference = function.frame[position].kind == .reference
    if isReference, isState {
      context.places[local] = CellLocation(root: .reference(name))
      return "int64_t \(name)"
    }
    let isByPointer = isReference || type.scalar == nil
    context.places[local] = CellLocation(root: isByPointer ? .array(name) : .scalar(name))
    return "int64_t \(isByPointer ? "*" : "")\(name)"
  }

  /// Declares the variables of a frame from a position on, without values.
  func declareLocals(_ frame: [Local], from first: Int = 0) {
    for position in frame.indices.dropFirst(first) where frame[position].kind == .variable {
      let name = name("l")
      let count = StateLayout.cellCount(of: frame[position].type)
      if frame[position].type.scalar != nil {
        line("int64_t \(name) = UNDEFINED;")
        context.places[LocalIndex(position)] = CellLocation(root: .scalar(name))
      } else {
        line("int64_t \(name)[\(max(1, count))];")
        line("undefine(\(name), \(count));")
        context.places[LocalIndex(position)] = CellLocation(root: .array(name))
      }
    }
  }

  func giveBack(_ argument: Argument) {
    switch argument {
    case .value(let expression): line("*result = \(value(expression).text);")
    case .copy(let place), .reference(let place):
      let types = StateLayout.scalars(of: place.type)
      let target = CellLocation(root: .array("result"))
      forEachCell(of: types, [target, locate(place)]) { cells, type in
        line("\(text(of: cells[0])) = \(unpacked(cells[1], type));")
      }
    }
    finish()
  }
}
