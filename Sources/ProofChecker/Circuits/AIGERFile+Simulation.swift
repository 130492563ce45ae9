extension AIGERFile {
  /// What all variables hold, one bit for each of 64 cases at once.
  package struct Values {
    private let variables: [UInt64]

    init(_ variables: [UInt64]) { self.variables = variables }

    /// The cases in which a literal is true.
    package subscript(literal: Int) -> UInt64 {
      literal & 1 == 1 ? ~variables[literal >> 1] : variables[literal >> 1]
    }
  }

  /// What follows from what inputs and latches hold.
  package func values(inputs: [UInt64], latches: [UInt64]) -> Values {
    precondition(inputs.count == self.inputs.count && latches.count == self.latches.count)
    var variables = [0] + inputs + latches
    variables.reserveCapacity(variables.count + gates.count)
    for (first, second) in gates {
      let values = [first, second].map { literal in
        literal & 1 == 1 ? ~variables[literal >> 1] : variables[literal >> 1]
      }
      variables.append(values[0] & values[1])
    }
    return Values(variables)
  }
}
