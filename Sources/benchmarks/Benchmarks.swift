import ArgumentParser
import Foundation

/// Measures the explorer beside its peers, in alternation, and prints a table of ratios.
///
/// Machines are noisy, so only ratios of medians from one run mean something.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measure the explorer beside its peers.",
    discussion: """
      Runs `pinproof explore` and, where it is installed, the checker that rumur generates \
      (compiled with gcc -O3), one thread each, deadlocks and symmetry off. State counts must \
      agree.

      EXAMPLE
        benchmarks --rounds 3 specs/bench/pin-first.m
      """)

  @Argument(help: "Specifications without violations.")
  var specs: [String] = ["specs/bench/pin-first.m"]

  @Option(help: "How often each program runs.")
  var rounds: Int = 3

  @Option(help: "The command to measure.")
  var pinproof: String = ".build/release/pinproof"

  func validate() throws {
    guard rounds >= 1 else { throw ValidationError("--rounds is 1 or more.") }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pinproof-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print(
      "| workload | states | rule firings | pinproof s | firings/s | rumur s | ratio |\n"
        + "|---|---|---|---|---|---|---|")
    for spec in specs {
      try measure(
        spec, PinproofContender(executable: pinproof), RumurContender(spec: spec, folder: folder))
    }
  }

  private func measure(_ spec: String, _ ours: PinproofContender, _ peer: RumurContender?) throws {
    var our: [Measurement] = []
    var theirs: [Measurement] = []
    for _ in 0..<rounds {
      our.append(try ours.run(spec))
      if let peer { theirs.append(try peer.run()) }
    }
    let best = our.median
    if let states = theirs.first?.states, states != best.states {
      throw Problem("\(spec): \(best.states) states, but rumur has \(states)")
    }
    let name = URL(fileURLWithPath: spec).deletingPathExtension().lastPathComponent
    let peerSeconds = theirs.isEmpty ? nil : theirs.median.seconds
    let columns = [
      name, String(best.states), String(best.firings), format(best.seconds, "%.2f"),
      format(Double(best.firings) / best.seconds / 1e6, "%.1f M"),
      peerSeconds.map { format($0, "%.2f") } ?? "-",
      peerSeconds.map { format($0 / best.seconds, "%.1f") } ?? "-",
    ]
    print("| \(columns.joined(separator: " | ")) |")
  }

  private func format(_ value: Double, _ pattern: String) -> String {
    String(format: pattern, value)
  }
}

/// What one run of a program took and found.
struct Measurement {
  let seconds: Double
  let states: Int
  let firings: Int
}

extension [Measurement] {
  /// The one in the middle by time.
  var median: Measurement { sorted { $0.seconds < $1.seconds }[count / 2] }
}

/// Why nothing can be measured.
struct Problem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
