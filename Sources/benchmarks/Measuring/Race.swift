import Foundation

/// Runs the contenders of a comparison in alternation (A B C, A B C, …), so that a machine that
/// becomes slower does so for all of them.
struct Race {
  let comparison: Comparison
  let rounds: Int
  /// Seconds that any one program may run.
  let limit: Double
  let root: URL
  let scratch: URL
  let onProgress: (String) -> Void

  func run() throws -> Record.Table {
    Record.Table(
      name: comparison.name, title: comparison.title, explanation: comparison.explanation,
      contenders: comparison.contenders.map { .init(name: $0.name, note: $0.note) },
      rows: try rows())
  }

  /// An interruption leaves the rows until then.
  private func rows() throws -> [Record.Row] {
    var rows: [Record.Row] = []
    for workload in comparison.workloads where !Interruption.isRequested {
      let row = try row(workload)
      if row.reference != nil || !Interruption.isRequested { rows.append(row) }
    }
    return rows
  }

  private func row(_ workload: Workload) throws -> Record.Row {
    var lanes = try comparison.contenders.map { try lane($0, workload) }
    for round in 1...rounds {
      for index in lanes.indices
      where lanes[index].absence == nil && !Interruption.isRequested {
        onProgress("\(comparison.title): \(workload.name), round \(round), \(lanes[index].name)")
        try lanes[index].measure(self)
      }
    }
    return Record.Row(
      workload: workload.name, spec: workload.spec, constants: workload.constants.map(\.text),
      without: workload.without, cells: lanes.map(\.cell))
  }

  private func lane(_ contender: any Contender, _ workload: Workload) throws -> Lane {
    let text = try String(
      contentsOf: root.appendingPathComponent(workload.spec), encoding: .utf8)
    let preparation = try Preparation(
      text, constants: workload.constants, without: workload.without)
    let folder = scratch.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let job = Job(workload: workload, preparation: preparation, folder: folder, root: root)
    var lane = Lane(contender: contender, job: job)
    lane.absence = contender.refusal(workload)
    if lane.absence == nil, !comparison.fresh { try lane.setUp(self) }
    return lane
  }
}

/// A contender on a workload.
struct Lane {
  let contender: any Contender
  let job: Job
  /// Why there is nothing, or nothing more, to measure.
  var absence: String?
  private var measurements: [Timing] = []

  init(contender: any Contender, job: Job) {
    self.contender = contender
    self.job = job
  }

  var name: String { contender.name }

  var cell: Record.Cell {
    Record.Cell(
      contender: name, runs: measurements, absence: absence)
  }

  /// Generates and compiles, outside of the measured time.
  mutating func setUp(_ race: Race) throws {
    try attempt { lane in
      for step in try lane.contender.steps(for: lane.job, fresh: false).dropLast() {
        let result = try step.run(in: lane.job.folder, limit: race.limit)
        try lane.requireSuccess(result, of: step)
      }
    }
  }

  /// Runs once more.
  mutating func measure(_ race: Race) throws {
    try attempt { lane in
      let all = try lane.contender.steps(for: lane.job, fresh: race.comparison.fresh)
      let steps = race.comparison.fresh ? all[...] : all.suffix(1)
      var seconds = 0.0
      var last: Invocation.Result?
      for (index, step) in steps.enumerated() {
        let result = try step.run(in: lane.job.folder, limit: race.limit)
        if index < steps.count - 1 { try lane.requireSuccess(result, of: step) }
        seconds += result.seconds
        last = result
      }
      guard let last, let counts = lane.contender.counts(of: last.output, status: last.status)
      else { throw Problem("no counts, status \(last?.status ?? -1)") }
      lane.measurements.append(
        Timing(
          seconds: seconds, states: counts.states, firings: counts.firings,
          peakBytes: last.peakBytes))
    }
  }

  private func requireSuccess(_ result: Invocation.Result, of step: Invocation) throws {
    // Ours may say 15: a rule that never fires makes a claim vacuous, and is no failure here.
    guard [0, 15].contains(result.status) else {
      throw Problem("refused by \(step.name)\(result.complaint.map { ": \($0)" } ?? "")")
    }
  }

  /// A failure takes the contender out of the row; an interruption only ends what runs.
  private mutating func attempt(_ body: (inout Lane) throws -> Void) throws {
    do {
      try body(&self)
    } catch let problem as Problem {
      if Interruption.isRequested { return }
      absence = problem.description
      measurements = []
    }
  }
}
