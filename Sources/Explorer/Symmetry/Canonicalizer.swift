import CNative

/// Takes packed states to the representatives of their orbits, as `symmetry.h` says.
final class Canonicalizer: @unchecked Sendable {
  // @unchecked: owned by one expander or one task at a time, like its memory.

  /// Replaces so many states, one after the other.
  typealias Function =
    @convention(c) (
      UnsafeMutablePointer<symmetry_workspace>?, UnsafeMutablePointer<UInt64>?, Int
    ) -> Void

  let tables: SymmetryTables
  private let native: NativeCode?
  private let function: Function
  private let space: UnsafeMutablePointer<symmetry_workspace>

  /// - Parameter native: code in which the same tables are constants; another way to the same
  ///   representatives.
  init(_ tables: SymmetryTables, native: NativeCode? = nil) {
    self.tables = tables
    self.native = native
    function = native?.canonicalize ?? symmetry_canonicalize_by_tables
    space = .allocate(capacity: 1)
    space.initialize(to: symmetry_workspace_make(tables.contents))
  }

  deinit {
    symmetry_workspace_destroy(space)
    space.deallocate()
  }

  /// The permutation that took the last state to its representative: for each participant its new
  /// number.
  var chosen: UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: space.pointee.chosen, count: tables.participantCount)
  }

  /// Replaces states, one after the other in memory, by the representatives of their orbits.
  func canonicalize(_ states: UnsafeMutablePointer<UInt64>, count: Int = 1) {
    guard tables.memberCount > 0 else { return }
    function(space, states, count)
  }

  /// The representative of a state's orbit.
  func canonical(_ words: [UInt64]) -> [UInt64] {
    var words = words
    words.withUnsafeMutableBufferPointer { canonicalize($0.baseAddress!) }
    return words
  }
}
