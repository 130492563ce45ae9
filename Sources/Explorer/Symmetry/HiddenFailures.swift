import Model

/// Looks for failures that no representative shows, though a renamed state would.
///
/// Every representative is expanded once more with `OrderBlind`. What fails then but did not in
/// the search may fail in a renamed state; `TraceBuilder` tries which, and where none does, the
/// answer is that it is not known.
struct HiddenFailures: Sendable {
  /// The first states in which, or in steps from which, claims may be violated with names
  /// changed; only those nearer to the start than what the search found.
  private(set) var found: [ClaimIndex: StateIndex] = [:]
  /// The claims whose condition cannot be evaluated in some state, perhaps with names changed.
  private(set) var failed: Set<ClaimIndex> = []
  /// What kept this from being decided.
  private(set) var obstacle: Feature?
  /// What ended it early.
  private(set) var limit: Limit?

  init(_ search: Search) async {
    var change = OrderBlind(search.system)
    let system = change.changed()
    obstacle = change.tooLarge
    guard change.isChanged else { return }
    let source = BytecodeSource(system, packedAs: search.system)
    let scouts = (0..<search.workers.count).map { _ in FailureScout(source.makeExpander()) }
    for level in search.levels.indices.dropLast() {
      let (begin, end) = (search.levels[level], search.levels[level + 1])
      let count = zip(begin, end).reduce(0) { $0 + $1.1 - $1.0 }
      // Beyond a limited depth nothing is said.
      let judgesOnly = search.limit == .depth && level + 2 == search.levels.count
      search.workers.forEachShard(inParallel: count > 256) { worker, shard in
        scouts[worker].expand(shard, begin[shard]..<end[shard], search, judgesOnly: judgesOnly)
      }
      limit = scouts.lazy.compactMap(\.limit).first
      guard limit == nil else { break }
      note(scouts.map(\.states), at: level, search)
      note(scouts.map(\.steps), at: level + 1, search)
      for scout in scouts { scout.forget() }
    }
    failed = scouts.reduce(into: []) { $0.formUnion($1.failed) }
  }

  private mutating func note(
    _ news: [[ClaimIndex: StateIndex]], at depth: Int, _ search: Search
  ) {
    let first = news.reduce(into: [:]) { $0.merge($1) { min($0, $1) } }
    for (claim, state) in first
    where found[claim] == nil && depth < search.findings.depths[claim.position] ?? .max {
      found[claim] = state
    }
  }
}

/// What one worker comes upon. Each claim is noted once for states and once for steps, so what
/// the scouts note first, taken together, does not depend on their number.
private final class FailureScout: @unchecked Sendable {
  // @unchecked: its worker alone uses it during a phase, `HiddenFailures` between phases.
  private let expander: any Expander
  private var consumed = 0
  private(set) var states: [ClaimIndex: StateIndex] = [:]
  private(set) var steps: [ClaimIndex: StateIndex] = [:]
  private(set) var limit: Limit?

  init(_ expander: any Expander) { self.expander = expander }

  var failed: [ClaimIndex] { expander.output.failedClaims.map { ClaimIndex($0) } }

  func forget() {
    states.removeAll()
    steps.removeAll()
  }

  func expand(_ shard: Int, _ range: Range<Int>, _ search: Search, judgesOnly: Bool) {
    let output = expander.output
    for position in range where limit == nil {
      if position % 1_024 == 0 { limit = search.limits.interruption() }
      let state = StateIndex(shard: shard, position: position)
      if judgesOnly {
        expander.judge(search.store.state(at: state), marksAntecedents: false)
      } else {
        expander.expand(search.store.state(at: state), marksAntecedents: false)
      }
      guard output.falseCount != consumed else { continue }
      for (number, inStep) in output.falseClaims[consumed...] {
        if inStep {
          steps[ClaimIndex(number)] = steps[ClaimIndex(number)] ?? state
        } else {
          states[ClaimIndex(number)] = states[ClaimIndex(number)] ?? state
        }
      }
      consumed = output.falseCount
    }
  }
}
