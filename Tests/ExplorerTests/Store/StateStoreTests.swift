import TestSupport
import Testing

@testable import Explorer

/// The store against a set of arrays.
struct StateStoreTests {
  @Test(arguments: [(1, 40_000), (2, 20_000), (5, 5_000)])
  func behavesAsASet(_ words: Int, _ count: Int) {
    var random = SplitMix64(seed: UInt64(words))
    let store = StateStore(wordsPerState: words)
    let outboxes = Outboxes(wordsPerState: words)
    var expected: [[UInt64]: Int] = [:]
    for round in 0..<4 {
      for _ in 0..<count {
        let state = (0..<words).map { _ in UInt64(random.number(0...63) * random.number(0...199)) }
        expected[state] = expected[state] ?? round
        outboxes.send(state, from: round, parent: .none)
      }
      for shard in store.shards {
        for source in 0..<StateIndex.shardCount {
          shard.absorb(outboxes.box(from: source, to: shard.number))
        }
      }
      #expect(outboxes.waiting == 0)
    }
    #expect(store.count == expected.count)
    #expect(store.brokenInvariants() == [])
    #expect(expected.keys.allSatisfy { store.index(of: $0) != nil })
    #expect(store.index(of: Array(repeating: .max, count: words)) == nil)
  }

  @Test func keepsOrderAndFirstParent() {
    let store = StateStore(wordsPerState: 1)
    let outboxes = Outboxes(wordsPerState: 1)
    let first = StateIndex(raw: 7)
    outboxes.send([42], from: 3, parent: first)
    outboxes.send([42], from: 4, parent: StateIndex(raw: 8))
    for shard in store.shards {
      for source in 0..<StateIndex.shardCount {
        shard.absorb(outboxes.box(from: source, to: shard.number))
      }
    }
    #expect(store.count == 1)
    #expect(store.index(of: [42]).map(store.parent) == first)
  }

  @Test func isCompact() {
    let store = StateStore(wordsPerState: 1)
    let outboxes = Outboxes(wordsPerState: 1)
    for state in 0..<UInt64(400_000) { outboxes.send([state], from: 0, parent: .none) }
    for shard in store.shards { shard.absorb(outboxes.box(from: 0, to: shard.number)) }
    #expect(store.count == 400_000)
    #expect(store.bytes <= 32 * store.count)
  }
}
