extension RandomSystem {
  /// A scalar type of a generated specification.
  enum Kind: Hashable {
    case boolean
    case range(String, ClosedRange<Int>)
    case enumeration(String, [String])
    case scalarset(String, size: Int)

    var name: String {
      switch self {
      case .boolean: "boolean"
      case .range(let name, _), .enumeration(let name, _), .scalarset(let name, _): name
      }
    }

    var count: Int {
      switch self {
      case .boolean: 2
      case .range(_, let bounds): bounds.count
      case .enumeration(_, let members): members.count
      case .scalarset(_, let size): size
      }
    }

    var isRange: Bool { bounds != nil }

    var bounds: ClosedRange<Int>? {
      if case .range(_, let bounds) = self { bounds } else { nil }
    }

    /// The values that can be written down; a scalarset has none.
    var literals: [Term] {
      switch self {
      case .boolean: [.atom("false"), .atom("true")]
      case .range(_, let bounds): bounds.map(Term.number)
      case .enumeration(_, let members): members.map(Term.atom)
      case .scalarset: []
      }
    }
  }

  struct Field: Hashable {
    var name: String
    var shape: Shape
  }

  /// A type of a generated specification.
  indirect enum Shape: Hashable {
    case scalar(Kind)
    case array(Kind, Shape)
    case record(String, [Field])

    var text: String {
      switch self {
      case .scalar(let kind): kind.name
      case .array(let index, let element): "array [\(index.name)] of \(element.text)"
      case .record(let name, _): name
      }
    }

    /// How many values it has, undefined ones left out.
    var valueCount: Double {
      switch self {
      case .scalar(let kind): Double(kind.count)
      case .array(let index, let element):
        (0..<index.count).reduce(1) { product, _ in product * element.valueCount }
      case .record(_, let fields): fields.reduce(1) { $0 * $1.shape.valueCount }
      }
    }
  }

  struct Variable {
    var name: String
    var shape: Shape
    var isReadOnly = false
  }

  /// What can be named at some point of the text.
  struct Scope {
    var variables: [Variable] = []
    /// Quantified variables and parameters: always defined, never assigned.
    var bound: [(name: String, kind: Kind)] = []
    /// How many loops there are around this point.
    var loops = 0

    func bound(of kind: Kind) -> [Term] {
      bound.filter { $0.kind == kind }.map { .atom($0.name) }
    }

    func binding(_ name: String, _ kind: Kind) -> Scope {
      var inner = self
      inner.bound.append((name, kind))
      return inner
    }
  }
}

extension Term {
  /// A number, in a form that can stand anywhere.
  package static func number(_ value: Int) -> Term {
    value < 0 ? .prefix("-", .atom(String(-value))) : .atom(String(value))
  }
}
