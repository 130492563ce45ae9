import ArgumentParser
import Foundation
import Model

/// The command line; the only place that prints or exits.
@main
struct Pinproof: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pinproof",
    abstract: "Decides what is true of a Murphi specification, and shows the evidence.",
    discussion: """
      A specification goes in; a proof, an exhausted state space, or a shortest counterexample \
      comes out. Every answer's evidence is checked by independent code before it is printed.

      EXAMPLES
        pinproof check specs                          decide every claim
        pinproof check spec.m -c TASKS=2..4           ... for several sizes
        pinproof prove spec.m --property 'P1*'        a proof, or why there is none
        pinproof explore spec.m --max-states 1000000  breadth-first search only
        pinproof conform                              code and specs, step by step
        pinproof regress                              what a change has changed
        pinproof export spec.m --to aiger             for other model checkers

      EXIT CODES
        0   all as claimed or expected
        11  deadlock                    12  invariant violated
        13  liveness violated           14  assertion or run-time error
        15  vacuous, cover never met    30  unknown
        64  usage                       65  the spec is not valid
        66  no such file                70  internal error
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ExploreCommand.self, ProveCommand.self, RunCommand.self,
      ReplayCommand.self, ConformCommand.self, LockCommand.self, RegressCommand.self,
      CertificateCommand.self, ExportCommand.self,
    ])

  static let version = "0.1.0"

  static func main() async {
    // A solver or a pager that ends early must not end us.
    signal(SIGPIPE, SIG_IGN)
    var output: OutputOptions?
    do {
      var command = try parseAsRoot()
      output = (command as? any ReportingCommand)?.output
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      StandardError.line("error: \(failure.message)")
      Foundation.exit(output?.status(of: failure.code) ?? Int32(failure.code.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
