/// Spreads work on shards over tasks; which worker does which shard is fixed.
struct Workers: Sendable {
  let count: Int

  /// At least one, at most one for each shard.
  init(_ count: Int) { self.count = min(max(1, count), StateIndex.shardCount) }

  /// Calls `body` with the number of a worker and a shard, for each shard. The calls of one
  /// worker follow each other, in the order of the shards.
  func forEachShard(
    inParallel: Bool, _ body: @escaping @Sendable (_ worker: Int, _ shard: Int) -> Void
  ) async {
    guard inParallel, count > 1 else {
      for shard in 0..<StateIndex.shardCount { body(shard % count, shard) }
      return
    }
    let count = count
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<count {
        group.addTask {
          for shard in stride(from: worker, to: StateIndex.shardCount, by: count) {
            body(worker, shard)
          }
        }
      }
    }
  }
}
