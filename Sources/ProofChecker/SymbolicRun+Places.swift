import Model
import SourceText
import Z3

/// Where a place is, for each way in which its indices may turn out.
struct Spot {
  var choices: [(condition: Term, offset: Int)]
  var type: ValueType
}

extension SymbolicRun {
  /// Finds a place; its indices are evaluated from left to right.
  mutating func locate(_ place: Place) throws(Unsupported) -> Spot {
    var spot = try locate(place.root)
    for step in place.path {
      switch (step, spot.type) {
      case (.field(let position), .record(let fields)):
        let distance = StateLayout.offset(ofField: position, in: fields)
        spot.choices = spot.choices.map { ($0.condition, $0.offset + distance) }
        spot.type = fields[position].type
      case (.element(let index), .array(let indexType, let element)):
        let value = try evaluate(index)
        fail(when: !value.belongs(to: indexType, in: context))
        spot = try self.element(value, of: spot, indexType, element, at: index.range)
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return spot
  }

  private func element(
    _ index: Word, of spot: Spot, _ indexType: ScalarType, _ element: ValueType,
    at range: SourceRange
  ) throws(Unsupported) -> Spot {
    let size = StateLayout.cellCount(of: element)
    if case .constant(let value) = index {
      let isInside = indexType.contains(value)
      let distance = isInside ? Int(value - indexType.lower) * size : 0
      return Spot(
        choices: isInside ? spot.choices.map { ($0.condition, $0.offset + distance) } : [],
        type: element)
    }
    guard let count = indexType.count, count * spot.choices.count <= Self.choiceLimit else {
      throw Unsupported("an index with too many values", range)
    }
    let values = count == 0 ? [] : Array(indexType.lower...indexType.upper)
    let choices = values.flatMap { value in
      let isHere = index.equals(.constant(value), in: context)
      return spot.choices.map {
        (condition: $0.condition && isHere, offset: $0.offset + Int(value - indexType.lower) * size)
      }
    }
    return Spot(choices: choices, type: element)
  }

  private mutating func locate(_ root: Place.Root) throws(Unsupported) -> Spot {
    let always = context.truth(true)
    switch root {
    case .state(let variable):
      return Spot(
        choices: [(always, system.layout.firstCell[variable.position])],
        type: system[variable].type)
    case .local(let local):
      if let reference = frame.references[local] { return reference }
      return Spot(
        choices: [(always, frame.firstCell[local.position])],
        type: frame.locals[local.position].type)
    case .call(let function, let arguments):
      let result = try call(function, arguments)
      let spot = Spot(choices: [(always, cells.count)], type: system[function].result!)
      cells += result
      return spot
    }
  }

  /// All cells of a place. Finding it may run functions, hence the two steps: the cells are those
  /// after that.
  mutating func cells(of place: Place) throws(Unsupported) -> [Cell] {
    let spot = try locate(place)
    return cells(at: spot)
  }

  /// All cells of a place that has been found.
  func cells(at spot: Spot) -> [Cell] {
    (0..<StateLayout.cellCount(of: spot.type)).map { position in
      spot.choices.reversed().reduce(Cell.undefined(in: context)) { others, choice in
        Cell.choose(choice.condition, cells[choice.offset + position], others)
      }
    }
  }

  /// Writes all cells of a place, each of which must be of its type.
  mutating func write(_ values: [Cell], to spot: Spot) {
    let types = StateLayout.scalars(of: spot.type)
    for (position, (value, type)) in zip(values, types).enumerated() {
      fail(when: value.isDefined && !value.value.belongs(to: type, in: context))
      for choice in spot.choices {
        let offset = choice.offset + position
        cells[offset] = .choose(active && choice.condition, value, cells[offset])
      }
    }
  }
}

extension Unsupported {
  init(_ what: String, _ range: SourceRange) { description = "\(what), at \(range)" }
}
