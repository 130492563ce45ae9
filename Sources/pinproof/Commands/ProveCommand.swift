import ArgumentParser
import Verification

/// `pinproof prove`.
struct ProveCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Prove claims at any depth, or find violations, with a solver.",
    discussion: """
      Encodes the rules as bit-vector constraints. k-induction tries to prove the conjunction of \
      the invariants, and bounded model checking looks for short violations, while IC3 looks for \
      the lemmas that a proof needs; whoever decides everything first ends the run. A proof leaves a certificate that any SMT-LIB solver \
      can check, with the lemmas in Murphi. A failed induction shows the step that breaks it, and \
      says whether it can really happen.

      EXAMPLES
        pinproof prove specs/pgmap/request-folio-reviewed.m -c TASKS=3 -c FOLIOS=2
        pinproof prove spec.m --engine bmc --max-depth 20
        pinproof prove spec.m --for-all FOLIOS,TASKS
        pinproof prove spec.m --for-all FOLIOS,TASKS --learn
        pinproof prove spec.m --cert-dir proofs
      """)

  enum Symbolic: String, CaseIterable, ExpressibleByArgument {
    case bmc
    case kInduction = "k-induction"
    case ic3
    case parametric
  }

  @Argument(help: "The specification.", completion: .file(extensions: ["m"]))
  var specification: String

  @OptionGroup(title: "Specification") var spec: SpecOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: "Use only this engine.")
  var engine: Symbolic?

  @Option(
    help: ArgumentHelp(
      "Prove for every positive value of these constants; 'none' for the values they have. "
        + "Otherwise as the spec says.", valueName: "names"))
  var forAll: ForAllChoice?

  @Flag(
    help: """
      Where claims are not inductive for every value of those constants, learn lemmas from small \
      instances, print them, and prove with them.
      """)
  var learn = false

  @Option(help: ArgumentHelp("Store each proof's certificate there.", valueName: "folder"))
  var certDir: String?

  func run() async throws {
    let session = Session(
      spec: spec, forAll: forAll?.choice ?? .asSet, limit: limit, output: output,
      certificates: certDir)
    let engine = engine.flatMap { EngineName(rawValue: $0.rawValue) }
    try await session.verify([specification], strategy: .prove(engine, learning: learn))
  }
}
