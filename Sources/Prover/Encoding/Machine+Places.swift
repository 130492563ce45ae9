import Model
import Z3

/// Where a place lies: one of several stretches of cells, whose conditions exclude each other and
/// of which one holds unless the run has failed.
struct Target {
  var alternatives: [(condition: Term, first: Int)]
  var type: ValueType
}

extension Machine {
  /// Finds the cells of a place.
  mutating func locate(_ place: Place) throws(Unencodable) -> Target {
    var target = try locate(place.root)
    for step in place.path {
      switch (step, target.type) {
      case (.field(let position), .record(let fields)):
        let offset = StateLayout.offset(ofField: position, in: fields)
        for index in target.alternatives.indices { target.alternatives[index].first += offset }
        target.type = fields[position].type
      case (.element(let index), .array(let indexType, let element)):
        try select(index, of: indexType, element, in: &target)
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return target
  }

  private mutating func select(
    _ expression: Expression, of type: ScalarType, _ element: ValueType, in target: inout Target
  ) throws(Unencodable) {
    let index = try evaluate(expression).scalar
    let least = Int128(type.lower)
    let greatest = Int128(type.upper)
    fail(
      when: index.isLess(than: least) || index.isGreater(than: greatest), at: expression.range)
    let size = StateLayout.cellCount(of: element)
    var alternatives: [(condition: Term, first: Int)] = []
    for value in stride(from: max(least, index.lower), through: min(greatest, index.upper), by: 1) {
      let here = index.isEqual(to: .constant(value, in: context))
      for (condition, first) in target.alternatives {
        alternatives.append((condition && here, first + Int(value - least) * size))
      }
      if alternatives.count > Machine.alternativeLimit {
        throw Unencodable("an index with too many values", expression.range)
      }
    }
    // An index that is certainly wrong has failed already; any place will do.
    if alternatives.isEmpty { alternatives = target.alternatives }
    target = Target(alternatives: alternatives, type: element)
  }

  private mutating func locate(_ root: Place.Root) throws(Unencodable) -> Target {
    switch root {
    case .state(let variable):
      return Target(
        first: system.layout.firstCell[variable.position], system[variable].type, context)
    case .local(let local):
      let type = frame.locals[local.position].type
      switch frame.slots[local.position] {
      case .own(let first): return location(first, as: type)
      case .place(let target): return target
      case .bound(let value):
        guard let scalar = type.scalar else { preconditionFailure("bound variables are scalars") }
        return keep([Cell(value, as: scalar.storable(value), in: context)], as: type)
      case .unset: preconditionFailure("a local is given before it is used")
      }
    case .call(let function, let arguments):
      guard let type = system[function].result else { preconditionFailure("a value is returned") }
      return keep(try resultCells(of: function, arguments, as: type), as: type)
    }
  }

  private mutating func resultCells(
    of function: FunctionIndex, _ arguments: [Argument], as type: ValueType
  ) throws(Unencodable) -> [Cell] {
    if case .cells(let cells) = try call(function, arguments) { return cells }
    // The function cannot end; what it would return does not matter.
    return StateLayout.scalars(of: type).map { .undefined($0, in: context) }
  }

  func location(_ first: Int, as type: ValueType) -> Target { Target(first: first, type, context) }

  /// Puts cells at the end, where they can be found as a place until the statement ends.
  private mutating func keep(_ values: [Cell], as type: ValueType) -> Target {
    let target = Target(first: cells.count, type, context)
    cells += values
    return target
  }

  mutating func read(_ target: Target) -> (value: Value, isDefined: Term) {
    let cell = allCells(of: target)[0]
    return (cell.value, cell.isDefined)
  }

  mutating func result(of argument: Argument) throws(Unencodable) -> Returned {
    switch argument {
    case .value(let expression):
      return .scalar(try evaluate(expression), defined: context.truth(true))
    case .copy(let place), .reference(let place):
      let target = try locate(place)
      let cells = allCells(of: target)
      if target.type.scalar == nil { return .cells(cells) }
      return .scalar(cells[0].value, defined: cells[0].isDefined)
    }
  }

  /// The cells of a place, in order.
  func allCells(of target: Target) -> [Cell] {
    (0..<StateLayout.cellCount(of: target.type)).map { offset in
      var alternatives = target.alternatives[...]
      let last = alternatives.removeLast()
      return alternatives.reversed().reduce(cells[last.first + offset]) { rest, alternative in
        .choose(alternative.condition, cells[alternative.first + offset], rest)
      }
    }
  }

  /// Gives every cell of a place a new content, in order.
  mutating func write(_ values: [Cell], to target: Target) {
    for (condition, first) in target.alternatives {
      for (offset, value) in values.enumerated() {
        set(first + offset, to: value, when: condition)
      }
    }
  }
}

extension Target {
  init(first: Int, _ type: ValueType, _ context: Context) {
    self.init(alternatives: [(context.truth(true), first)], type: type)
  }
}

extension ScalarType {
  /// A type with a packed form for this value: bound variables of ranged loops have none of their
  /// own.
  func storable(_ value: Value) -> ScalarType {
    if kind != .integer { return self }
    let scalar = value.scalar
    return .range(Int64(clamping: scalar.lower), Int64(clamping: scalar.upper))
  }
}
