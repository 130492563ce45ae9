import Model

/// Breadth-first search over all reachable states.
///
/// Level by level, over a fixed number of shards. A level is done in rounds. In each round every
/// worker first *expands* some states of its shards: it judges them and puts their successors
/// into an outbox for each destination. Then every worker *absorbs* for its shards: it adds what
/// came in, source by source. Nothing is shared within a phase, so there are no locks, and what
/// is found, in which order and by which parent, is the same for any number of workers.
///
/// A work-stealing queue would keep workers busier on narrow levels; it would also make traces,
/// and with a limit even counts, depend on timing.
final class Search: @unchecked Sendable {
  // @unchecked: only `run` changes the properties, between phases; within a phase each task
  // touches its own expander, notes, outboxes and shards.
  let system: TransitionSystem
  let limits: Limits
  let options: ExplorationOptions
  /// What states are canonicalised with, if they are.
  let symmetry: Symmetry?
  let workers: Workers
  let store: StateStore
  private(set) var expanders: [any Expander]
  let notes: [WorkerNotes]
  private let recent: [RecentStates]
  let outboxes: Outboxes
  private var source: any SuccessorSource
  /// What computed successors, and from which level on.
  private(set) var backend: String
  private let onEvent: @Sendable (EngineEvent) -> Void
  private let deadlockClaim: Int?

  private(set) var findings = Findings()
  /// For each level, and for the one after the last, how many states each shard held before it.
  private(set) var levels: [[Int]] = []
  private(set) var limit: Limit?
  private(set) var stoppedAtViolation = false
  private(set) var ruleDepths: [Int?]
  private(set) var peakBytes = 0
  /// What the process used before the search.
  private let bytesBefore: Int
  private var statesAtLastEvent = 0
  private var marksAntecedents: Bool

  /// How many states of each shard a round expands: little enough that the outboxes stay in the
  /// cache, that a limit is noticed soon, and that what is expanded after each other was found
  /// about the same time, and so leads to many of the same states.
  static let roundSize = 512
  /// How many states a worker expands before it asks whether it should go on.
  private static let patience = 256
  private static let statesBetweenEvents = 100_000

  init(
    _ system: TransitionSystem, source: any SuccessorSource, limits: Limits,
    options: ExplorationOptions, onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) {
    self.system = system
    self.limits = limits
    self.options = options
    self.onEvent = onEvent
    symmetry = options.symmetry ? Symmetry(system) : nil
    let source = symmetry?.reduced(source) ?? source
    workers = Workers(limits.workers)
    let layout = system.layout
    store = StateStore(
      shape: source.wordsPerState == layout.wordCount
        ? StateShape(layout) : StateShape(words: source.wordsPerState),
      isCompact: options.storage == .compact)
    expanders = (0..<workers.count).map { _ in source.makeExpander() }
    notes = (0..<workers.count).map { _ in WorkerNotes() }
    recent = (0..<workers.count).map { _ in RecentStates(wordsPerState: source.wordsPerState) }
    outboxes = Outboxes(wordsPerState: source.wordsPerState)
    self.source = source
    backend = source.backend
    bytesBefore = limits.memoryInUse()
    deadlockClaim =
      system.deadlockMode == .off ? nil : system.claims(of: .deadlock).first?.position
    ruleDepths = Array(repeating: nil, count: system.rules.count)
    marksAntecedents = !Self.claimsWithAntecedents(system).isEmpty
  }

  func run() {
    levels = [store.counts]
    start()
    while limit == nil, !stoppedAtViolation, levels[levels.count - 1] != store.counts {
      level()
    }
  }

  func makeExpander() -> any Expander { source.makeExpander() }

  /// An expander that leaves successors as they are under symmetry too.
  func makePlainExpander() -> any Expander {
    ((source as? SymmetricSource)?.inner ?? source).makeExpander()
  }

  /// Goes on with a faster source, when there is one.
  private func changeOver() {
    let level = levels.count - 1
    guard let next = source.replacement(level: level, states: store.count) else { return }
    source = next
    expanders = expanders.map { next.makeExpander(into: $0.output) }
    backend = level == 0 ? next.backend : "\(backend), \(next.backend) from level \(level)"
  }

  // MARK: Levels

  private func start() {
    expanders[0].start()
    let output = expanders[0].output
    outboxes.send(
      output.state(at: 0), count: output.count, from: 0, parent: .none, recent: recent[0])
    notes[0].take(from: output, at: 0, 0)
    for note in notes[0].notes { findings.add(note.claim, .start, depth: 0) }
    notes[0].clear()
    stoppedAtViolation = options.stopsAtFirstViolation && !findings.isEmpty
    absorb()
    checkLimits()
  }

  private func level() {
    let begin = levels[levels.count - 1]
    let end = store.counts
    let isLast = limits.maxDepth.map { levels.count - 1 >= $0 } ?? false
    var cursor = begin
    while cursor != end, limit == nil, !stoppedAtViolation {
      let chunk = chunkSize()
      let next = zip(cursor, end).map { min($0 + chunk, $1) }
      changeOver()
      expand(from: cursor, to: next, judgesOnly: isLast)
      collectNotes()
      if limit == nil, !hasRoom { limit = .memory }
      guard limit == nil else { break }
      absorb()
      cursor = next
      report(frontier: zip(cursor, end).reduce(0) { $0 + $1.1 - $1.0 })
      if cursor != end || store.counts != end { checkLimits() }
    }
    if cursor == end { finishLevel(at: end, isLast: isLast) }
  }

  private func finishLevel(at end: [Int], isLast: Bool) {
    noteRuleDepths()
    levels.append(end)
    for (shard, count) in zip(store.shards, end) { shard.forgetStates(before: count) }
    marksAntecedents = marksAntecedents && !allAntecedentsWereTrue
    if isLast, limit == nil { limit = .depth }
  }

  /// Smaller rounds when few states are left to the limit, so that it is not passed by far.
  private func chunkSize() -> Int {
    guard let maxStates = limits.maxStates else { return Self.roundSize }
    let left = max(0, maxStates - store.count)
    return min(Self.roundSize, max(1, left / (8 * StateIndex.shardCount)))
  }

  // MARK: Phases

  private func expand(from begin: [Int], to end: [Int], judgesOnly: Bool) {
    let count = zip(begin, end).reduce(0) { $0 + $1.1 - $1.0 }
    let marks = marksAntecedents
    let interrupted = Interruptions(count: workers.count)
    workers.forEachShard(inParallel: count > 256) { [self] worker, shard in
      if interrupted.limits[worker] != nil { return }
      interrupted.limits[worker] = expand(
        shard, begin[shard]..<end[shard], worker: worker, judgesOnly: judgesOnly, marks: marks)
    }
    limit = interrupted.limits.lazy.compactMap { $0 }.first
  }

  /// Expands some states of a shard; the limit that ended it early, if any.
  private func expand(
    _ shard: Int, _ range: Range<Int>, worker: Int, judgesOnly: Bool, marks: Bool
  ) -> Limit? {
    let (expander, notes, shardStore) = (expanders[worker], notes[worker], store.shards[shard])
    let (output, outboxes, recent) = (expander.output, outboxes, recent[worker])
    let state = UnsafeMutablePointer<UInt64>.allocate(capacity: store.shape.words)
    defer { state.deallocate() }
    for position in range {
      if position % Self.patience == 0, let limit = limits.interruption() { return limit }
      shardStore.load(position, into: state)
      if judgesOnly {
        expander.judge(state, marksAntecedents: marks)
      } else {
        expander.expand(state, marksAntecedents: marks)
        outboxes.send(
          output.state(at: 0), count: output.count, from: shard,
          parent: StateIndex(shard: shard, position: position), recent: recent)
        if let deadlockClaim, isDeadlock(output) { output.noteFalse(deadlockClaim) }
      }
      notes.take(from: output, at: shard, position)
    }
    return nil
  }

  private func isDeadlock(_ output: SuccessorBuffer) -> Bool {
    system.deadlockMode == .stuck ? !output.hasFired : !output.hasMoved
  }

  private func absorb() {
    store.reserve(for: outboxes)
    workers.forEachShard(inParallel: outboxes.waiting > 1_024) { [self] _, shard in
      store.shards[shard].absorb(outboxes)
    }
  }

  // MARK: Between phases

  private func collectNotes() {
    let found = notes.flatMap(\.notes).sorted { $0.state < $1.state }
    for note in found {
      findings.add(
        note.claim, .state(note.state), depth: levels.count - 1 + (note.inStep ? 1 : 0))
    }
    for worker in notes { worker.clear() }
    if options.stopsAtFirstViolation, !findings.isEmpty { stoppedAtViolation = true }
  }

  private func noteRuleDepths() {
    for rule in ruleDepths.indices where ruleDepths[rule] == nil {
      if expanders.contains(where: { $0.output.firings[rule] > 0 }) {
        ruleDepths[rule] = levels.count - 1
      }
    }
  }

  private func checkLimits() {
    peakBytes = max(peakBytes, store.bytes)
    if let maxStates = limits.maxStates, store.count >= maxStates { limit = .states }
    if limit == nil, store.shards.contains(where: { !$0.canTake(1 << 20) }) { limit = .memory }
  }

  /// Whether what is under way can be absorbed within the limit of memory.
  private var hasRoom: Bool {
    guard let memory = limits.memoryBytes else { return true }
    return bytesInUse + store.bytes(growingFor: outboxes) <= memory
  }

  /// The bytes that the process uses. What the system says of it may be late: memory that was
  /// asked for counts as used only when something was written there.
  var bytesInUse: Int {
    let own = store.bytesHeld + outboxes.bytes
    return max(limits.memoryInUse(), bytesBefore + own)
  }

  private func report(frontier: Int) {
    guard store.count - statesAtLastEvent >= Self.statesBetweenEvents else { return }
    statesAtLastEvent = store.count
    onEvent(
      .exploring(
        states: store.count, transitions: transitions, depth: levels.count - 1,
        frontier: frontier, bytes: store.bytes))
  }

  // MARK: Counts

  var transitions: Int { (0..<system.rules.count).reduce(0) { $0 + firings(of: $1) } }

  func firings(of rule: Int) -> Int { expanders.reduce(0) { $0 + $1.output.firings[rule] } }

  func covered(_ claim: ClaimIndex) -> Int {
    expanders.reduce(0) { $0 + $1.output.covers[claim.position] }
  }

  /// Whether the condition of the claim could not be evaluated in some state.
  func failed(_ claim: ClaimIndex) -> Bool {
    expanders.contains { $0.output.failedClaims.contains(claim.position) }
  }

  /// Whether the claim says nothing because the left side of its implication was never true.
  func hasIdleAntecedent(_ claim: ClaimIndex) -> Bool {
    Self.claimsWithAntecedents(system).contains(claim)
      && !expanders.contains { $0.output.antecedents[claim.position] }
  }

  private var allAntecedentsWereTrue: Bool {
    !Self.claimsWithAntecedents(system).contains(where: hasIdleAntecedent)
  }

  /// The invariants of the form `A -> B`, perhaps under universal quantifiers.
  private static func claimsWithAntecedents(_ system: TransitionSystem) -> [ClaimIndex] {
    system.claims(of: .invariant).filter { claim in
      var condition = system[claim].condition
      while case .quantified(.forall, _, let body)? = condition?.kind { condition = body }
      if case .binary(.implies, _, _)? = condition?.kind { return true }
      return false
    }
  }

  /// Adds claims that the search for liveness goals found false in some states.
  func addFindings(_ found: [(claim: Int, state: StateIndex)]) {
    let ordered = found.map { (claim: $0.claim, depth: depth(of: $0.state), state: $0.state) }
      .sorted { ($0.depth, $0.state) < ($1.depth, $1.state) }
    for note in ordered { findings.add(note.claim, .state(note.state), depth: note.depth) }
  }

  /// The number of steps from a start state to this state.
  func depth(of state: StateIndex) -> Int {
    (levels.firstIndex { $0[state.shard] > state.position } ?? levels.count) - 1
  }
}

/// The limit that each worker came upon in a phase. Each worker writes its own place only.
final class Interruptions: @unchecked Sendable {
  var limits: UnsafeMutableBufferPointer<Limit?>

  init(count: Int) {
    limits = .allocate(capacity: count)
    limits.initialize(repeating: nil)
  }

  deinit { limits.deallocate() }
}
