/// Spreads work on shards over threads that live as long as this.
///
/// Whoever is free takes the next shard. Each worker sees the shards of a phase in their order.
final class Workers: Sendable {
  let count: Int
  private let crew: Crew?

  /// At least one, at most one for each shard.
  init(_ count: Int) {
    self.count = min(max(1, count), StateIndex.shardCount)
    crew = self.count > 1 ? Crew(helpers: self.count - 1) : nil
  }

  deinit { crew?.dismiss() }

  /// Calls `body` with the number of a worker and a shard, for each shard; returns when all calls
  /// have. The caller is worker 0.
  func forEachShard(
    inParallel: Bool, _ body: @escaping @Sendable (_ worker: Int, _ shard: Int) -> Void
  ) {
    if inParallel, let crew {
      crew.forEach(below: StateIndex.shardCount, body)
    } else {
      for shard in 0..<StateIndex.shardCount { body(0, shard) }
    }
  }
}
