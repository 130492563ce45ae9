import Model

/// One scalar of a type.
struct Leaf {
  let type: ScalarType
  /// What it is called after the name of the whole, as far as there is no index of any size.
  let path: String
  /// The types of the indices that may have any size, outermost first.
  var indices: [ScalarType] = []
}

// How values are laid out: arrays of a known size element by element, others as one.
extension Encoding {
  /// Whether a type may have any number of values.
  func isUnsized(_ type: ScalarType) -> Bool { anySize != nil && type.symbolicBounds != nil }

  /// The scalars of a type, in order.
  func leaves(of type: ValueType, called path: String = "") -> [Leaf] {
    switch type {
    case .scalar(let scalar): return [Leaf(type: scalar, path: path)]
    case .record(let fields):
      return fields.flatMap { leaves(of: $0.type, called: "\(path).\($0.name)") }
    case .array(let index, let element):
      if isUnsized(index) {
        return leaves(of: element, called: path).map {
          Leaf(type: $0.type, path: $0.path, indices: [index] + $0.indices)
        }
      }
      let values = index.lower > index.upper ? [] : Array(index.lower...index.upper)
      return values.flatMap { leaves(of: element, called: "\(path)[\(index.text(of: $0))]") }
    }
  }

  /// The number of scalars of a type.
  func slotCount(of type: ValueType) -> Int {
    switch type {
    case .scalar: 1
    case .record(let fields): fields.reduce(0) { $0 + slotCount(of: $1.type) }
    case .array(let index, let element):
      (isUnsized(index) ? 1 : index.count ?? 0) * slotCount(of: element)
    }
  }

  /// How many scalars of a record come before a field.
  func offset(ofField position: Int, in fields: [ValueType.Field]) -> Int {
    fields[..<position].reduce(0) { $0 + slotCount(of: $1.type) }
  }

  /// The position of a variable's first scalar among those of all variables.
  func firstSlot(of variable: VariableIndex, in system: TransitionSystem) -> Int {
    if anySize == nil { return system.layout.firstCell[variable.position] }
    return system.variables[..<variable.position].reduce(0) { $0 + slotCount(of: $1.type) }
  }
}
