/// An open-addressing table of positions.
///
/// A slot is 32 bits: a position plus one in the low bits (0: empty), as many as positions need,
/// and above it a tag of the low bits of the hash, which spares most of the looks at states that
/// are not the one wanted. The home of a hash is its share of the table, so that the table may
/// have any size; at most 3 of 4 slots are taken.
struct SlotTable: ~Copyable {
  private let pages: Pages
  let slots: Int
  /// The bits of a position plus one.
  let positionBits: UInt32

  /// The fewest slots, and from where on a table grows by half instead of doubling.
  private static let least = 1_024
  private static let large = 1 << 19

  /// An empty table for this many positions and some more.
  init(for count: Int) {
    slots = Self.slots(for: count)
    positionBits = UInt32(Int.bitWidth - Self.room(in: slots).leadingZeroBitCount)
    pages = Pages(4 * slots)
  }

  var base: UnsafeMutablePointer<UInt32> { pages.base.assumingMemoryBound(to: UInt32.self) }
  var bytes: Int { pages.bytes }
  /// How many positions it takes.
  var room: Int { Self.room(in: slots) }

  static func room(in slots: Int) -> Int { slots / 4 * 3 }

  /// The slots of the table that holds this many positions; of all tables that grew one by one.
  static func slots(for count: Int) -> Int {
    var slots = least
    while room(in: slots) < count { slots = slots < large ? 2 * slots : slots / 2 * 3 }
    return slots
  }
}

/// A table while it is used: plain values, so that the hot loops check nothing.
struct SlotView {
  let base: UnsafeMutablePointer<UInt32>
  let slots: UInt64
  let positionBits: UInt32

  init(_ table: borrowing SlotTable) {
    base = table.base
    slots = UInt64(table.slots)
    positionBits = table.positionBits
  }

  @inline(__always)
  func home(of hash: UInt32) -> Int { Int((UInt64(hash) &* slots) &>> 32) }

  @inline(__always)
  func next(_ place: Int) -> Int { place &+ 1 == Int(slots) ? 0 : place &+ 1 }

  /// Whether a slot that is not empty has the tag of this hash.
  @inline(__always)
  func mayBe(_ slot: UInt32, _ hash: UInt32) -> Bool {
    (slot ^ hash &<< positionBits) &>> positionBits == 0
  }

  @inline(__always)
  func position(in slot: UInt32) -> Int {
    Int(slot & ((1 &<< positionBits) &- 1)) &- 1
  }

  @inline(__always)
  func slot(for position: Int, _ hash: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: position &+ 1) | hash &<< positionBits
  }

  /// The first place from the home of the hash on that is empty or has its tag.
  @inline(__always)
  func first(_ hash: UInt32) -> Int {
    var place = home(of: hash)
    while true {
      let slot = base[place]
      if slot == 0 || mayBe(slot, hash) { return place }
      place = next(place)
    }
  }

  /// Enters a position that is not there; for growth.
  @inline(__always)
  func enter(_ position: Int, _ hash: UInt32) {
    var place = home(of: hash)
    while base[place] != 0 { place = next(place) }
    base[place] = slot(for: position, hash)
  }
}
