import Model

extension Cube.Literal {
  /// That a cell with these bits satisfies the literal.
  func gate(over bits: [Literal], of type: ScalarType, _ circuit: Circuit) -> Literal {
    switch self {
    case .among(_, let contents):
      return circuit.any(contents.map { circuit.equal(bits, type.raw($0)) })
    case .atLeast(_, let value): return circuit.atLeast(bits, type.raw(value))
    case .atMost(_, let value):
      let isDefined = !circuit.equal(bits, 0)
      if value >= type.upper { return isDefined }
      return circuit.all([isDefined, !circuit.atLeast(bits, type.raw(value + 1))])
    }
  }
}

extension Atom {
  /// That a cell with these bits satisfies this, provided that it is well-formed.
  func gate(over bits: [Literal], of type: ScalarType, _ circuit: Circuit) -> Literal {
    switch self {
    case .differs(_, let content): !circuit.equal(bits, type.raw(content))
    case .atLeast(let cell, let value):
      Cube.Literal.atLeast(cell: cell, value: value).gate(over: bits, of: type, circuit)
    case .atMost(let cell, let value):
      Cube.Literal.atMost(cell: cell, value: value).gate(over: bits, of: type, circuit)
    case .undefined: circuit.equal(bits, 0)
    }
  }
}

extension ScalarType {
  /// The packed form of a content: 0 is undefined.
  fileprivate func raw(_ content: Int64?) -> UInt64 {
    content.map { UInt64(bitPattern: $0 &- lower) &+ 1 } ?? 0
  }
}
