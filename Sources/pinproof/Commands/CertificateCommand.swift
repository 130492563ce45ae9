import ArgumentParser
import Foundation

/// `pinproof cert`.
struct CertificateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cert",
    abstract: "Work with stored proofs.",
    subcommands: [Check.self, Show.self])

  /// `pinproof cert check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Re-check stored proofs with a solver process.",
      discussion: """
        Derives the obligations of a certificate again and compares them; hands each to a solver, \
        which knows nothing of us, and compares its answers with those that the proof needs; then \
        poses the questions once more by a second encoding, which shares nothing with the \
        prover's, and asks the solver again. Exits with 0 when every proof stands, with 30 when \
        one is refused, outdated or undecided, and with 65 when a file is no stored proof.

        EXAMPLES
          pinproof cert check proofs/request-folio-reviewed.cert.json
          pinproof cert check --solver cvc5 proofs/*.cert.json
        """)

    enum Solver: String, CaseIterable, ExpressibleByArgument { case z3, cvc5 }

    @Argument(help: "Certificates.", completion: .file(extensions: ["json"]))
    var files: [String]

    @Option(
      help: "The solver to ask; otherwise z3 where it is installed, else the linked library.")
    var solver: Solver?

    @Option(help: ArgumentHelp("How long one certificate may take.", valueName: "seconds"))
    var timeout: Int = 300

    @Option(help: ArgumentHelp("Solver processes at a time.", valueName: "n"))
    var workers: Int = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
      guard (1...256).contains(workers) else {
        throw ValidationError("--workers is from 1 to 256, not \(workers).")
      }
      guard (1...1_000_000).contains(timeout) else {
        throw ValidationError("--timeout is from 1 to 1000000 seconds, not \(timeout).")
      }
    }

    func run() async throws {
      try StoredProofs(solver: solver?.rawValue, seconds: timeout, processes: workers).check(files)
    }
  }

  /// `pinproof cert show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Explain stored proofs.",
      discussion: """
        Prints of each what was proved, the parts of the inductive invariant in an order in which they \
        can be read, each with the rules that need it, and a matrix of rules and parts. It does \
        not check the proof. Exits with 0, or with 65 or 66 where a file is no stored proof or not \
        there.

        EXAMPLES
          pinproof cert show proofs/any-size/ticket-lock.cert.json
          pinproof cert show proofs/any-size/*.cert.json
        """)

    @Argument(help: "Certificates.", completion: .file(extensions: ["json"]))
    var files: [String]

    func run() throws {
      try StoredProofs(solver: nil, seconds: 0, processes: 1).show(files)
    }
  }
}
