/// How an exploration goes, apart from its limits.
package struct ExplorationOptions: Sendable, Hashable {
  /// Whether it ends at the first violation; otherwise every claim is decided.
  package var stopsAtFirstViolation: Bool
  /// The most states up to a violation for which the trace with the fewest context switches is
  /// looked for among the shortest ones.
  package var rearrangementLimit: Int

  package init(stopsAtFirstViolation: Bool = false, rearrangementLimit: Int = 3_000_000) {
    self.stopsAtFirstViolation = stopsAtFirstViolation
    self.rearrangementLimit = rearrangementLimit
  }
}
