/// Writes lemmas in Murphi.
package struct CubeText: Sendable {
  private let paths: [String]
  private let layout: StateLayout
  /// The cells that always hold a value, of which nobody need be told.
  private let defined: Set<Int>

  /// - Parameter defined: cells that hold a value in every state that is spoken of.
  package init(of system: TransitionSystem, defined: Set<Int> = []) {
    paths = system.cellPaths.map { $0.text(in: system) }
    layout = system.layout
    self.defined = defined
  }

  /// That a state is not one of the cube's: `!(step[1] = IDLE & holds[2])`.
  package func lemma(_ cube: Cube) -> String {
    let parts = cube.literals.map { text(of: $0) }
    guard parts.count != 1 else { return cube.literals.map { text(of: $0, negated: true) }[0] }
    return parts.isEmpty ? "false" : "!(\(parts.joined(separator: " & ")))"
  }

  private func text(of literal: Cube.Literal, negated: Bool = false) -> String {
    let name = paths[literal.cell]
    switch literal {
    case .atLeast(let cell, let value):
      return compare(cell, "\(name) \(negated ? "<" : ">=") \(value)", negated)
    case .atMost(let cell, let value):
      return compare(cell, "\(name) \(negated ? ">" : "<=") \(value)", negated)
    case .among(let cell, let contents):
      let texts = contents.map { text(of: $0, in: cell, negated) }
      if texts.count == 1 { return texts[0] }
      let choice = texts.joined(separator: negated ? " & " : " | ")
      return negated ? choice : "(\(choice))"
    }
  }

  /// A comparison, which is false where there is nothing to compare.
  private func compare(_ cell: Int, _ text: String, _ negated: Bool) -> String {
    if defined.contains(cell) { return text }
    return negated
      ? "(isundefined(\(paths[cell])) | \(text))" : "!isundefined(\(paths[cell])) & \(text)"
  }

  private func text(of content: Int64?, in cell: Int, _ negated: Bool) -> String {
    let (name, type) = (paths[cell], layout.cells[cell].type)
    guard let content else { return "\(negated ? "!" : "")isundefined(\(name))" }
    if type.kind == .boolean {
      let plain = (content == 1) != negated ? name : "!\(name)"
      return compare(cell, plain, negated)
    }
    return compare(cell, "\(name) \(negated ? "!=" : "=") \(type.text(of: content))", negated)
  }
}
