import CNative

/// An open-addressing table of positions.
///
/// A slot is 32 bits: a position plus one in the low bits (0: empty), as many as positions need,
/// and above it a tag of the low bits of the hash, which spares most of the looks at states that
/// are not the one wanted. Slots are in groups, each a line of the cache that is filled from its
/// beginning and looked at as a whole; a full group overflows into the next. The home of a hash is
/// its share of the groups, so that the table may have any size; at most 3 of 4 slots are taken.
struct SlotTable: ~Copyable {
  private let pages: Pages
  let slots: Int
  /// The bits of a position plus one.
  let positionBits: UInt32

  /// The slots of a group.
  static let group = machine_group
  /// The fewest slots, and from where on a table grows by half instead of doubling.
  private static let least = 1_024
  private static let large = 1 << 19

  /// An empty table for this many positions and some more.
  init(for count: Int) {
    slots = Self.slots(for: count)
    positionBits = UInt32(Int.bitWidth - Self.room(in: slots).leadingZeroBitCount)
    pages = Pages(4 * slots, willBeUsed: true)
  }

  var base: UnsafeMutablePointer<UInt32> { pages.base.assumingMemoryBound(to: UInt32.self) }
  var bytes: Int { pages.bytes }
  /// How many positions it takes.
  var room: Int { Self.room(in: slots) }

  static func room(in slots: Int) -> Int { slots / 4 * 3 }

  /// The slots of the table that holds this many positions; of all tables that grew one by one.
  static func slots(for count: Int) -> Int {
    var slots = least
    while room(in: slots) < count {
      slots = slots < large ? 2 * slots : slots / (2 * group) * (3 * group)
    }
    return slots
  }
}

/// A table while it is used: plain values, so that the hot loops check nothing.
struct SlotView {
  let base: UnsafeMutablePointer<UInt32>
  let positionBits: UInt32
  private let groups: UInt64

  init(_ table: borrowing SlotTable) {
    base = table.base
    positionBits = table.positionBits
    groups = UInt64(table.slots / SlotTable.group)
  }

  /// The first slot of the group that a hash belongs to.
  @inline(__always)
  func home(of hash: UInt32) -> Int {
    Int((UInt64(hash) &* groups) &>> 32) &* SlotTable.group
  }

  /// The first slot of the next group.
  @inline(__always)
  func next(_ home: Int) -> Int {
    home &+ SlotTable.group == Int(groups) &* SlotTable.group ? 0 : home &+ SlotTable.group
  }

  /// The slots of a group, as bits, that are not empty and have the tag of this hash.
  @inline(__always)
  func candidates(_ hash: UInt32, in home: Int) -> UInt32 {
    let tagged = machine_matches(base + home, hash &<< positionBits, positionBits)
    return tagged & (vacancies(in: home) ^ 0xFFFF)
  }

  /// The slots of a group, as bits, that are empty.
  @inline(__always)
  func vacancies(in home: Int) -> UInt32 { machine_matches(base + home, 0, 0) }

  @inline(__always)
  func position(in slot: UInt32) -> Int {
    Int(slot & ((1 &<< positionBits) &- 1)) &- 1
  }

  @inline(__always)
  func slot(for position: Int, _ hash: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: position &+ 1) | hash &<< positionBits
  }

  /// In the home of a hash, the first place with its tag; without one the first that is empty;
  /// without that any.
  @inline(__always)
  func guess(_ hash: UInt32) -> Int {
    let home = home(of: hash)
    let vacancies = vacancies(in: home)
    let tagged = machine_matches(base + home, hash &<< positionBits, positionBits)
    let candidates = tagged & (vacancies ^ 0xFFFF)
    let wanted = candidates != 0 ? candidates : vacancies
    return home &+ (wanted.trailingZeroBitCount & (SlotTable.group &- 1))
  }

  /// The place of the position of this hash that is the one wanted, or else where it is to be.
  @inline(__always)
  func place(_ hash: UInt32, _ isWanted: (Int) -> Bool) -> Int {
    var home = home(of: hash)
    while true {
      var candidates = candidates(hash, in: home)
      while candidates != 0 {
        let place = home &+ candidates.trailingZeroBitCount
        if isWanted(position(in: base[place])) { return place }
        candidates &= candidates &- 1
      }
      let vacancies = vacancies(in: home)
      if vacancies != 0 { return home &+ vacancies.trailingZeroBitCount }
      home = next(home)
    }
  }

  /// Enters a position that is not there; for growth.
  @inline(__always)
  func enter(_ position: Int, _ hash: UInt32) {
    var home = home(of: hash)
    var vacancies = vacancies(in: home)
    while vacancies == 0 {
      home = next(home)
      vacancies = self.vacancies(in: home)
    }
    base[home &+ vacancies.trailingZeroBitCount] = slot(for: position, hash)
  }
}
