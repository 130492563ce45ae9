import Model
import Toolchain

/// Bytecode at first, native code from when it is ready: nearly at once where an earlier run has
/// left it.
///
/// The compiler is started when so many states are known that it pays, and runs beside the search.
/// Whenever the change-over happens, the successors and their order are the same.
final class TieredSource: SuccessorSource, @unchecked Sendable {
  // @unchecked: only the search calls it, between its rounds.
  let backend = "bytecode"
  private let bytecode: BytecodeSource
  private let compilation: NativeCompilation
  private let symmetry: Bool
  /// The C text of the model; nil when it must be left to the bytecode.
  private lazy var text = NativeSource.text(of: bytecode, symmetry: symmetry)
    .map { NativeSource.runtime + $0 }
  private var build: Build?
  private var hasLooked = false
  private var isOver = false
  /// Why there is no native code, when it was tried.
  private(set) var failure: BuildFailure?

  /// How many states must be known before it pays to write C and look whether that was compiled
  /// by an earlier run.
  private static let lookThreshold = 500
  /// How many states must be known before it pays to start the compiler.
  private static let threshold = 10_000

  /// - Parameter symmetry: whether native code is to canonicalise states too.
  init(_ bytecode: BytecodeSource, _ compilation: NativeCompilation, symmetry: Bool) {
    self.symmetry = symmetry
    self.bytecode = bytecode
    self.compilation = compilation
  }

  var wordsPerState: Int { bytecode.wordsPerState }

  func makeBuffer() -> SuccessorBuffer { bytecode.makeBuffer() }

  func makeExpander(into output: SuccessorBuffer) -> any Expander {
    bytecode.makeExpander(into: output)
  }

  func replacement(level: Int, states: Int) -> (any SuccessorSource)? {
    guard !isOver else { return nil }
    if build == nil, states >= Self.lookThreshold, !hasLooked { look() }
    if build == nil, states >= Self.threshold { start() }
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
    guard let text else {
      failure = .tooLarge
      isOver = true
      return
    }
    build = Build(of: text, with: compilation.toolchain)
  }

  /// Takes what an earlier run has left, if anything.
  private func look() {
    hasLooked = true
    build = text.flatMap { Build(cached: $0, with: compilation.toolchain) }
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
