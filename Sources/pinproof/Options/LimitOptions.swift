import ArgumentParser
import Foundation
import Model

/// When a run must stop; whatever was found by then is reported in full.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Threads that explore and prove.", valueName: "n"))
  var workers: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("Stop beyond this many steps from a start state.", valueName: "n"))
  var maxDepth: Int?

  @Option(help: ArgumentHelp("Stop after this many states.", valueName: "n"))
  var maxStates: Int?

  @Option(help: ArgumentHelp("Stop after this time; it covers everything.", valueName: "seconds"))
  var timeout: Double?

  @Option(
    help: ArgumentHelp("Stop before the process uses more memory than this.", valueName: "GiB"))
  var memoryLimit: Double?

  /// What holds for commands without these options.
  static var unset: LimitOptions {
    guard let options = try? LimitOptions.parse([]) else {
      preconditionFailure("every option has a default")
    }
    return options
  }

  mutating func validate() throws {
    guard (1...256).contains(workers) else {
      throw ValidationError("--workers is from 1 to 256, not \(workers).")
    }
    try require(maxDepth.map { $0 >= 0 }, "--max-depth is 0 or more.")
    try require(maxStates.map { $0 >= 1 }, "--max-states is 1 or more.")
    try require(
      timeout.map { $0 > 0 && $0 <= 1e9 }, "--timeout is more than 0 seconds and at most 1e9.")
    try require(
      memoryLimit.map { $0 > 0 && $0 <= 1e6 },
      "--memory-limit is more than 0 GiB and at most 1e6.")
  }

  private func require(_ condition: Bool?, _ message: String) throws {
    if condition == false { throw ValidationError(message) }
  }

  /// The limits of a run that starts now.
  func limits(stopping: Interruption) -> Limits {
    Limits(
      maxStates: maxStates, maxDepth: maxDepth,
      memoryBytes: memoryLimit.map { Int($0 * 1_073_741_824) }, workers: workers,
      interruption: { stopping.limit }, memoryInUse: { ProcessMemory.resident })
  }
}
