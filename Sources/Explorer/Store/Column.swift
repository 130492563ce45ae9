/// A growing row of entries of equal size, in chunks: it grows without moving anything, and its
/// oldest chunks can be given back.
///
/// An entry may be read and written as whole 64-bit words although its last one is cut off: what
/// lies behind it is the next entry or, behind the last of a chunk, room for that. So entries must
/// be written in order.
struct Column: ~Copyable {
  /// The bytes of an entry.
  let stride: Int
  /// An entry's chunk is its number shifted right by this.
  let shift: Int
  private let chunkBytes: Int
  private let arena: Arena
  private(set) var chunks: UnsafeMutablePointer<UnsafeMutableRawPointer>
  private var chunkCount = 0
  private var listCapacity = 16
  /// The chunks below this one were given back.
  private var firstChunk = 0

  /// Chunks of about `chunkBytes`.
  init(stride: Int, chunkBytes: Int, in arena: Arena) {
    self.stride = stride
    self.arena = arena
    shift = max(0, Int.bitWidth - 1 - max(1, chunkBytes / stride).leadingZeroBitCount)
    self.chunkBytes = (stride << shift + 8 + 15) / 16 * 16
    chunks = .allocate(capacity: listCapacity)
  }

  deinit {
    for chunk in firstChunk..<chunkCount { arena.giveBack(chunks[chunk], chunkBytes) }
    chunks.deallocate()
  }

  /// How many entries fit.
  var capacity: Int { chunkCount << shift }

  /// The bytes that entries up to `count` take; those given back do not count.
  func bytes(upTo count: Int) -> Int {
    let needed = (count + (1 << shift) - 1) >> shift
    return max(0, needed - firstChunk) * chunkBytes
  }

  /// The bytes that making room for `count` entries adds.
  func bytes(growingTo count: Int) -> Int {
    max(0, (count + (1 << shift) - 1) >> shift - chunkCount) * chunkBytes
  }

  /// Makes room for `count` entries.
  mutating func reserve(_ count: Int) {
    while capacity < count {
      if chunkCount == listCapacity { growList() }
      chunks[chunkCount] = arena.take(chunkBytes)
      chunkCount += 1
    }
  }

  /// Gives back the chunks that hold only entries before this one.
  mutating func release(before entry: Int) {
    while firstChunk < chunkCount, (firstChunk + 1) << shift <= entry {
      arena.giveBack(chunks[firstChunk], chunkBytes)
      firstChunk += 1
    }
  }

  @inline(__always)
  func address(of entry: Int) -> UnsafeMutableRawPointer {
    Self.address(of: entry, in: chunks, shift, stride)
  }

  @inline(__always)
  static func address(
    of entry: Int, in chunks: UnsafeMutablePointer<UnsafeMutableRawPointer>, _ shift: Int,
    _ stride: Int
  ) -> UnsafeMutableRawPointer {
    chunks[entry &>> shift] + (entry & ((1 &<< shift) &- 1)) &* stride
  }

  private mutating func growList() {
    let longer = UnsafeMutablePointer<UnsafeMutableRawPointer>.allocate(capacity: 2 * listCapacity)
    longer.update(from: chunks, count: chunkCount)
    chunks.deallocate()
    chunks = longer
    listCapacity *= 2
  }
}
