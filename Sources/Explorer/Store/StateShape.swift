import Model

/// The size of packed states: whole words where they are computed, as many bytes as their bits
/// need where they are kept.
struct StateShape: Hashable, Sendable {
  /// The 64-bit words of a state; at least 1.
  let words: Int
  /// The bytes that are kept of each.
  let bytes: Int
  /// The bits of the last word that a state may have.
  let lastMask: UInt64

  /// States of which the last word has its low `lastBits` bits used, 1 to 64.
  init(words: Int, lastBits: Int = 64) {
    self.words = words
    let lastBytes = (max(1, lastBits) + 7) / 8
    bytes = 8 * (words - 1) + lastBytes
    lastMask = lastBytes == 8 ? .max : (1 << UInt64(8 * lastBytes)) - 1
  }

  private init(bytesOfOneWord bytes: Int, _ mask: UInt64) {
    words = 1
    self.bytes = bytes
    lastMask = mask
  }

  /// The same shape, which has one word, so that the compiler knows that.
  @inline(__always)
  var ofOneWord: StateShape { StateShape(bytesOfOneWord: bytes, lastMask) }

  /// The states of a layout.
  init(_ layout: StateLayout) {
    let last = layout.cells.filter { $0.word == layout.wordCount - 1 }
    self.init(words: layout.wordCount, lastBits: last.map { $0.shift + $0.width }.max() ?? 1)
  }

  /// Copies a kept state.
  @inline(__always)
  func load(_ kept: UnsafeRawPointer, into state: UnsafeMutablePointer<UInt64>) {
    let last = words &- 1
    for word in 0..<last {
      state[word] = kept.loadUnaligned(fromByteOffset: 8 &* word, as: UInt64.self)
    }
    state[last] = kept.loadUnaligned(fromByteOffset: 8 &* last, as: UInt64.self) & lastMask
  }

  /// Keeps a state; writes up to 7 bytes more than it has.
  @inline(__always)
  func keep(_ state: UnsafePointer<UInt64>, at kept: UnsafeMutableRawPointer) {
    for word in 0..<words {
      kept.storeBytes(of: state[word], toByteOffset: 8 &* word, as: UInt64.self)
    }
  }

  /// Whether the state is the kept one.
  @inline(__always)
  func isSame(_ state: UnsafePointer<UInt64>, _ kept: UnsafeRawPointer) -> Bool {
    let last = words &- 1
    for word in 0..<last
    where state[word] != kept.loadUnaligned(fromByteOffset: 8 &* word, as: UInt64.self) {
      return false
    }
    return state[last]
      == kept.loadUnaligned(fromByteOffset: 8 &* last, as: UInt64.self) & lastMask
  }
}
