/// States on their way from one shard to another: for each its words, then one word with the
/// parent in the high and the slot hash in the low half.
///
/// Written by the task that expands the source shard, drained by the task that absorbs for the
/// destination shard; the two phases never overlap.
final class Outbox: @unchecked Sendable {
  private var block = Block<UInt64>(capacity: 0)
  private(set) var wordCount = 0
  let wordsPerState: Int

  init(wordsPerState: Int) { self.wordsPerState = wordsPerState }

  var stride: Int { wordsPerState + 1 }
  var count: Int { wordCount / stride }
  var bytes: Int { block.bytes }
  var base: UnsafeMutablePointer<UInt64> { block.base }

  func empty() { wordCount = 0 }

  @inline(__always)
  func append(_ words: UnsafePointer<UInt64>, parent: StateIndex, slotHash: UInt32) {
    let end = wordCount &+ wordsPerState
    if end >= block.capacity { block.reserve(max(512, end &+ 1)) }
    let target = block.base
    var position = wordCount
    var source = words
    while position < end {
      target[position] = source.pointee
      position &+= 1
      source += 1
    }
    target[end] = UInt64(parent.raw) &<< 32 | UInt64(slotHash)
    wordCount = end &+ 1
  }
}
