import SourceText

extension Execution {
  mutating func evaluate(_ expression: Expression) throws(Interruption) -> Int64 {
    switch expression.kind {
    case .constant(let value): return value
    case .read(let place): return try read(place)
    case .unary(let op, let operand):
      let value = try evaluate(operand)
      return try arithmetic(at: expression.range) { () throws(FailureKind) in
        try Arithmetic.apply(op, value)
      }
    case .binary(let op, let left, let right):
      return try evaluate(op, left, right, at: expression.range)
    case .conditional(let condition, let yes, let no):
      return try evaluate(try evaluate(condition) != 0 ? yes : no)
    case .quantified(let quantifier, let binding, let body):
      return try evaluate(quantifier, binding, body, at: expression.range)
    case .isUndefined(let place):
      let location = try locate(place)
      return self[location] == nil ? 1 : 0
    case .same(let left, let right):
      let (left, right) = (try locate(left), try locate(right))
      return cells(at: left) == cells(at: right) ? 1 : 0
    case .call(let function, let arguments):
      guard let value = try call(function, arguments).first, let value else {
        throw failure(.undefinedRead, at: expression.range)
      }
      return value
    }
  }

  private mutating func read(_ place: Place) throws(Interruption) -> Int64 {
    let location = try locate(place)
    guard let value = self[location] else {
      throw failure(.undefinedRead, at: place.range)
    }
    return value
  }

  private mutating func evaluate(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(Interruption) -> Int64 {
    let first = try evaluate(left)
    switch op {
    case .and where first == 0: return 0
    case .or where first != 0: return 1
    case .implies where first == 0: return 1
    default: break
    }
    let second = try evaluate(right)
    return try arithmetic(at: range) { () throws(FailureKind) in
      try Arithmetic.apply(op, first, second)
    }
  }

  private func arithmetic(at range: SourceRange, _ compute: () throws(FailureKind) -> Int64)
    throws(Interruption) -> Int64
  {
    do {
      return try compute()
    } catch {
      throw failure(error, at: range)
    }
  }

  private mutating func evaluate(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, at range: SourceRange
  ) throws(Interruption) -> Int64 {
    let decisive: Int64 = quantifier == .exists ? 1 : 0
    for value in try values(of: binding.domain, at: range) {
      set(binding.local, to: value)
      if (try evaluate(body) != 0) == (decisive != 0) { return decisive }
    }
    return 1 - decisive
  }

  /// The values of a domain in order.
  mutating func values(of domain: Domain, at range: SourceRange) throws(Interruption) -> [Int64] {
    switch domain {
    case .type(let type):
      return type.count == 0 ? [] : Array(type.lower...type.upper)
    case .steps(let from, let through, let by):
      let first = try evaluate(from)
      let last = try evaluate(through)
      let step = if let by { try evaluate(by) } else { last >= first ? 1 : -1 as Int64 }
      if step == 0 { throw failure(.zeroStep, at: range) }
      if (last > first && step < 0) || (last < first && step > 0) {
        throw failure(.stepInWrongDirection, at: range)
      }
      return Array(stride(from: first, through: last, by: Int(step)))
    }
  }

  /// The values of all cells of a place. Finding it may run functions, hence the two steps: the
  /// cells are those after that.
  mutating func cells(of place: Place) throws(Interruption) -> [Int64?] {
    let location = try locate(place)
    return cells(at: location)
  }

  /// Finds the cells of a place; its indices are evaluated from left to right.
  mutating func locate(_ place: Place) throws(Interruption) -> Location {
    var location = try locate(place.root)
    for step in place.path {
      switch (step, location.type) {
      case (.field(let position), .record(let fields)):
        location.offset += StateLayout.offset(ofField: position, in: fields)
        location.type = fields[position].type
      case (.element(let index), .array(let indexType, let element)):
        let value = try evaluate(index)
        guard indexType.contains(value) else {
          throw failure(
            .indexOutOfRange(value: value, lower: indexType.lower, upper: indexType.upper),
            at: index.range)
        }
        location.offset += Int(value - indexType.lower) * StateLayout.cellCount(of: element)
        location.type = element
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return location
  }

  private mutating func locate(_ root: Place.Root) throws(Interruption) -> Location {
    switch root {
    case .state(let variable):
      return Location(
        store: .state, offset: system.layout.firstCell[variable.position],
        type: system[variable].type)
    case .local(let local):
      let depth = frames.count - 1
      if let reference = frames[depth].references[local] { return reference }
      return Location(
        store: .frame(depth), offset: frames[depth].firstCell[local.position],
        type: frames[depth].locals[local.position].type)
    case .call(let function, let arguments):
      return keep(try call(function, arguments), as: system[function].result!)
    }
  }

  /// Puts the result of a call at the end of the current frame, where a place can be found.
  private mutating func keep(_ values: [Int64?], as type: ValueType) -> Location {
    let depth = frames.count - 1
    let offset = frames[depth].cells.count
    frames[depth].cells += values
    return Location(store: .frame(depth), offset: offset, type: type)
  }
}
