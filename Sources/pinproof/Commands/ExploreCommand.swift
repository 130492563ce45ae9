import ArgumentParser
import Verification

/// `pinproof explore`.
struct ExploreCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Visit every reachable state, breadth first.",
    discussion: """
      Exhaustive and deterministic: counts, depths and traces are the same for any number of \
      workers. A run that a limit ends reports everything it has found and exits with 30.

      EXAMPLES
        pinproof explore specs/bench/pin-first.m --deadlock off --workers 2
        pinproof explore spec.m --max-states 1000000 --memory-limit 4
        pinproof explore spec.m --store compact
      """)

  @Argument(help: "The specification.", completion: .file(extensions: ["m"]))
  var specification: String

  @OptionGroup(title: "Specification") var spec: SpecOptions
  @OptionGroup(title: "Limits") var limit: LimitOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @OptionGroup(title: "Exploration") var exploration: ExplorationChoices

  @OptionGroup(title: "Exploration") var storage: StorageChoice

  func validate() throws {
    if storage.isCompact, exploration.symmetry == .on {
      throw ValidationError(
        "--store compact: traces under --symmetry on need states in full; use one of the two.")
    }
  }

  func run() async throws {
    let session = Session(
      spec: spec, limit: limit, output: output, symmetry: exploration.symmetry == .on,
      native: exploration.native, storage: storage.store)
    try await session.verify([specification], strategy: .explore)
  }
}
