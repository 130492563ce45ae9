extension StateStore {
  /// What is wrong with the store, in words; empty when nothing is. Slow: for tests.
  func brokenInvariants() -> [String] {
    var broken: [String] = []
    for shard in shards {
      for position in 0..<shard.count {
        let index = StateIndex(shard: shard.number, position: position)
        let words = state(at: index)
        let hash = Hash.of(words, count: shape.words)
        if Hash.shard(of: hash) != shard.number {
          broken.append("state \(position) of shard \(shard.number) belongs to another shard")
        }
        if shard.position(of: words, hash: hash) != position {
          broken.append("state \(position) of shard \(shard.number) is not found at its place")
        }
        let parent = shard.parent(of: position)
        if parent != .none, parent.position >= shards[parent.shard].count {
          broken.append("state \(position) of shard \(shard.number) has an unknown parent")
        }
      }
    }
    return broken
  }
}
