import Model
import Testing

@testable import Prover

/// The solver for clauses against trying everything.
@Suite("SAT solver") struct SatSolverTests {
  private struct Random {
    var state: UInt64

    mutating func number(_ range: Range<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
  }

  private static let width = 9

  private func isTrue(_ clauses: [[Literal]], _ bits: Int) -> Bool {
    clauses.allSatisfy { $0.contains { (bits >> $0.number & 1 == 1) != $0.isNegated } }
  }

  private func canHold(_ clauses: [[Literal]]) -> Bool {
    (0..<1 << Self.width).contains { isTrue(clauses, $0) }
  }

  @Test("Random clauses, asked again and again", arguments: UInt64(0)..<150)
  func agreesWithTryingEverything(_ seed: UInt64) {
    var random = Random(state: seed)
    var solver = SatSolver()
    let variables = (0..<Self.width).map { _ in solver.addVariable(isDecision: true) }
    var clauses: [[Literal]] = []
    func literal() -> Literal {
      let variable = variables[random.number(0..<Self.width)]
      return random.number(0..<2) == 0 ? variable : !variable
    }
    var assumptions: [Literal] = []
    for _ in 0..<40 {
      let clause = (0..<random.number(2..<4)).map { _ in literal() }
      clauses.append(clause)
      solver.add(clause)
      let lent = (0..<2).map { _ in literal() }
      let isOn = solver.switchLiteral()
      solver.add([!isOn] + lent)
      // Mostly the question begins like the last one.
      assumptions.removeLast(random.number(0..<assumptions.count + 1))
      assumptions += (0..<random.number(0..<3)).map { _ in literal() }
      let all = clauses + [lent] + assumptions.map { [$0] }
      switch solver.solve(assumptions + [isOn]) {
      case .satisfiable:
        let bits = variables.reduce(0) { solver.isTrue($1) ? $0 | 1 << $1.number : $0 }
        #expect(isTrue(all, bits))
      case .unsatisfiable:
        let core = solver.core
        #expect(core.allSatisfy { $0 == isOn || assumptions.contains($0) })
        let needed = clauses + (core.contains(isOn) ? [lent] : [])
        #expect(!canHold(needed + core.filter { $0 != isOn }.map { [$0] }))
      case .unknown: Issue.record("there is no limit")
      }
      solver.release(isOn)
    }
  }

  /// More pigeons than holes: many conflicts, so that clauses are learned and dropped.
  @Test func pigeonsDoNotFit() {
    var solver = SatSolver()
    let sits = (0..<8).map { _ in (0..<7).map { _ in solver.addVariable(isDecision: true) } }
    for row in sits { solver.add(row) }
    for hole in 0..<7 {
      for (pigeon, row) in sits.enumerated() {
        for other in sits[..<pigeon] { solver.add([!row[hole], !other[hole]]) }
      }
    }
    // A limit is of work, and not of conflicts: of few large clauses each may take long.
    let early = solver.solve([], limit: 500)
    let work = solver.propagations
    #expect(early == .unknown)
    #expect((500..<600).contains(work))
    let late = solver.solve([])
    #expect(late == .unsatisfiable)
  }

  @Test("Gates", arguments: UInt64(0)..<60)
  func gatesAreTheirFunctions(_ seed: UInt64) {
    var random = Random(state: seed)
    let circuit = Circuit()
    let inputs = (0..<5).map { _ in circuit.input() }
    var gates: [(literal: Literal, value: (Int) -> Bool)] = inputs.indices.map { place in
      (inputs[place], { $0 >> place & 1 == 1 })
    }
    for _ in 0..<12 {
      let (a, b, c) = (
        gates[random.number(0..<gates.count)], gates[random.number(0..<gates.count)],
        gates[random.number(0..<gates.count)]
      )
      switch random.number(0..<4) {
      case 0: gates.append((circuit.all([a.literal, !b.literal]), { a.value($0) && !b.value($0) }))
      case 1: gates.append((circuit.any([a.literal, b.literal]), { a.value($0) || b.value($0) }))
      case 2: gates.append((circuit.equal(a.literal, !b.literal), { a.value($0) != b.value($0) }))
      default:
        gates.append(
          (
            circuit.choice(a.literal, b.literal, !c.literal),
            { a.value($0) ? b.value($0) : !c.value($0) }
          ))
      }
    }
    let solver = GateSolver(circuit)
    for bits in 0..<32 {
      let given = inputs.indices.map { bits >> $0 & 1 == 1 ? inputs[$0] : !inputs[$0] }
      for gate in gates {
        let expected = gate.value(bits)
        #expect(solver.ask(given + [expected ? gate.literal : !gate.literal]) == .satisfiable)
        #expect(solver.ask(given + [expected ? !gate.literal : gate.literal]) == .unsatisfiable)
      }
    }
  }

  @Test func comparisonsWithConstants() {
    let circuit = Circuit()
    let bits = (0..<4).map { _ in circuit.input() }
    let solver = GateSolver(circuit)
    for value in 0..<UInt64(16) {
      let given = bits.indices.map { value >> UInt64($0) & 1 == 1 ? bits[$0] : !bits[$0] }
      for bound in 0..<UInt64(16) {
        let isAtLeast = solver.ask(given + [circuit.atLeast(bits, bound)]) == .satisfiable
        #expect(isAtLeast == (value >= bound))
        let isEqual = solver.ask(given + [circuit.equal(bits, bound)]) == .satisfiable
        #expect(isEqual == (value == bound))
      }
    }
  }
}
