/// The parents of a shard's states, in about a byte each.
///
/// States come in the order of their parents, source shard by source shard and round by round. So
/// most parents are the one before plus a little, which a byte holds; the others are *anchors*,
/// kept in full beside. A parent is found by adding up from the last anchor before it.
struct ParentLog: ~Copyable {
  /// The difference to the parent before; `anchorMark` where there is an anchor.
  private var deltas: Column
  /// The position of an anchor in the high half, its parent in the low half.
  private var anchors: Column
  private(set) var anchorCount = 0
  private var count = 0
  private var last: UInt32 = 0

  private static let anchorMark: UInt8 = 255
  /// There is an anchor at least at every multiple of this.
  private static let anchorDistance = 4_096

  init(in arena: Arena) {
    deltas = Column(stride: 1, chunkBytes: 1 << 14, in: arena)
    anchors = Column(stride: 8, chunkBytes: 1 << 12, in: arena)
  }

  var bytes: Int { deltas.bytes(upTo: count) + anchors.bytes(upTo: anchorCount) }

  /// The bytes that making room for this many more adds, at worst.
  func bytes(growingBy more: Int) -> Int {
    deltas.bytes(growingTo: count + more) + anchors.bytes(growingTo: anchorCount + more)
  }

  /// Makes room for this many more.
  mutating func reserve(_ more: Int) {
    deltas.reserve(count + more)
    anchors.reserve(anchorCount + more)
  }

  /// Adds the parents of the next states, for which there is room.
  mutating func append(_ parents: UnsafePointer<UInt32>, count more: Int) {
    var last = last
    for position in 0..<more {
      let parent = parents[position]
      let delta = parent &- last
      let mustAnchor = delta >= UInt32(Self.anchorMark) || count % Self.anchorDistance == 0
      let mark = mustAnchor ? Self.anchorMark : UInt8(truncatingIfNeeded: delta)
      deltas.address(of: count).storeBytes(of: mark, as: UInt8.self)
      if mustAnchor { appendAnchor(parent) }
      last = parent
      count &+= 1
    }
    self.last = last
  }

  private mutating func appendAnchor(_ parent: UInt32) {
    anchors.address(of: anchorCount)
      .storeBytes(of: UInt64(count) &<< 32 | UInt64(parent), as: UInt64.self)
    anchorCount += 1
  }

  /// The parent of a state that was added.
  func parent(of position: Int) -> StateIndex {
    var sum: UInt32 = 0
    var place = position
    while true {
      let delta = deltas.address(of: place).load(as: UInt8.self)
      if delta == Self.anchorMark { break }
      sum &+= UInt32(delta)
      place -= 1
    }
    return StateIndex(raw: anchor(at: place) &+ sum)
  }

  /// The anchor of a position that has one, by bisection.
  private func anchor(at position: Int) -> UInt32 {
    var range = 0..<anchorCount
    while true {
      let middle = (range.lowerBound + range.upperBound) / 2
      let anchor = anchors.address(of: middle).load(as: UInt64.self)
      let found = Int(anchor &>> 32)
      if found == position { return UInt32(truncatingIfNeeded: anchor) }
      range = found < position ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
  }
}
