import Model
import Toolchain

/// What computes successors.
package enum Backend: String, Sendable, Hashable, CaseIterable {
  /// Bytecode at once, native code as soon as the compiler is done.
  case auto
  case bytecode
  /// Native code from the start; waits for the compiler.
  case native
}

/// Bytecode at first, native code from when it is ready.
///
/// The compiler is started when so many states are known that it pays, and runs beside the search.
/// Whenever the change-over happens, the successors and their order are the same.
final class TieredSource: SuccessorSource, @unchecked Sendable {
  // @unchecked: only the search calls it, between its rounds.
  let backend = "bytecode"
  private let bytecode: BytecodeSource
  private let toolchain: Toolchain
  /// How many states must be known before the compiler is started.
  private let threshold: Int
  private var build: Build?
  private var isOver = false
  /// Why there is no native code, when it was tried.
  private(set) var failure: BuildFailure?

  init(_ bytecode: BytecodeSource, toolchain: Toolchain, threshold: Int = 10_000) {
    self.bytecode = bytecode
    self.toolchain = toolchain
    self.threshold = threshold
  }

  var wordsPerState: Int { bytecode.wordsPerState }

  func makeBuffer() -> SuccessorBuffer { bytecode.makeBuffer() }

  func makeExpander(into output: SuccessorBuffer) -> any Expander {
    bytecode.makeExpander(into: output)
  }

  func replacement(level: Int, states: Int) -> (any SuccessorSource)? {
    guard !isOver, states >= threshold else { return nil }
    if build == nil { start() }
    guard let result = build?.result() else { return nil }
    isOver = true
    do {
      return try NativeSource(bytecode, library: result.get())
    } catch {
      failure = error
      return nil
    }
  }

  private func start() {
    guard let text = NativeSource.text(of: bytecode) else {
      isOver = true
      return
    }
    build = Build(of: text, with: toolchain)
  }

  /// Starts the compiler now and waits for it, unless interrupted.
  func wait(interruption: () -> Limit?) async {
    if build == nil, !isOver { start() }
    while let build, build.result() == nil, interruption() == nil {
      try? await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Stops what still runs.
  func finish() {
    build?.cancel()
    build = nil
    isOver = true
  }
}
