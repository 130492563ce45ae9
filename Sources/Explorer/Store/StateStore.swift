/// All states that were seen, over a fixed number of shards, in level order in each.
///
/// Ownership is that of ``Shard``.
final class StateStore: @unchecked Sendable {
  let shape: StateShape
  let shards: [Shard]
  private let arena = Arena()

  /// With compact storage, states of more than 64 bits are kept as fingerprints. Shorter ones are
  /// kept as they are: that takes no more.
  init(shape: StateShape, isCompact: Bool = false) {
    self.shape = shape
    let isCompact = isCompact && shape.words > 1
    let arena = arena
    shards = (0..<StateIndex.shardCount).map {
      Shard(number: $0, shape: shape, isCompact: isCompact, arena: arena)
    }
  }

  /// Whether states are known by their fingerprints only.
  var isCompact: Bool { shards[0].isCompact }
  var count: Int { shards.reduce(0) { $0 + $1.count } }
  /// The bytes that the states take; the same for any number of workers.
  var bytes: Int { shards.reduce(0) { $0 + $1.bytes } }

  /// What is held for states and tables, room for what is under way included.
  var bytesHeld: Int { arena.bytes + shards.reduce(0) { $0 + $1.tableBytes } }

  /// The bytes that absorbing what is under way adds to those, at worst.
  func bytes(growingFor outboxes: Outboxes) -> Int {
    let chunks = shards.reduce(into: (columns: 0, tables: 0)) {
      let more = outboxes.waiting(for: $1.number)
      $0.columns += $1.columnBytes(growingBy: more)
      $0.tables += $1.tableBytes(growingBy: more)
    }
    return arena.bytes(for: chunks.columns) + chunks.tables
  }

  /// How many states each shard holds.
  var counts: [Int] { shards.map(\.count) }

  /// Makes room for what is under way.
  func reserve(for outboxes: Outboxes) {
    for shard in shards { shard.reserve(outboxes.waiting(for: shard.number)) }
  }

  /// The words of a stored state; with compact storage, of one that was not forgotten.
  func state(at index: StateIndex) -> [UInt64] {
    Array(unsafeUninitializedCapacity: shape.words) { words, count in
      shards[index.shard].load(index.position, into: words.baseAddress!)
      count = shape.words
    }
  }

  func parent(of index: StateIndex) -> StateIndex {
    shards[index.shard].parent(of: index.position)
  }

  /// Where a state is, or nil when it was not seen. With compact storage, where one of the same
  /// fingerprint is.
  func index(of words: UnsafePointer<UInt64>) -> StateIndex? {
    let hash = Hash.of(words, count: shape.words)
    let shard = Hash.shard(of: hash)
    return shards[shard].position(of: words, hash: hash)
      .map { StateIndex(shard: shard, position: $0) }
  }
}
