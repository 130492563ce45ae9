/// All states that were seen, over a fixed number of shards, in level order in each.
///
/// Ownership is that of ``Shard``.
final class StateStore: @unchecked Sendable {
  let wordsPerState: Int
  let shards: [Shard]

  init(wordsPerState: Int) {
    self.wordsPerState = wordsPerState
    shards = (0..<StateIndex.shardCount).map { Shard(number: $0, wordsPerState: wordsPerState) }
  }

  var count: Int { shards.reduce(0) { $0 + $1.count } }
  var bytes: Int { shards.reduce(0) { $0 + $1.bytes } }

  /// How many states each shard holds.
  var counts: [Int] { shards.map(\.count) }

  /// The words of a stored state.
  func state(at index: StateIndex) -> UnsafePointer<UInt64> {
    shards[index.shard].state(at: index.position)
  }

  func parent(of index: StateIndex) -> StateIndex {
    shards[index.shard].parent(of: index.position)
  }

  /// Where a state is, or nil when it was not seen.
  func index(of words: UnsafePointer<UInt64>) -> StateIndex? {
    let hash = Hash.of(words, count: wordsPerState)
    let shard = Hash.shard(of: hash)
    return shards[shard].position(of: words, slotHash: Hash.slotHash(of: hash))
      .map { StateIndex(shard: shard, position: $0) }
  }
}
