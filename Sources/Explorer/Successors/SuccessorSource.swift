import Model

/// Something that computes successors: the seam between the search and what runs the rules.
///
/// The search makes one expander for each worker and calls it once for each state.
package protocol SuccessorSource: Sendable {
  /// What reports call it.
  var backend: String { get }
  /// The 64-bit words of a packed state.
  var wordsPerState: Int { get }
  /// A new buffer for expanders of this source.
  func makeBuffer() -> SuccessorBuffer
  /// A new expander, which one task at a time may use; it goes on filling the buffer.
  func makeExpander(into output: SuccessorBuffer) -> any Expander
  /// A source that gives the same successors faster, when there is one by now. The search asks
  /// between its rounds, with the level that it is at and the states that it knows, and goes on
  /// with what it gets.
  func replacement(level: Int, states: Int) -> (any SuccessorSource)?
}

extension SuccessorSource {
  /// A new expander with a buffer of its own.
  package func makeExpander() -> any Expander { makeExpander(into: makeBuffer()) }

  package func replacement(level: Int, states: Int) -> (any SuccessorSource)? { nil }
}

/// Computes what follows from one state at a time, into its own buffer.
package protocol Expander: AnyObject, Sendable {
  /// What the last call found.
  var output: SuccessorBuffer { get }
  /// Computes the start states as successors.
  func start()
  /// Judges the state and computes its successors; `marksAntecedents` asks for notes on left
  /// sides of implications.
  func expand(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool)
  /// Judges the state only.
  func judge(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool)
  /// Computes which liveness goals the state satisfies, and its successors.
  func seek(_ state: UnsafePointer<UInt64>)
}
