/// Why there is no native code.
package enum BuildFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case noCompiler
  /// The folder for the build cannot be made or written to; why.
  case noFolder(String)
  /// What the compiler said, or how it ended.
  case compilerFailed(String)
  /// The compiler did not end within so many seconds.
  case tooSlow(Int)
  case notLoaded(String)
  /// The model's variables do not fit on a thread's stack.
  case tooLarge

  package var description: String {
    switch self {
    case .noCompiler: "no C compiler was found"
    case .noFolder(let reason): "there is no folder to build in: \(reason)"
    case .compilerFailed(let reason): "the C compiler failed: \(reason)"
    case .tooSlow(let seconds): "the C compiler did not end within \(seconds) s"
    case .notLoaded(let reason): "the compiled code cannot be loaded: \(reason)"
    case .tooLarge: "the model's local variables are too large"
    }
  }
}
