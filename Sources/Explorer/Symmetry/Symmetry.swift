import Model
import SourceText

/// What can be said of a system's scalarsets before it is explored: whether all members are
/// treated alike, and which cells their names stand in.
struct Symmetry: Sendable {
  let tables: SymmetryTables
  /// Whether a claim may fail unseen because another one did in the turn of an earlier member.
  let mayHideFailures: Bool

  init(_ system: TransitionSystem) {
    mayHideFailures = LoopOrder(system).holdsAssertions
    tables = SymmetryTables(system, Scalarsets(MemberUse(system).groups))
  }

  /// Where the rules and claims of a system tell members of a scalarset apart; empty when
  /// states that differ only in their names may count as one.
  static func obstacles(in system: TransitionSystem) -> [Feature] {
    var seen = Set<Feature>()
    return (MemberUse(system).obstacles + LoopOrder(system).obstacles)
      .filter { seen.insert($0).inserted }
      .sorted { $0.position < $1.position }
  }

  /// The same successors, each replaced by the representative of its orbit.
  func reduced(_ source: any SuccessorSource) -> any SuccessorSource {
    SymmetricSource(inner: source, tables: tables)
  }

  func makeCanonicalizer() -> Canonicalizer { Canonicalizer(tables) }
}

extension Feature {
  fileprivate var position: (Int, Int) {
    (Int(range?.start.line ?? 0), Int(range?.start.column ?? 0))
  }
}
