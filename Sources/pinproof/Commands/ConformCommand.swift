import ArgumentParser
import Conformance
import PageLifetime
import Report

/// `pinproof conform`.
struct ConformCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conform",
    abstract: "Cross-check the reference implementation with the specs.",
    discussion: """
      Runs each version of the page-map operations, written as straight-line Swift, beside its \
      spec over every interleaving: each access must be an enabled rule, each enabled rule an \
      access that some thread is about to make, and afterwards all observed values must be equal. \
      With --fault the implementation has a mistake that its spec has not, which must be found. \
      Exits with 0 when every version conforms, with 14 when one diverges, with 15 when rules are \
      left that nothing matched, and with 30 when a limit ends it.

      EXAMPLES
        pinproof conform
        pinproof conform specs/pgmap/request-folio.m
        pinproof conform --only V3a --only V3b
        pinproof conform --only V3b --fault forgotten-unpin
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(
    help: "The specs whose implementations are checked; otherwise all.",
    completion: .file(extensions: ["m"]))
  var specs: [String] = []

  @Option(help: ArgumentHelp("A version to check. Repeatable.", valueName: "version"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp("Switch a mistake on in the implementation alone.", valueName: "name"))
  var fault: String?

  @Option(help: ArgumentHelp("Where the specs are.", valueName: "folder"))
  var specFolder: String = "specs"

  @Option(help: ArgumentHelp("Stop after this many pairs of states.", valueName: "n"))
  var maxStates: Int?

  @Option(help: ArgumentHelp("Stop beyond this many steps.", valueName: "n"))
  var maxDepth: Int?

  @Option(help: ArgumentHelp("Stop after this time.", valueName: "seconds"))
  var timeout: Double?

  @Option(help: "How the way to a divergence is drawn in text.")
  var trace: TraceStyle = .columns

  @Option(help: "The form of the report.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file.", valueName: "file"))
  var output: String?

  func validate() throws {
    let known = Pairing.all.map(\.name)
    for name in only where !known.contains(name) {
      throw ValidationError("--only \(name): choose from \(known.joined(separator: ", ")).")
    }
    if let fault, Fault(rawValue: fault) == nil {
      let names = Fault.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--fault \(fault): choose from \(names).")
    }
    guard maxStates ?? 1 >= 1 else { throw ValidationError("--max-states is 1 or more.") }
    guard maxDepth ?? 0 >= 0 else { throw ValidationError("--max-depth is 0 or more.") }
    guard timeout ?? 1 > 0 else { throw ValidationError("--timeout is more than 0 seconds.") }
  }

  func run() async throws {
    let check = ConformanceCheck(
      specFolder: specFolder, fault: fault.flatMap(Fault.init), maxStates: maxStates,
      maxDepth: maxDepth, timeout: timeout)
    try await check.report(
      on: check.pairings(of: specs, only: only),
      as: format == .json ? nil : trace, to: output)
  }
}
