package import SourceText

/// How a behaviour is explained.
package struct ExplanationOptions: Sendable {
  package var role: Counterexample.Role
  /// The name of the engine that found the behaviour.
  package var engine: String?
  /// Whether the engine says that no shorter one shows the same.
  package var isShortest: Bool
  /// Whether members of scalarsets are numbered by first appearance.
  package var renumbersMembers: Bool
  package var firstStateIsReachable: Bool?
  /// The text of the line at a place, where it is at hand.
  package var sourceLine: @Sendable (SourceRange) -> String?

  package init(
    role: Counterexample.Role = .violation, engine: String? = nil, isShortest: Bool = false,
    renumbersMembers: Bool = true, firstStateIsReachable: Bool? = nil,
    sourceLine: @escaping @Sendable (SourceRange) -> String? = { _ in nil }
  ) {
    self.role = role
    self.engine = engine
    self.isShortest = isShortest
    self.renumbersMembers = renumbersMembers
    self.firstStateIsReachable = firstStateIsReachable
    self.sourceLine = sourceLine
  }
}

extension Counterexample {
  /// Explains a trace of `system`, whose steps must fit the system: a replayed one does.
  package init(
    of trace: Trace, in system: TransitionSystem,
    options: ExplanationOptions = ExplanationOptions()
  ) {
    let story = Story(of: trace, in: system, renumbersMembers: options.renumbersMembers)
    let claim = trace.ending.claim(in: system)
    self.init(
      role: options.role, system: system.name, claim: claim.map { system[$0].name } ?? "",
      kind: claim.map { system[$0].kind }, range: story.range(of: claim), engine: options.engine,
      isShortest: options.isShortest, depth: trace.depth,
      firstStateIsReachable: options.firstStateIsReachable, start: story.startName,
      columns: story.columns, initial: story.initialCells,
      rows: trace.steps.indices.dropFirst().map(story.row),
      finding: story.finding(sourceLine: options.sourceLine))
  }
}

extension Trace.Ending {
  /// The claim that the behaviour is about.
  package func claim(in system: TransitionSystem) -> ClaimIndex? {
    switch self {
    case .claimFalse(let claim, _), .neverAgain(let claim, _): claim
    case .failed(let failure): failure.claim
    case .deadlock: system.claims(of: .deadlock).first
    case .open: nil
    }
  }
}
