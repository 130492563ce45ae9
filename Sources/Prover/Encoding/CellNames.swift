import Model

/// The names of all cells of a state, as a reader of a certificate sees them.
enum CellNames {
  static func all(of system: TransitionSystem) -> [String] {
    system.variables.flatMap { names(of: $0.type, $0.name) }
  }

  private static func names(of type: ValueType, _ name: String) -> [String] {
    switch type {
    case .scalar: [name]
    case .array(let index, let element):
      index.count == 0
        ? []
        : (index.lower...index.upper).flatMap {
          names(of: element, "\(name)[\(index.text(of: $0))]")
        }
    case .record(let fields): fields.flatMap { names(of: $0.type, "\(name).\($0.name)") }
    }
  }
}
