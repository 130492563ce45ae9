/// Everything that was measured, as it is written to JSON.
struct Record: Codable, Sendable {
  var schema = "pinproof-benchmarks/1"
  let machine: Machine
  let rounds: Int
  var tables: [Table]

  struct Table: Codable, Sendable {
    let name: Comparison.Name
    let title: String
    let explanation: String
    let contenders: [Contestant]
    let rows: [Row]
  }

  struct Contestant: Codable, Sendable {
    let name: String
    let note: String
  }

  struct Row: Codable, Sendable {
    let workload: String
    let spec: String
    let constants: [String]
    /// Claims left out for everybody.
    let without: [String]
    let cells: [Cell]
  }

  struct Cell: Codable, Sendable {
    let contender: String
    let runs: [Timing]
    /// Why there are no runs.
    let absence: String?
  }
}

extension Record.Row {
  /// What the others are compared with; nil when it could not be measured.
  var reference: Timing? { cells.first?.runs.median }

  /// Whether all who counted counted the same states, every time.
  var isRight: Bool {
    guard let states = reference?.states else { return false }
    return cells.allSatisfy { cell in cell.runs.allSatisfy { $0.states == states } }
  }

  /// How many times the reference's time a contender takes; nil without both, or when wrong.
  func ratio(_ index: Int) -> Double? {
    guard isRight, let reference, let median = cells[index].runs.median else { return nil }
    return median.seconds / reference.seconds
  }
}

extension Workload.Constant {
  /// As it is given on a command line.
  var text: String { "\(name)=\(value)" }
}
