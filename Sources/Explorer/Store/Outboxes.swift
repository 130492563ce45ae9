/// States on their way from shard to shard, one box for each pair: for each state its words, then
/// one word with the parent in the high and the slot hash in the low half.
///
/// The boxes of a source shard are written by the task that expands it, those for a destination
/// are drained by the task that absorbs it; the two phases never overlap.
final class Outboxes: @unchecked Sendable {
  /// One box. It owns its memory.
  struct Box: BitwiseCopyable {
    var words: UnsafeMutablePointer<UInt64>
    var wordCount: Int
    var capacity: Int
  }

  /// Boxes by source, then by destination.
  let boxes: UnsafeMutablePointer<Box>
  let wordsPerState: Int
  private static let count = StateIndex.shardCount * StateIndex.shardCount

  init(wordsPerState: Int) {
    self.wordsPerState = wordsPerState
    boxes = .allocate(capacity: Self.count)
    for position in 0..<Self.count {
      (boxes + position).initialize(
        to: Box(words: .allocate(capacity: 64), wordCount: 0, capacity: 64))
    }
  }

  deinit {
    for position in 0..<Self.count { boxes[position].words.deallocate() }
    boxes.deallocate()
  }

  /// The words that an entry takes.
  var stride: Int { wordsPerState + 1 }

  var bytes: Int { (0..<Self.count).reduce(0) { $0 + boxes[$1].capacity * 8 } }

  /// The number of states under way.
  var waiting: Int { (0..<Self.count).reduce(0) { $0 + boxes[$1].wordCount } / stride }

  /// The number of states under way to a shard.
  func waiting(for destination: Int) -> Int {
    (0..<StateIndex.shardCount).reduce(0) { $0 + box(from: $1, to: destination).pointee.wordCount }
      / stride
  }

  @inline(__always)
  func box(from source: Int, to destination: Int) -> UnsafeMutablePointer<Box> {
    boxes + (source &* StateIndex.shardCount &+ destination)
  }

  /// Sends states to their shards, but for those that the worker sent lately.
  @inline(never)
  func send(
    _ states: UnsafePointer<UInt64>, count: Int, from source: Int, parent: StateIndex,
    recent: RecentStates
  ) {
    // Where the number of words is known there are no loops over them.
    if wordsPerState == 1 {
      send(states, count: count, words: 1, box(from: source, to: 0), parent, recent)
    } else {
      send(states, count: count, words: wordsPerState, box(from: source, to: 0), parent, recent)
    }
  }

  /// Sends states of this many words. All of them are hashed first, so that what may be known of
  /// each is on its way from the memory while the others are.
  @inline(__always)
  private func send(
    _ states: UnsafePointer<UInt64>, count: Int, words: Int,
    _ boxes: UnsafeMutablePointer<Box>, _ parent: StateIndex, _ recent: RecentStates
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { hashes in
      for position in 0..<count {
        hashes[position] = Hash.of(states + position &* words, count: words)
        recent.prefetch(hashes[position], words: words)
      }
      for position in 0..<count {
        send(
          states + position &* words, words: words, hashes[position], boxes, parent, recent)
      }
    }
  }

  @inline(__always)
  private func send(
    _ state: UnsafePointer<UInt64>, words: Int, _ hash: UInt64,
    _ boxes: UnsafeMutablePointer<Box>, _ parent: StateIndex, _ recent: RecentStates
  ) {
    let box = boxes + Hash.shard(of: hash)
    let begin = box.pointee.wordCount
    if begin &+ words >= box.pointee.capacity { grow(box) }
    let target = box.pointee.words + begin
    for word in 0..<words { target[word] = state[word] }
    target[words] = UInt64(parent.raw) &<< 32 | UInt64(Hash.slotHash(of: hash))
    // Written in any case: which ones were sent cannot be foreseen.
    box.pointee.wordCount = begin &+ (recent.wasSent(state, words: words, hash) ? 0 : words &+ 1)
  }

  @inline(never)
  private func grow(_ box: UnsafeMutablePointer<Box>) {
    let capacity = 2 * box.pointee.capacity + stride
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    words.update(from: box.pointee.words, count: box.pointee.wordCount)
    box.pointee.words.deallocate()
    box.pointee.words = words
    box.pointee.capacity = capacity
  }
}

extension Outboxes {
  /// The states under way to a shard, source by source.
  struct Arrivals {
    private var box: UnsafeMutablePointer<Box>
    private var entry: UnsafePointer<UInt64>
    private var end: UnsafePointer<UInt64>

    fileprivate init(_ first: UnsafeMutablePointer<Box>) {
      box = first
      entry = UnsafePointer(first.pointee.words)
      end = entry + first.pointee.wordCount
    }

    /// The entry after those that were given before; there must be one.
    @inline(__always)
    mutating func next(stride: Int) -> UnsafePointer<UInt64> {
      while entry == end {
        box += StateIndex.shardCount
        entry = UnsafePointer(box.pointee.words)
        end = entry + box.pointee.wordCount
      }
      defer { entry += stride }
      return entry
    }
  }

  /// What is under way to a shard.
  func arrivals(at destination: Int) -> Arrivals { Arrivals(box(from: 0, to: destination)) }

  /// Empties the boxes for a shard.
  func clear(for destination: Int) {
    for source in 0..<StateIndex.shardCount {
      box(from: source, to: destination).pointee.wordCount = 0
    }
  }
}
