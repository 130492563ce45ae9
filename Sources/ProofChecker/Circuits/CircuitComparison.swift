package import Model

/// Holds a circuit to what the evaluator says of a system, state by state: which states follow, and
/// which claims are broken in a state or by a step from it.
///
/// The circuit's latches are read as the bits of the cells in the packed form of the layout, cell
/// by cell with the lowest bit first, and after them whether a start state has been run.
package struct CircuitComparison {
  /// How many choices of inputs are tried; of more, so many, and then what the circuit does must be
  /// right but need not be all.
  private static let choiceLimit = 4096

  private let circuit: AIGERFile
  private let consequences: Consequences
  private let claims: [ClaimIndex]
  /// The circuit's inputs, 64 choices at a time.
  private let choices: [[UInt64]]
  private let isComplete: Bool

  private var cells: [StateLayout.Cell] { consequences.system.layout.cells }

  /// - Parameter claims: those that the circuit's bad signals are about, in order.
  package init(of circuit: AIGERFile, with system: TransitionSystem, claims: [ClaimIndex]) {
    self.circuit = circuit
    self.claims = claims
    consequences = Consequences(in: system, of: claims)
    let width = circuit.inputs.count
    let isComplete = width <= Self.choiceLimit.trailingZeroBitCount
    self.isComplete = isComplete
    let count = isComplete ? 1 << width : Self.choiceLimit
    choices = stride(from: 0, to: count, by: 64).map { first in
      (0..<width).map { input in
        (0..<64).reduce(0) { word, lane in
          let choice = Self.choice(first + lane, isRandom: !isComplete)
          return word | (choice >> UInt64(input % 64) & 1) << UInt64(lane)
        }
      }
    }
  }

  /// The bits of a choice: its number, or what looks like chance.
  private static func choice(_ number: Int, isRandom: Bool) -> UInt64 {
    if !isRandom { return UInt64(number) }
    var bits = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    return bits ^ bits >> 31
  }

  /// What is wrong with the circuit, in words; nil when nothing is in the states that are met first,
  /// breadth first.
  ///
  /// - Parameter limit: how many states are looked at.
  package func difference(in limit: Int) -> (problem: String?, states: Int) {
    let width = cells.reduce(1) { $0 + $1.width }
    guard circuit.latches.count == width, circuit.bad.count == claims.count else {
      return ("it has other latches or bad signals", 0)
    }
    if let problem = difference(after: nil) { return (problem, 0) }
    var order = Array(consequences.all(after: nil).states)
    var known = Set(order)
    var next = 0
    while next < min(order.count, limit) {
      if let problem = difference(after: order[next]) { return (problem, next) }
      order += consequences.all(after: order[next]).states.filter { known.insert($0).inserted }
      next += 1
    }
    return (nil, next)
  }

  /// What is wrong in a state, or before any.
  private func difference(after state: State?) -> String? {
    let expected = consequences.all(after: state)
    let found = circuitConsequences(after: state)
    let place = state.map { "in \($0.cells.map { $0.map(String.init) ?? "-" })" } ?? "at the start"
    let isRight =
      found.states.isSubset(of: expected.states) && found.broken.isSubset(of: expected.broken)
    if isRight, !isComplete || found == expected { return nil }
    let states = found.states.symmetricDifference(expected.states).count
    let broken = found.broken.symmetricDifference(expected.broken).map {
      consequences.system[$0].name
    }
    return "\(place): \(states) states differ, and of the claims \(broken.sorted())"
  }

  // MARK: The circuit

  private func circuitConsequences(after state: State?) -> Consequences.Found {
    let latches = bits(of: state)
    var found = Consequences.Found()
    for choice in choices {
      let values = circuit.values(inputs: choice, latches: latches)
      for (claim, bad) in zip(claims, circuit.bad) where values[bad] != 0 {
        found.broken.insert(claim)
      }
      let next = circuit.next.map { values[$0] }
      for lane in 0..<UInt64(64) where next[next.count - 1] >> lane & 1 == 1 {
        let successor = self.state(in: next, lane)
        if successor != state { found.states.insert(successor) }
      }
    }
    return found
  }

  private func bits(of state: State?) -> [UInt64] {
    let contents = state?.cells ?? cells.map { _ in nil }
    let bits = zip(cells, contents).flatMap { cell, content in
      let raw = cell.raw(of: content)
      return (0..<cell.width).map { raw >> UInt64($0) & 1 == 1 ? UInt64.max : 0 }
    }
    return bits + [state == nil ? 0 : .max]
  }

  private func state(in latches: [UInt64], _ lane: UInt64) -> State {
    var place = 0
    return State(
      cells: cells.map { cell in
        defer { place += cell.width }
        let raw = (0..<cell.width).reduce(UInt64(0)) { raw, bit in
          raw | (latches[place + bit] >> lane & 1) << UInt64(bit)
        }
        return cell.value(ofRaw: raw)
      })
  }
}
