import ArgumentParser
import Verification

/// `pinproof export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write an instance, or a stored proof of one, for other model checkers.",
    discussion: """
      Of a specification it writes the instance, with a property for each invariant, each \
      assertion, deadlocks and run-time errors; covers and liveness are left out. aiger writes \
      SPEC.aig, a circuit in AIGER 1.9 for model checkers of hardware, which is held to the \
      evaluator in some hundred states before; vmt writes SPEC.vmt, formulas over bit-vectors in \
      VMT-LIB.

      Of a stored proof (NAME.cert.json) it writes, in AIGER, the instance with the claims that \
      are proved, and NAME-witness.aig: a witness circuit, which proves them to whoever checks \
      it, such as Certifaiger, without us. It is written only after a solver has confirmed it from \
      the two files alone. Its invariant is one of plain induction: prove with --engine ic3.

      Exits with 0 when everything was written, and with 30 when something cannot be.

      EXAMPLES
        pinproof export specs/pgmap/request-folio.m --to aiger --dir models
        pinproof export spec.m -c TASKS=2..4 --to vmt
        pinproof prove spec.m --engine ic3 --cert-dir proofs
        pinproof export proofs/spec.cert.json --to aiger
      """)

  @Argument(
    help: "A specification, or a certificate of a proof.",
    completion: .file(extensions: ["m", "json"]))
  var file: String

  @OptionGroup(title: "Specification") var spec: SpecOptions

  @Option(help: "The format.")
  var to: InstanceExport.Format

  @Option(help: ArgumentHelp("Where to write.", valueName: "folder"))
  var dir: String = "."

  private var isOfProof: Bool { file.hasSuffix(".cert.json") }

  func validate() throws {
    if spec.columns != nil { throw ValidationError("--columns: nothing is drawn.") }
    guard isOfProof else { return }
    if to == .vmt {
      throw ValidationError("--to vmt: it has no form for a proof; name the specification.")
    }
    guard spec.constants.isEmpty, spec.property.isEmpty, spec.deadlock == nil else {
      throw ValidationError(
        "-c, --property, --deadlock: a proof is of one instance and of its claims.")
    }
  }

  func run() async throws {
    let store = ExportStore(folder: dir)
    try store.prepare()
    if isOfProof { try store.write(proof: file) } else { try store.write(file, spec, as: to) }
  }
}

extension InstanceExport.Format: ExpressibleByArgument {}
