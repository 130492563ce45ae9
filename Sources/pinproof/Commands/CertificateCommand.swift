import ArgumentParser

/// `pinproof cert`.
struct CertificateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cert",
    abstract: "Work with stored proofs.",
    subcommands: [Check.self])

  /// `pinproof cert check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Re-check stored proofs with a solver process.",
      discussion: """
        Hands every obligation of a certificate to a solver, which knows nothing of us, and \
        compares its answers with those that the proof needs. Exits with 0 when every proof \
        stands, with 30 when one is refused, outdated or undecided, and with 65 when a file is no \
        stored proof.

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

    func validate() throws {
      guard (1...1_000_000).contains(timeout) else {
        throw ValidationError("--timeout is from 1 to 1000000 seconds, not \(timeout).")
      }
    }

    func run() async throws {
      try StoredProofs(solver: solver?.rawValue, seconds: timeout).check(files)
    }
  }
}
