import TestSupport
import Testing

@testable import Explorer

/// The store against a set of arrays.
struct StateStoreTests {
  /// A store and the ways into it.
  private struct Fixture {
    let store: StateStore
    let outboxes: Outboxes
    let recent: RecentStates

    init(words: Int, lastBits: Int = 64, isCompact: Bool = false) {
      store = StateStore(
        shape: StateShape(words: words, lastBits: lastBits), isCompact: isCompact)
      outboxes = Outboxes(wordsPerState: words)
      recent = RecentStates(wordsPerState: words)
    }

    func send(_ state: [UInt64], from shard: Int, parent: StateIndex = .none) {
      outboxes.send(state, count: 1, from: shard, parent: parent, recent: recent)
    }

    func absorb() {
      store.reserve(for: outboxes)
      for shard in store.shards { shard.absorb(outboxes) }
    }
  }

  @Test(arguments: [(1, 40_000), (2, 20_000), (5, 5_000), (300, 300)], [1, 13, 56, 64])
  func behavesAsASet(_ size: (words: Int, count: Int), _ lastBits: Int) {
    check(size, lastBits, isCompact: false)
    check(size, lastBits, isCompact: true)
  }

  private func check(_ size: (words: Int, count: Int), _ lastBits: Int, isCompact: Bool) {
    var random = SplitMix64(seed: UInt64(size.words))
    let fixture = Fixture(words: size.words, lastBits: lastBits, isCompact: isCompact)
    let mask = lastBits == 64 ? UInt64.max : (1 << UInt64(lastBits)) - 1
    var expected: Set<[UInt64]> = []
    for round in 0..<4 {
      for _ in 0..<size.count {
        var state = (0..<size.words).map { _ in
          UInt64(random.number(0...63) * random.number(0...199))
        }
        state[size.words - 1] = random.number(0...255) == 0 ? mask : state[size.words - 1] & mask
        expected.insert(state)
        fixture.send(state, from: round)
      }
      fixture.absorb()
      #expect(fixture.outboxes.waiting == 0)
    }
    let store = fixture.store
    #expect(store.count == expected.count)
    #expect(store.brokenInvariants() == [])
    #expect(
      expected.allSatisfy { state in store.index(of: state).map(store.state(at:)) == state })
    let other = [UInt64](repeating: 1 << 40, count: size.words)
    #expect(expected.contains(other) == (store.index(of: other) != nil))
  }

  @Test func knowsTheStateOfZeros() {
    for words in [1, 3] {
      let fixture = Fixture(words: words)
      fixture.send([UInt64](repeating: 0, count: words), from: 0)
      fixture.absorb()
      #expect(fixture.store.count == 1)
    }
  }

  @Test func keepsOrderAndFirstParent() {
    let fixture = Fixture(words: 1)
    let first = StateIndex(raw: 7)
    fixture.send([42], from: 3, parent: first)
    fixture.outboxes.send(
      [42], count: 1, from: 4, parent: StateIndex(raw: 8), recent: RecentStates(wordsPerState: 1))
    fixture.absorb()
    #expect(fixture.store.count == 1)
    #expect(fixture.store.index(of: [42]).map(fixture.store.parent) == first)
  }

  @Test(arguments: [1, 100, 254, 255, 256, 1 << 20, UInt32.max / 7])
  func keepsEveryParent(_ step: UInt32) {
    var log = ParentLog(in: Arena())
    var random = SplitMix64(seed: UInt64(step))
    var expected: [UInt32] = []
    for _ in 0..<30 {
      let begin = UInt32(random.number(0...15)) << 28
      var parent = begin
      let parents = (0..<random.number(0...600)).map { _ in
        parent &+= UInt32(random.number(0...3)) &* (step / 2)
        return parent
      }
      log.reserve(parents.count)
      log.append(parents, count: parents.count)
      expected += parents
    }
    let found = expected.indices.map { log.parent(of: $0).raw }
    #expect(found == expected)
  }

  @Test func forgetsExpandedStatesOfACompactStore() {
    let fixture = Fixture(words: 40, isCompact: true)
    let states = (0..<100_000).map { [UInt64](repeating: UInt64($0), count: 40) }
    var largest = 0
    for begin in stride(from: 0, to: states.count, by: 1_000) {
      for state in states[begin..<begin + 1_000] { fixture.send(state, from: 0) }
      let expanded = fixture.store.counts
      fixture.absorb()
      largest = max(largest, fixture.store.bytes)
      for (shard, count) in zip(fixture.store.shards, expanded) {
        shard.forgetStates(before: count)
      }
    }
    #expect(fixture.store.count == states.count)
    #expect(states.allSatisfy { fixture.store.index(of: $0) != nil })
    #expect(largest <= 50 * states.count)
  }

  @Test func isSmall() {
    let fixture = Fixture(words: 1, lastBits: 44)
    for state in 0..<UInt64(400_000) {
      fixture.send([state], from: 0, parent: StateIndex(shard: 0, position: Int(state)))
    }
    fixture.absorb()
    #expect(fixture.store.count == 400_000)
    #expect(fixture.store.bytes <= 20 * fixture.store.count)
  }
}
