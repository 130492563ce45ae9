import ArgumentParser
import Model
import Report

/// What is printed, where and how.
struct OutputOptions: ParsableArguments {
  enum ColorChoice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }
  enum ProgressChoice: String, CaseIterable, ExpressibleByArgument { case auto, plain, json, none }
  enum ExitStyle: String, CaseIterable, ExpressibleByArgument { case full, simple }

  @Option(help: "The form of the report.")
  var format: ReportCatalog = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file.", valueName: "file"))
  var output: String?

  @Option(help: "How counterexamples are drawn in text.")
  var trace: TraceStyle = .columns

  @Option(
    help: ArgumentHelp(
      "Which counterexamples a text report shows; otherwise all of a single spec, and of several "
        + "specs the unexpected ones and the longest of the others.", valueName: "which"))
  var counterexamples: TextReport.Evidence?

  @Option(
    help: ArgumentHelp("Store each counterexample there as an ITF file.", valueName: "folder"))
  var traceDir: String?

  @Option(
    help: """
      Progress on standard error: one live line on a terminal with auto. With plain or json a proof \
      for any size ends with the time that each rule and claim took.
      """)
  var progress: ProgressChoice = .auto

  @Option(help: "Colours; auto means on a terminal, unless NO_COLOR is set.")
  var color: ColorChoice = .auto

  @Option(help: "What a claim that holds but says nothing counts as.")
  var vacuity: ExitPolicy.VacuityPolicy = .error

  @Option(help: "simple maps the exit code to 0 holds, 1 does not hold, 2 no answer.")
  var exitCode: ExitStyle = .full

  @Flag(help: "Leave out times and workers, so that the same run prints the same bytes.")
  var noTimes = false

  /// The status that the process ends with.
  func status(of code: Model.ExitCode) -> Int32 {
    Int32(exitCode == .simple ? code.simple : code.rawValue)
  }
}

/// A command that writes a report.
protocol ReportingCommand: AsyncParsableCommand {
  var output: OutputOptions { get }
}

extension ReportCatalog: ExpressibleByArgument {}
extension TextReport.Evidence: ExpressibleByArgument {}
extension TraceStyle: ExpressibleByArgument {}
extension ExitPolicy.VacuityPolicy: ExpressibleByArgument {}
