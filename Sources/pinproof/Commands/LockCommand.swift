import ArgumentParser
import Foundation

/// What `lock` and `regress` have in common.
struct LockOptions: ParsableArguments {
  @Argument(
    help: "Specifications, or folders of them; otherwise specs.",
    completion: .file(extensions: ["m"]))
  var specs: [String] = []

  @Option(help: ArgumentHelp("Where the verdicts are recorded.", valueName: "file"))
  var lock: String = "proofs/verdicts.lock"

  @Option(help: ArgumentHelp("How many instances are decided at a time.", valueName: "n"))
  var workers: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("Stop after this time; nothing is recorded.", valueName: "seconds"))
  var timeout: Double?

  mutating func validate() throws {
    guard (1...256).contains(workers) else {
      throw ValidationError("--workers is from 1 to 256, not \(workers).")
    }
    guard timeout ?? 1 > 0 else { throw ValidationError("--timeout is more than 0 seconds.") }
  }

  var keeper: VerdictKeeper { VerdictKeeper(file: lock, workers: workers, timeout: timeout) }
}

/// `pinproof lock`.
struct LockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Record all verdicts.",
    discussion: """
      Explores every configuration that the specs list and writes a line for each claim: verdict, \
      depth, states, transitions. Keep the file with the specs; `pinproof regress` compares. What \
      is not as a spec claims or expects is recorded too, and said: then it exits as `check` does.

      EXAMPLES
        pinproof lock
        pinproof lock specs/pgmap/translation.m
      """)

  @OptionGroup var options: LockOptions

  func run() async throws { try await options.keeper.lock(options.specs) }
}

/// `pinproof regress`.
struct RegressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regress",
    abstract: "Decide everything again and say what has changed.",
    discussion: """
      Explores every configuration that the specs list and compares with the recorded verdicts, a \
      line for each difference: claims lost and gained, verdicts, the length of races, state \
      counts. Exits with 0 when nothing has changed; with the code of the weightiest claim that \
      is violated now and was not; with 30 for other differences. --update records them, unless \
      one is a loss: a claim that is gone, or less true, or less known.

      EXAMPLES
        pinproof regress
        pinproof regress specs/pgmap/request-folio.m --update
      """)

  @OptionGroup var options: LockOptions

  @Flag(help: "Record what has changed, unless something is lost.")
  var update = false

  func run() async throws {
    try await options.keeper.regress(options.specs, updating: update)
  }
}
