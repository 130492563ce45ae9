/// Random numbers that a seed determines (Steele, Lea and Flood, OOPSLA 2014).
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Picks the next thread of one execution.
protocol Picks {
  mutating func pick(from enabled: [Execution.Turn], _ generator: inout SplitMix64)
    -> Execution.Turn
}

/// Every enabled thread is as likely as any other.
struct RandomPicks: Picks {
  func pick(from enabled: [Execution.Turn], _ generator: inout SplitMix64) -> Execution.Turn {
    enabled[Int.random(in: enabled.indices, using: &generator)]
  }
}

/// The enabled thread of the highest priority, which falls to the bottom at a few random steps.
struct PriorityPicks: Picks {
  private var priorities: [Int: Int] = [:]
  private var changes: Set<Int>
  private var lowest = 0
  private var steps = 0

  /// `length` estimates how many steps an execution has.
  init(depth: Int, length: Int, _ generator: inout SplitMix64) {
    changes = []
    for _ in 1..<max(2, depth) where depth > 1 {
      changes.insert(Int.random(in: 0..<max(1, length), using: &generator))
    }
  }

  mutating func pick(from enabled: [Execution.Turn], _ generator: inout SplitMix64)
    -> Execution.Turn
  {
    for turn in enabled where priorities[turn.thread] == nil {
      priorities[turn.thread] = Int.random(in: 1...Int(Int32.max), using: &generator)
    }
    var best = highest(enabled)
    if changes.contains(steps) {
      lowest -= 1
      priorities[best] = lowest
      best = highest(enabled)
    }
    steps += 1
    let alternatives = enabled.filter { $0.thread == best }
    return alternatives[Int.random(in: alternatives.indices, using: &generator)]
  }

  private func highest(_ enabled: [Execution.Turn]) -> Int {
    let threads = enabled.map(\.thread)
    return threads.max { priorities[$0, default: 0] < priorities[$1, default: 0] } ?? threads[0]
  }
}

/// Runs a scenario under schedules drawn one by one.
struct Sampling {
  private let build: ScenarioBuilder
  private let bounds: Bounds
  private var generator: SplitMix64
  private(set) var outcome = Outcome()
  /// The longest execution so far.
  private var length = 1

  init(_ build: @escaping ScenarioBuilder, seed: UInt64, bounds: Bounds) {
    self.build = build
    self.bounds = bounds
    generator = SplitMix64(seed: seed)
    outcome.bound = .sampled(seed: seed)
  }

  /// `picks` makes the picks of an execution from the length of the longest one so far.
  mutating func run(_ executions: Int, _ picks: (Int, inout SplitMix64) -> some Picks) -> Outcome {
    while outcome.executions < executions, outcome.failure == nil {
      var execution = Execution(build)
      outcome.executions += 1
      var picks = picks(length, &generator)
      run(&execution, &picks)
      length = max(length, execution.steps.count)
    }
    return outcome
  }

  private mutating func run(_ execution: inout Execution, _ picks: inout some Picks) {
    while true {
      if let reason = execution.violation {
        outcome.failure = Outcome.Failure(reason: reason, execution)
        return
      }
      let enabled = execution.enabled
      guard !enabled.isEmpty, execution.steps.count < bounds.steps else { return }
      execution.step(picks.pick(from: enabled, &generator))
      outcome.points += 1
    }
  }
}

/// Runs one execution as a schedule says, up to a violation or the schedule's end.
func replay(_ schedule: Schedule, _ build: ScenarioBuilder) -> Outcome {
  let execution = Execution(build)
  var outcome = Outcome(executions: 1, bound: .executions(1))
  for turn in schedule.turns {
    guard execution.violation == nil, execution.enabled.contains(turn) else { break }
    execution.step(turn)
    outcome.points += 1
  }
  outcome.failure = execution.violation.map { Outcome.Failure(reason: $0, execution) }
  return outcome
}
