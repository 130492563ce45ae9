package import Model
package import Toolchain

/// How an exploration goes, apart from its limits.
package struct ExplorationOptions: Sendable, Hashable {
  /// Whether it ends at the first violation; otherwise every claim is decided.
  package var stopsAtFirstViolation: Bool
  /// The most states up to a violation for which the trace with the fewest context switches is
  /// looked for among the shortest ones.
  package var rearrangementLimit: Int
  /// Whether states that differ only in the names of scalarset members count as one.
  package var symmetry: Bool
  /// How native code is used; nil leaves everything to the bytecode.
  package var native: NativeCompilation?
  /// How states are kept.
  package var storage: StateStorage

  package init(
    stopsAtFirstViolation: Bool = false, rearrangementLimit: Int = 3_000_000,
    symmetry: Bool = false, native: NativeCompilation? = nil, storage: StateStorage = .exact
  ) {
    self.stopsAtFirstViolation = stopsAtFirstViolation
    self.rearrangementLimit = rearrangementLimit
    self.symmetry = symmetry
    self.native = native
    self.storage = storage
  }
}
