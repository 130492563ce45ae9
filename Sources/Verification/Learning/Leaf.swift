import Model

/// A scalar of the state, or one for each choice of members that its arrays have as index.
struct Leaf {
  /// The parts of its name in a specification, with an index between each two.
  let parts: [String]
  /// The types of its indices, outermost array first.
  let indices: [ScalarType]
  let type: ScalarType
  private let firstCell: Int
  private let strides: [Int]

  /// The name with these indices.
  func text(_ arguments: [String]) -> String {
    zip(parts, arguments).map { "\($0)[\($1)]" }.joined() + parts[parts.count - 1]
  }

  /// The cell for these indices; nil when one is outside of its type.
  func cell(_ members: [Int64]) -> Int? {
    var cell = firstCell
    for (place, member) in members.enumerated() {
      guard indices[place].contains(member) else { return nil }
      cell += strides[place] * Int(member - indices[place].lower)
    }
    return cell
  }

  /// All leaves of a system's state, apart from those in arrays over types without a name.
  static func leaves(of system: TransitionSystem) -> [Leaf] {
    system.variables.indices.flatMap { index in
      let variable = system.variables[index]
      return leaves(
        of: variable.type, [variable.name], [], system.layout.firstCell[index], [])
    }
  }

  private static func leaves(
    of type: ValueType, _ parts: [String], _ indices: [ScalarType], _ first: Int, _ strides: [Int]
  ) -> [Leaf] {
    switch type {
    case .scalar(let scalar):
      return [
        Leaf(parts: parts, indices: indices, type: scalar, firstCell: first, strides: strides)
      ]
    case .array(let index, let element):
      guard index.isSymbolic, index.name != nil else { return [] }
      return leaves(
        of: element, parts + [""], indices + [index], first,
        strides + [StateLayout.cellCount(of: element)])
    case .record(let fields):
      return fields.indices.flatMap { field in
        leaves(
          of: fields[field].type,
          parts.dropLast() + ["\(parts[parts.count - 1]).\(fields[field].name)"], indices,
          first + StateLayout.offset(ofField: field, in: fields), strides)
      }
    }
  }
}

extension ScalarType {
  /// Whether its values are as many as some symbolic constant says.
  var isSymbolic: Bool { symbolicBounds != nil && (kind == .scalarset || kind == .range) }
}
