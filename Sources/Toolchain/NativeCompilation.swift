/// Whether and how native code is used.
package struct NativeCompilation: Sendable, Hashable {
  /// What compiles it.
  package let toolchain: Toolchain
  /// Whether the exploration waits for the compiler, rather than beginning without native code.
  package let isAwaited: Bool

  package init(_ toolchain: Toolchain, isAwaited: Bool = false) {
    self.toolchain = toolchain
    self.isAwaited = isAwaited
  }
}
