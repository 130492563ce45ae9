import ArgumentParser
import Verification

/// `pinproof check`.
struct CheckCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Decide every claim of each spec, choosing engines by itself.",
    discussion: """
      Explores the state space, proves what it can by induction, lets each check the other, and \
      prints a verdict for every claim. Folders are searched for *.m files. Claims that the spec \
      expects to be violated count as met when they are.

      EXAMPLES
        pinproof check specs
        pinproof check specs/pgmap/request-folio.m -c TASKS=3 --property 'P2*'
        pinproof check spec.m --format json --no-times --output verdicts.json
      """)

  @Argument(help: "Specifications, or folders of them.", completion: .file(extensions: ["m"]))
  var specs: [String]

  @OptionGroup(title: "Specification") var spec: SpecOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup(title: "Exploration") var exploration: ExplorationChoices
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: ArgumentHelp("Seconds to try proofs for, each spec.", valueName: "seconds"))
  var proofBudget: Double = 60

  @Option(
    help: ArgumentHelp(
      "Decide every configuration that the specs list, and write the tables of weakest contracts "
        + "between the markers of this Markdown file.", valueName: "file"))
  var matrix: String?

  @Option(
    help: ArgumentHelp(
      "With --matrix: store the shortest race of each cell that says FAILS there, as text and as "
        + "an ITF file, and link to it.", valueName: "folder"))
  var raceDir: String?

  @Option(help: ArgumentHelp("With --matrix: write the tables as JSON, too.", valueName: "file"))
  var matrixJson: String?

  @Option(
    help: ArgumentHelp(
      "With --matrix: cite the proofs for any size that are stored there, once a solver has "
        + "confirmed them.", valueName: "folder"))
  var proofDir: String?

  func validate() throws {
    let options = [
      "--race-dir": raceDir, "--matrix-json": matrixJson, "--proof-dir": proofDir,
    ]
    if matrix == nil, let option = options.filter({ $0.value != nil }).keys.min() {
      throw ValidationError("\(option) needs --matrix.")
    }
    guard (0...1e9).contains(proofBudget) else {
      throw ValidationError("--proof-budget is from 0 to 1e9 seconds.")
    }
  }

  @Option(help: ArgumentHelp("Store each proof's certificate there.", valueName: "folder"))
  var certDir: String?

  func run() async throws {
    let session = Session(
      spec: spec, limit: limit, output: output, certificates: certDir,
      symmetry: exploration.symmetry == .on, native: exploration.native)
    if let matrix {
      let output = MatrixOutput(
        page: matrix, races: raceDir, json: matrixJson, proofs: proofDir)
      try await session.tabulate(
        specs, into: output, strategy: .check(proofBudget: proofBudget))
    } else {
      try await session.verify(specs, strategy: .check(proofBudget: proofBudget))
    }
  }
}
