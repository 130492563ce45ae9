import ArgumentParser

/// `pinproof replay`.
struct ReplayCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Re-execute stored traces, step by step.",
    discussion: """
      Reads ITF files that --trace-dir or --race-dir has written, runs each step in the evaluator, \
      and compares every state. Folders are searched for *.itf.json. Exits with 0 when every trace \
      is real and ends as it says, with 30 when one is not, and with 65 when a file is no trace of \
      its specification.

      EXAMPLES
        pinproof check spec.m --trace-dir traces
        pinproof replay traces/spec-p2-no-use-after-unmap.itf.json
        pinproof replay proofs/races
      """)

  @Argument(help: "Traces, or folders of them.", completion: .file(extensions: ["json"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("The specification, when it is not where it was.", valueName: "file"))
  var spec: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    try Session(output: output).replay(files, specification: spec)
  }
}
