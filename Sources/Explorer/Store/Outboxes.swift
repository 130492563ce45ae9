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

  /// Sends a state to its shard, unless the worker sent it lately.
  @inline(__always)
  func send(
    _ words: UnsafePointer<UInt64>, from source: Int, parent: StateIndex, recent: RecentStates
  ) {
    let hash = Hash.of(words, count: wordsPerState)
    if recent.wasSent(words, hash) { return }
    let box = box(from: source, to: Hash.shard(of: hash))
    let begin = box.pointee.wordCount
    let end = begin &+ wordsPerState
    if end >= box.pointee.capacity { grow(box) }
    let target = box.pointee.words + begin
    for word in 0..<wordsPerState { target[word] = words[word] }
    target[wordsPerState] = UInt64(parent.raw) &<< 32 | UInt64(Hash.slotHash(of: hash))
    box.pointee.wordCount = end &+ 1
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
