import ArgumentParser
import Model

/// How an exploration keeps states.
struct StorageChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How states are kept: in full, or as 64-bit fingerprints, where a state may be missed with "
        + "a probability that the verdict states."))
  var store: StateStorage = .exact

  var isCompact: Bool { store == .compact }
}

extension StateStorage: ExpressibleByArgument {}
