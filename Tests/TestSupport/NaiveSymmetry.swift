package import Model

/// Renaming of scalarset members in states, the slow and obvious way: by walking over values, and
/// by trying every renaming.
package struct NaiveSymmetry {
  /// For each scalarset the image of each member.
  package typealias Renaming = [ScalarType: [Int64]]

  private let system: TransitionSystem
  /// Every renaming there is.
  package let renamings: [Renaming]

  /// Renames the members of these scalarsets, each by itself.
  package init(_ system: TransitionSystem, _ scalarsets: [ScalarType]) {
    self.system = system
    renamings = scalarsets.reduce([[:]]) { partial, type in
      partial.flatMap { renaming in
        Self.permutations(of: Array(type.lower...type.upper)).map { images in
          renaming.merging([type: images]) { $1 }
        }
      }
    }
  }

  /// The scalarsets that occur in the state, in order.
  package static func scalarsets(of system: TransitionSystem) -> [ScalarType] {
    var found: [ScalarType] = []
    func visit(_ type: ValueType) {
      switch type {
      case .scalar(let scalar): meet(scalar)
      case .record(let fields): fields.forEach { visit($0.type) }
      case .array(let index, let element):
        meet(index)
        visit(element)
      }
    }
    func meet(_ type: ScalarType) {
      if case .union(let parts) = type.kind { parts.forEach(meet) }
      if type.kind == .scalarset, !found.contains(type) { found.append(type) }
    }
    system.variables.forEach { visit($0.type) }
    return found
  }

  private static func permutations(of values: [Int64]) -> [[Int64]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { position -> [[Int64]] in
      var rest = values
      let first = rest.remove(at: position)
      return permutations(of: rest).map { [first] + $0 }
    }
  }

  /// The state with its members renamed.
  package func renamed(_ state: State, by renaming: Renaming) -> State {
    var cells = state.cells[...]
    var result: [Int64?] = []
    for variable in system.variables {
      result += renamed(variable.type, &cells, by: renaming)
    }
    return State(cells: result)
  }

  private func renamed(
    _ type: ValueType, _ cells: inout ArraySlice<Int64?>, by renaming: Renaming
  ) -> [Int64?] {
    switch type {
    case .scalar(let scalar):
      guard let value = cells.removeFirst() else { return [nil] }
      return [image(of: value, scalar, by: renaming)]
    case .record(let fields):
      return fields.flatMap { renamed($0.type, &cells, by: renaming) }
    case .array(let index, let element):
      let parts = (0..<(index.count ?? 0)).map { _ in renamed(element, &cells, by: renaming) }
      if index.kind == .slot {
        let sorted = parts.sorted { left, right in
          right.lexicographicallyPrecedes(left) { ($0 ?? .min) < ($1 ?? .min) }
        }
        return sorted.flatMap { $0 }
      }
      var moved = parts
      for (position, part) in parts.enumerated() {
        let value = image(of: index.lower + Int64(position), index, by: renaming)
        moved[Int(value - index.lower)] = part
      }
      return moved.flatMap { $0 }
    }
  }

  private func image(of value: Int64, _ type: ScalarType, by renaming: Renaming) -> Int64 {
    let (origin, member) = type.origin(of: value)
    return value - member + (renaming[origin].map { $0[Int(member)] } ?? member)
  }

  /// All states that differ from this one in the names of members only.
  package func orbit(of state: State) -> Set<State> {
    Set(renamings.map { renamed(state, by: $0) })
  }

  /// The least state of an orbit.
  package func least(in orbit: Set<State>) -> State {
    orbit.min { left, right in
      left.cells.lexicographicallyPrecedes(right.cells) { ($0 ?? .min) < ($1 ?? .min) }
    }!
  }
}
