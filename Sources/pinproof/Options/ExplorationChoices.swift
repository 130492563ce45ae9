import ArgumentParser
import Foundation
import Toolchain

/// How states are explored.
struct ExplorationChoices: ParsableArguments {
  enum Symmetry: String, CaseIterable, ExpressibleByArgument { case off, on }
  enum Backend: String, CaseIterable, ExpressibleByArgument { case auto, bytecode, native }

  @Option(
    help: "Whether states that differ only in the names of scalarset members count as one.")
  var symmetry: Symmetry = .off

  @Option(
    help: ArgumentHelp(
      "What computes successors: bytecode, code from the C compiler of this machine (native), or "
        + "the first until the second is ready (auto). What is found is the same."))
  var backend: Backend = .auto

  /// How native code is used.
  var native: NativeCompilation? {
    if backend == .bytecode { return nil }
    return NativeCompilation(
      Toolchain(environment: ProcessInfo.processInfo.environment), isAwaited: backend == .native)
  }
}
