import ArgumentParser

/// `pinproof replay`.
struct ReplayCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Re-execute a stored trace, step by step.",
    discussion: """
      Reads an ITF file that --trace-dir has written, runs each of its steps in the evaluator, \
      and compares every state. Exits with 0 when the trace is real and ends as it says, with 30 when \
      it is not, and with 65 when the file is no trace of the specification.

      EXAMPLE
        pinproof check spec.m --trace-dir traces
        pinproof replay traces/spec-p2-no-use-after-unmap.itf.json
      """)

  @Argument(help: "The trace.", completion: .file(extensions: ["json"]))
  var file: String

  @Option(
    help: ArgumentHelp("The specification, when it is not where it was.", valueName: "file"))
  var spec: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    try Session(output: output).replay(file, specification: spec)
  }
}
