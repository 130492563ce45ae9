import Model
import Toolchain

/// Bytecode at first, native code from when it is ready.
///
/// The compiler is started when so many states are known that it pays, and runs beside the search.
/// Whenever the change-over happens, the successors and their order are the same.
final class TieredSource: SuccessorSource, @unchecked Sendable {
  // @unchecked: only the search calls it, between its rounds.
  let backend = "bytecode"
  private let bytecode: BytecodeSource
  private let compilation: NativeCompilation
  private var build: Build?
  private var isOver = false
  /// Why there is no native code, when it was tried.
  private(set) var failure: BuildFailure?

  /// How many states must be known before it pays to start the compiler.
  private static let threshold = 10_000

  init(_ bytecode: BytecodeSource, _ compilation: NativeCompilation) {
    self.bytecode = bytecode
    self.compilation = compilation
  }

  var wordsPerState: Int { bytecode.wordsPerState }

  func makeBuffer() -> SuccessorBuffer { bytecode.makeBuffer() }

  func makeExpander(into output: SuccessorBuffer) -> any Expander {
    bytecode.makeExpander(into: output)
  }

  func replacement(level: Int, states: Int) -> (any SuccessorSource)? {
    guard !isOver, compilation.isAwaited || states >= Self.threshold else { return nil }
    if build == nil { start() }
    guard let result = build?.result() else { return nil }
    isOver = true
    do throws(BuildFailure) {
      return try NativeSource(bytecode, library: result.get())
    } catch {
      failure = error
      return nil
    }
  }

  private func start() {
    guard let text = NativeSource.text(of: bytecode) else {
      failure = .tooLarge
      isOver = true
      return
    }
    build = Build(of: NativeSource.runtime + text, with: compilation.toolchain)
  }

  /// Starts the compiler and waits for it when that is wanted, unless interrupted.
  func prepare(interruption: () -> Limit?) async {
    guard compilation.isAwaited else { return }
    start()
    while let build, build.result() == nil, interruption() == nil {
      try? await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Stops what still runs; what there is to say about it, if anything.
  func finish() -> String? {
    build?.cancel()
    build = nil
    isOver = true
    return failure.map { "no native code: \($0)" }
  }
}
