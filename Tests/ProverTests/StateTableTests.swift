import Model
import TestSupport
import Testing

@testable import Prover

/// What the table says of states is what the states say one by one.
@Suite("State table") struct StateTableTests {
  private static let cells = 6

  private func states(_ count: Int, seed: UInt64) -> [State] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      State(
        cells: (0..<Self.cells).map { cell in
          // The last cell holds more than the table searches one by one.
          let value = Int64.random(in: -1...(cell == Self.cells - 1 ? 40 : 3), using: &random)
          return value < 0 ? nil : value
        })
    }
  }

  private func literals(seed: UInt64) -> [Cube.Literal] {
    var random = SplitMix64(seed: seed)
    return (0..<Self.cells).map { cell in
      let value = Int64.random(in: 0...3, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return .among(cell: cell, contents: [value])
      case 1: return .among(cell: cell, contents: [nil, 0, 1, 2, 3].filter { $0 != value })
      case 2: return .atLeast(cell: cell, value: value)
      default: return .atMost(cell: cell, value: value)
      }
    }
  }

  private func table(of states: [State]) -> StateTable {
    var table = StateTable(cells: Self.cells)
    states.forEach { table.append($0) }
    return table
  }

  @Test(arguments: [0, 1, 63, 64, 65, 300])
  func theFirstStateInACube(_ count: Int) {
    let states = states(count, seed: 1)
    let table = table(of: states)
    for seed in 0..<200 as Range<UInt64> {
      let all = literals(seed: seed)
      for size in 0...3 {
        let cube = Cube(Array(all.prefix(size)))
        #expect(table.first(in: cube) == states.firstIndex(where: cube.contains))
      }
    }
  }

  @Test(arguments: [1, 2, 20, 64, 300])
  func aCoreIsNeeded(_ count: Int) {
    let states = states(count, seed: 2)
    let table = table(of: states)
    var cores = 0
    for seed in 0..<200 as Range<UInt64> {
      let all = literals(seed: seed)
      if states.contains(where: Cube(all).contains) { continue }
      cores += 1
      let core = table.core(of: all)
      #expect(!states.contains(where: Cube(core).contains))
      for literal in core where core.count > 1 {
        #expect(states.contains(where: Cube(core).without(literal).contains))
      }
      #expect(all.filter(core.contains) == core)
    }
    #expect(cores > 10)
  }
}
