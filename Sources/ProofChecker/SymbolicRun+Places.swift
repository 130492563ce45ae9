import Model
import SourceText
import Z3

/// Where a place is, for each way in which its indices may turn out.
struct Spot {
  var choices: [(condition: Term, offset: Int)]
  /// The indices of any size on the way.
  var indices: [Word] = []
  var type: ValueType
}

extension SymbolicRun {
  /// Finds a place; its indices are evaluated from left to right.
  mutating func locate(_ place: Place) throws(Unsupported) -> Spot {
    var spot = try locate(place.root)
    for step in place.path {
      switch (step, spot.type) {
      case (.field(let position), .record(let fields)):
        let distance = encoding.offset(ofField: position, in: fields)
        spot.choices = spot.choices.map { ($0.condition, $0.offset + distance) }
        spot.type = fields[position].type
      case (.element(let index), .array(let indexType, let element)):
        let value = try evaluate(index)
        fail(when: !value.belongs(to: indexType, in: encoding))
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
    if encoding.isUnsized(indexType) {
      return Spot(choices: spot.choices, indices: spot.indices + [index], type: element)
    }
    let size = encoding.slotCount(of: element)
    if case .constant(let value) = index {
      let isInside = indexType.contains(value)
      let distance = isInside ? Int(value - indexType.lower) * size : 0
      return Spot(
        choices: isInside ? spot.choices.map { ($0.condition, $0.offset + distance) } : [],
        indices: spot.indices, type: element)
    }
    guard let count = indexType.count, count * spot.choices.count <= Self.choiceLimit else {
      throw Unsupported("an index with too many values", range)
    }
    let values = count == 0 ? [] : Array(indexType.lower...indexType.upper)
    let choices = values.flatMap { value in
      let isHere = index.equals(.constant(value), in: encoding)
      return spot.choices.map {
        (condition: $0.condition && isHere, offset: $0.offset + Int(value - indexType.lower) * size)
      }
    }
    return Spot(choices: choices, indices: spot.indices, type: element)
  }

  private mutating func locate(_ root: Place.Root) throws(Unsupported) -> Spot {
    let always = context.truth(true)
    switch root {
    case .state(let variable):
      return Spot(
        choices: [(always, encoding.firstSlot(of: variable, in: system))],
        type: system[variable].type)
    case .local(let local):
      if let reference = frame.references[local] { return reference }
      return Spot(
        choices: [(always, frame.firstSlot[local.position])],
        type: frame.locals[local.position].type)
    case .call(let function, let arguments):
      let result = try call(function, arguments)
      let spot = Spot(choices: [(always, slots.count)], type: system[function].result!)
      slots += result
      return spot
    }
  }

  /// All slots of a place. Finding it may run functions, hence the two steps: the slots are those
  /// after that.
  mutating func slots(of place: Place) throws(Unsupported) -> [Slot] {
    let spot = try locate(place)
    return slots(at: spot)
  }

  /// All slots of a place that has been found.
  func slots(at spot: Spot) -> [Slot] {
    encoding.leaves(of: spot.type).enumerated().map { position, leaf in
      let nothing = Slot.same(.undefined(in: encoding), arity: leaf.indices.count)
      return spot.choices.reversed().reduce(nothing) { others, choice in
        let slot = slots[choice.offset + position].at(spot.indices)
        return .choose(choice.condition, slot, others, in: encoding)
      }
    }
  }

  /// Writes all slots of a place, each of which must be of its type.
  mutating func write(_ values: [Slot], to spot: Spot) {
    for (position, (value, leaf)) in zip(values, encoding.leaves(of: spot.type)).enumerated() {
      fail(when: isOutside(value, leaf))
      for choice in spot.choices {
        let offset = choice.offset + position
        let indices = spot.indices + leaf.indices.map { _ in nil }
        slots[offset] = slots[offset].writing(
          value, at: spot.indices, where: active && choice.condition, in: encoding)
        writes[offset, default: []].append(indices)
      }
    }
  }

  /// That some value is not of its type.
  private func isOutside(_ slot: Slot, _ leaf: Leaf) -> Term {
    encoding.exists(leaf.indices) { indices in
      let cell = slot[indices]
      return cell.isDefined && !cell.value.belongs(to: leaf.type, in: encoding)
    }
  }
}

extension Unsupported {
  init(_ what: String, _ range: SourceRange) { description = "\(what), at \(range)" }
}
