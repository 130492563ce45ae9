import ArgumentParser
import Foundation

/// Measures the explorer beside its peers, in alternation, and prints tables of ratios.
///
/// Machines are noisy, so only ratios of medians from one run mean something.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measure the explorer beside its peers.",
    discussion: """
      Runs `pinproof explore` and the peers that are installed: the checkers that rumur generates \
      (built by gcc and by clang), those of CMurphi where --cmurphi or the variable CMURPHI names \
      a built source tree, SPIN on the workload that has a Promela version, and an explorer \
      written by hand. All must count the same states, or the row is marked wrong.

      With --phases it measures instead what a state costs by phase, in this process.

      EXAMPLE
        benchmarks --phases --workload pin-first
        benchmarks --table run --workload pin-first --workload mcs-lock --rounds 5
      """)

  @Option(
    help: "A table to measure (run, end-to-end, first-answer, workers, symmetry); repeatable.")
  var table: [Comparison.Name] = Comparison.Name.allCases

  @Option(
    help: ArgumentHelp(
      "A workload (\(Workload.all.map(\.name).joined(separator: ", "))); repeatable.",
      valueName: "name"))
  var workload: [String] = []

  @Option(help: ArgumentHelp("How often each program runs.", valueName: "n"))
  var rounds: Int = 3

  @Flag(help: "One round at the small sizes, to see that everything works.")
  var quick = false

  @Flag(help: "Measure what a state costs by phase, and nothing else.")
  var phases = false

  @Option(help: ArgumentHelp("The most that any program may run.", valueName: "seconds"))
  var timeLimit: Double = 120

  @Option(help: ArgumentHelp("Write the tables to a Markdown file.", valueName: "file"))
  var markdown: String?

  @Option(help: ArgumentHelp("Write every measurement to a JSON file.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("The command to measure.", valueName: "file"))
  var pinproof: String = ".build/release/pinproof"

  @Option(
    help: ArgumentHelp(
      "A built source tree of CMurphi, with src/mu and include.", valueName: "folder"))
  var cmurphi: String?

  func validate() throws {
    guard rounds >= 1 else { throw ValidationError("--rounds is 1 or more.") }
    guard timeLimit > 0 else { throw ValidationError("--time-limit is more than 0 seconds.") }
    for name in workload where !Workload.all.contains(where: { $0.name == name }) {
      throw ValidationError("there is no workload '\(name)'.")
    }
  }

  func run() async throws {
    if phases { return try await measurePhases() }
    Interruption.install()
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("pinproof-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let record = try measure(in: scratch)
    let text = Markdown(record: record).text
    print(text, terminator: "")
    if let markdown { try text.write(toFile: markdown, atomically: true, encoding: .utf8) }
    if let json { try encoded(record).write(to: URL(fileURLWithPath: json)) }
    guard !Interruption.isRequested else {
      throw Problem("interrupted; the tables hold what was measured until then")
    }
    guard record.tables.allSatisfy({ $0.rows.allSatisfy(\.isRight) }) else {
      throw Problem("rows are marked wrong")
    }
  }

  private var chosen: [Workload] {
    let chosen = Workload.all.filter { workload.isEmpty || workload.contains($0.name) }
    return quick ? chosen.map(\.small) : chosen
  }

  private func measurePhases() async throws {
    let table = PhaseTable(workloads: chosen, rounds: quick ? 1 : rounds, onProgress: note)
    let text =
      "\(Machine.here.text); the least of \(table.rounds) round(s).\n\n\(try await table.text())"
    print(text, terminator: "")
    if let markdown { try text.write(toFile: markdown, atomically: true, encoding: .utf8) }
  }

  private func measure(in scratch: URL) throws -> Record {
    let field = Field(
      pinproof: URL(fileURLWithPath: pinproof).path,
      cmurphi: cmurphi ?? ProcessInfo.processInfo.environment["CMURPHI"])
    let count = quick ? 1 : rounds
    let tables = try table.map { name in
      try Race(
        comparison: field.comparison(name, of: chosen), rounds: count, limit: timeLimit,
        root: URL(fileURLWithPath: FileManager.default.currentDirectoryPath), scratch: scratch,
        onProgress: note
      ).run()
    }
    return Record(machine: .here, rounds: count, tables: tables)
  }

  private func note(_ progress: String) {
    FileHandle.standardError.write(Data("\(progress)\n".utf8))
  }

  private func encoded(_ record: Record) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(record)
  }
}

extension Comparison.Name: ExpressibleByArgument {}
