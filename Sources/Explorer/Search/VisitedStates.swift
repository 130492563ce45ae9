package import Model

/// The states that a search over bytecode visits, and what they break, and nothing else of an
/// exploration.
package struct VisitedStates: ReachableStates {
  private let search: Search
  private let program: Program
  /// The number of the first state of each shard, and the number of states.
  private let firstNumbers: [Int]

  /// Searches breadth first; nil where states cannot be stored.
  package init?(of system: TransitionSystem, limits: Limits) {
    guard ExplicitEngine().unsupported(in: system, claims: []).isEmpty else { return nil }
    let source = BytecodeSource(system)
    let options = ExplorationOptions(rearrangementLimit: 0)
    search = Search(source.system, source: source, limits: limits, options: options) { _ in }
    program = source.program
    search.run()
    firstNumbers = search.store.counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  package var count: Int { firstNumbers[firstNumbers.count - 1] }

  package var isComplete: Bool { search.limit == nil }

  package var hasTransition: Bool { search.hasStep }

  package var undecided: Set<ClaimIndex> {
    Set(search.system.claims.indices.map(ClaimIndex.init).filter(search.failed))
  }

  package subscript(number: Int) -> State {
    search.system.layout.unpack(search.store.state(at: index(number)))
  }

  package func trace(to number: Int) -> Trace {
    Trace(
      steps: TraceBuilder(search: search).steps(to: index(number), program), ending: .open)
  }

  package var violations: [ClaimIndex: Trace] {
    let builder = TraceBuilder(search: search)
    var found: [ClaimIndex: Trace] = [:]
    for claim in search.system.claims.indices.map(ClaimIndex.init) {
      guard let finding = search.findings[claim] else { continue }
      found[claim] = builder.trace(of: claim, finding, program: program)
    }
    return found
  }

  package var shortest: Set<ClaimIndex> {
    let claims = search.system.claims.indices.map(ClaimIndex.init)
    return Set(
      claims.filter {
        search.findings[$0] != nil
          && search.findings.isShortest(violationOf: $0, levels: search.levels.count)
      })
  }

  package var unexpanded: [Int] {
    guard !isComplete, let level = search.levels.last else { return [] }
    return level.indices.flatMap { shard in
      firstNumbers[shard] + level[shard]..<firstNumbers[shard + 1]
    }
  }

  package func number(of state: State) -> Int? {
    let layout = search.system.layout
    guard layout.canPack(state), let index = search.store.index(of: layout.pack(state)) else {
      return nil
    }
    return firstNumbers[index.shard] + index.position
  }

  private func index(_ number: Int) -> StateIndex {
    let shard = firstNumbers.lastIndex { $0 <= number }!
    return StateIndex(shard: shard, position: number - firstNumbers[shard])
  }
}
