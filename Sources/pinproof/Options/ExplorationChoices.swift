import ArgumentParser

/// How states are explored.
struct ExplorationChoices: ParsableArguments {
  enum Symmetry: String, CaseIterable, ExpressibleByArgument { case off, on }

  @Option(
    help: "Whether states that differ only in the names of scalarset members count as one.")
  var symmetry: Symmetry = .off
}
