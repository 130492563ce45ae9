import Model

/// Goes over the states of a finished search again, up to one phase or another: what a phase costs
/// is the time of its replay less that of the one before. For benchmarks.
package final class PhaseReplay: @unchecked Sendable {
  // @unchecked: one task at a time uses it.

  /// What is done with a state, in order; each replay does everything up to its phase.
  package enum Phase: String, CaseIterable, Sendable {
    /// The states are read from the store.
    case read
    /// Their successors are computed.
    case expand
    /// The successors are replaced by representatives; nothing without symmetry.
    case canonicalise
    /// The successors are hashed.
    case hash
    /// They are sent to their shards, but for those that were sent lately.
    case send
    /// They are looked for in a store that has them all.
    case probe
    /// They are added to a store that is empty at first, in place of that.
    case store
  }

  private let search: Search
  /// What the replay of the last phase adds to.
  private var copy: StateStore

  package init(_ exploration: Exploration) {
    search = exploration.search
    copy = StateStore(shape: search.store.shape, isCompact: search.store.isCompact)
  }

  /// Whether the search found the states by symmetry, so that there is something to canonicalise.
  package var hasSymmetry: Bool { search.symmetry != nil }

  /// Does everything up to this phase for all states.
  ///
  /// - Returns: The number of states that were read; of the last phase, of those that were stored.
  package func run(_ phase: Phase) -> Int {
    let expander = phase < .canonicalise ? search.makePlainExpander() : search.makeExpander()
    let recent = RecentStates(wordsPerState: search.store.shape.words)
    let outboxes = Outboxes(wordsPerState: search.store.shape.words)
    copy = StateStore(shape: search.store.shape, isCompact: search.store.isCompact)
    if phase == .store { begin(expander, outboxes, recent) }
    var count = 0
    for (begin, end) in zip(search.levels, search.levels.dropFirst()) {
      var cursor = begin
      while cursor != end {
        let next = zip(cursor, end).map { min($0 + Search.roundSize, $1) }
        for shard in cursor.indices {
          expand(shard, cursor[shard]..<next[shard], phase, expander, outboxes, recent)
          count += next[shard] - cursor[shard]
        }
        absorb(phase, outboxes)
        cursor = next
      }
    }
    return phase == .store ? copy.count : count
  }

  private func begin(_ expander: any Expander, _ outboxes: Outboxes, _ recent: RecentStates) {
    expander.start()
    let output = expander.output
    outboxes.send(output.state(at: 0), count: output.count, from: 0, parent: .none, recent: recent)
    absorb(.store, outboxes)
  }

  private func expand(
    _ shard: Int, _ range: Range<Int>, _ phase: Phase, _ expander: any Expander,
    _ outboxes: Outboxes, _ recent: RecentStates
  ) {
    let (words, stored, output) = (
      search.store.shape.words, search.store.shards[shard], expander.output
    )
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { state in
      let state = state.baseAddress!
      for position in range {
        stored.load(position, into: state)
        if phase == .read { continue }
        expander.expand(state, marksAntecedents: false)
        if phase == .hash {
          for successor in 0..<output.count {
            checksum ^= Hash.of(output.state(at: successor), count: words)
          }
        }
        if phase < .send { continue }
        outboxes.send(
          output.state(at: 0), count: output.count, from: shard,
          parent: StateIndex(shard: shard, position: position), recent: recent)
      }
      checksum ^= state.pointee
    }
  }

  /// Keeps the compiler from leaving out what nobody looks at.
  private(set) var checksum: UInt64 = 0

  private func absorb(_ phase: Phase, _ outboxes: Outboxes) {
    switch phase {
    case .read, .expand, .canonicalise, .hash: break
    case .send: for shard in search.store.shards { outboxes.clear(for: shard.number) }
    case .probe: absorb(outboxes, into: search.store)
    case .store: absorb(outboxes, into: copy)
    }
  }

  private func absorb(_ outboxes: Outboxes, into store: StateStore) {
    store.reserve(for: outboxes)
    for shard in store.shards { shard.absorb(outboxes) }
  }
}

extension PhaseReplay.Phase: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self)! }
}
