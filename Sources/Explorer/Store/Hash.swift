/// Hashing of packed states: one multiplication to 128 bits for each word, folded.
///
/// The top bits choose the shard, the low 32 bits the slot and the tag within it. The function is
/// fixed: shards, and with them the order of the search, must be the same in every run.
enum Hash {
  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

  @inline(__always)
  static func of(_ words: UnsafePointer<UInt64>, count: Int) -> UInt64 {
    var hash = seed
    for position in 0..<count { hash = fold(hash ^ words[position]) }
    return hash ^ (hash &>> 29)
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = (value ^ (value &>> 32)).multipliedFullWidth(by: factor)
    return product.high ^ product.low &* seed
  }

  @inline(__always)
  static func shard(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 60) }

  @inline(__always)
  static func slotHash(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }
}
