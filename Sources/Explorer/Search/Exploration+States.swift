package import Model

extension Exploration {
  /// The states that were seen, in an order that depends on nothing but the system; under symmetry
  /// one of each that differ only in the names of members, and none with compact storage.
  package var states: [State] {
    let store = search.store
    guard !store.isCompact else { return [] }
    return store.shards.indices.flatMap { shard in
      (0..<store.shards[shard].count).map { position in
        search.system.layout.unpack(store.state(at: StateIndex(shard: shard, position: position)))
      }
    }
  }
}
