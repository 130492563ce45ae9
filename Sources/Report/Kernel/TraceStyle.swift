/// How the steps of a counterexample are laid out.
package enum TraceStyle: String, Sendable, Hashable, CaseIterable {
  /// The whole state after every step, a cell a line.
  case full
  /// Every change, a cell a line.
  case diff
  /// A column for each who acts, and the shared state.
  case columns
}
