import Model

/// Successors of any source, each replaced by the representative of its orbit.
struct SymmetricSource: SuccessorSource {
  let inner: any SuccessorSource
  let tables: SymmetryTables

  var backend: String { inner.backend }
  var wordsPerState: Int { inner.wordsPerState }

  func makeBuffer() -> SuccessorBuffer { inner.makeBuffer() }

  func makeExpander(into output: SuccessorBuffer) -> any Expander {
    SymmetricExpander(
      inner.makeExpander(into: output),
      Canonicalizer(tables, native: (inner as? NativeSource)?.code))
  }

  func replacement(level: Int, states: Int) -> (any SuccessorSource)? {
    inner.replacement(level: level, states: states).map {
      SymmetricSource(inner: $0, tables: tables)
    }
  }
}

/// Runs an expander and canonicalises what it leaves in its buffer.
final class SymmetricExpander: Expander, @unchecked Sendable {
  // @unchecked: one task at a time uses it.
  private let inner: any Expander
  private let canonicalizer: Canonicalizer
  let output: SuccessorBuffer
  /// How `seek` renamed the members of each successor.
  private(set) var renamings: [Renaming] = []

  init(_ inner: any Expander, _ canonicalizer: Canonicalizer) {
    self.inner = inner
    self.canonicalizer = canonicalizer
    output = inner.output
  }

  func start() {
    inner.start()
    canonicalize()
  }

  func expand(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool) {
    inner.expand(state, marksAntecedents: marksAntecedents)
    canonicalize()
  }

  func judge(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool) {
    inner.judge(state, marksAntecedents: marksAntecedents)
  }

  func seek(_ state: UnsafePointer<UInt64>) {
    inner.seek(state)
    renamings.removeAll(keepingCapacity: true)
    for position in 0..<output.count {
      canonicalizer.canonicalize(UnsafeMutablePointer(mutating: output.state(at: position)))
      renamings.append(Array(canonicalizer.chosen))
    }
  }

  private func canonicalize() {
    canonicalizer.canonicalize(
      UnsafeMutablePointer(mutating: output.state(at: 0)), count: output.count)
  }
}
