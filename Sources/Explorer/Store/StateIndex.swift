/// The number of a stored state: its shard in the top 4 bits, its position in the shard below.
struct StateIndex: Hashable, Sendable, BitwiseCopyable, Comparable {
  static let shardCount = 16
  /// How many states a shard can hold; slots keep a position plus one in 28 bits.
  static let positionsPerShard = (1 << 28) - 2
  /// The parent of a start state.
  static let none = StateIndex(raw: .max)

  let raw: UInt32

  init(raw: UInt32) { self.raw = raw }

  init(shard: Int, position: Int) {
    raw = UInt32(truncatingIfNeeded: shard) &<< 28 | UInt32(truncatingIfNeeded: position)
  }

  var shard: Int { Int(raw &>> 28) }
  var position: Int { Int(raw & 0x0FFF_FFFF) }

  static func < (left: StateIndex, right: StateIndex) -> Bool { left.raw < right.raw }
}
