/// One sixteenth of the seen states: the states in the order of their discovery, a parent for
/// each, and an open-addressing table that finds them.
///
/// A slot of the table is 32 bits: a position plus one in the low 28 bits (0: empty) and a tag of
/// 4 hash bits above it, which spares most of the looks at states that are not the one wanted. At
/// most 7 of 10 slots are taken, so a state of one word costs 8 bytes, 4 for its parent and 6 to
/// 12 for its slot.
///
/// Ownership: during expansion all tasks may read, none writes; during absorption exactly one
/// task touches a shard; between the phases the search alone does.
final class Shard: @unchecked Sendable {
  let number: Int
  let wordsPerState: Int
  private(set) var count = 0
  private var words: Block<UInt64>
  private var parents: Block<UInt32>
  private var table: Block<UInt32>
  private var mask: UInt32
  /// What a batch found on its first look.
  private let slots = Block<UInt32>(capacity: Shard.batch)
  private let seen = Block<UInt64>(capacity: Shard.batch)

  fileprivate static let positionMask: UInt32 = 0x0FFF_FFFF
  fileprivate static let tagMask: UInt32 = 0xF000_0000
  /// How many states are looked up together: as many memory reads as a core keeps in flight.
  private static let batch = 32

  /// The memory of a shard while a batch goes in: plain pointers, so that the loops below check
  /// nothing.
  fileprivate struct View {
    let words: UnsafeMutablePointer<UInt64>
    let parents: UnsafeMutablePointer<UInt32>
    let table: UnsafeMutablePointer<UInt32>
    let mask: UInt32
    let wordsPerState: Int
  }

  init(number: Int, wordsPerState: Int) {
    self.number = number
    self.wordsPerState = wordsPerState
    words = Block(capacity: 64 * wordsPerState)
    parents = Block(capacity: 64)
    table = Block(zeroed: 128)
    mask = 127
  }

  var bytes: Int { words.bytes + parents.bytes + table.bytes }

  /// The bytes after `more` further states at worst, a table twice the size included.
  func bytes(after more: Int) -> Int {
    let slots = Int(mask) + 1
    let grows = !Self.fits(count + more, in: slots)
    return bytes + (grows ? 2 * table.bytes : 0)
      + (count + more > parents.capacity ? (words.bytes + parents.bytes) / 4 : 0)
  }

  /// The words of a stored state; valid until the next absorption.
  @inline(__always)
  func state(at position: Int) -> UnsafePointer<UInt64> {
    UnsafePointer(words.base + position &* wordsPerState)
  }

  func parent(of position: Int) -> StateIndex { StateIndex(raw: parents.base[position]) }

  /// Whether there is room for this many more states.
  func canTake(_ more: Int) -> Bool { count + more <= StateIndex.positionsPerShard }

  /// Adds the states of a box that are not here yet, in its order, and empties it.
  func absorb(_ box: UnsafeMutablePointer<Outboxes.Box>) {
    let stride = wordsPerState + 1
    var remaining = box.pointee.wordCount / stride
    var entry = UnsafePointer(box.pointee.words)
    box.pointee.wordCount = 0
    while remaining > 0 {
      let size = min(Self.batch, remaining)
      reserve(size)
      let view = View(
        words: words.base, parents: parents.base, table: table.base, mask: mask,
        wordsPerState: wordsPerState)
      view.touch(entry, count: size, slots: slots.base, seen: seen.base)
      var count = count
      for position in 0..<size {
        view.absorb(entry + position &* stride, from: slots.base[position], &count)
      }
      self.count = count
      entry += size &* stride
      remaining &-= size
    }
  }

  /// The position of a state, or nil when it is not here.
  func position(of state: UnsafePointer<UInt64>, slotHash: UInt32) -> Int? {
    var position = slotHash & mask
    while true {
      let slot = table.base[Int(position)]
      if slot == 0 { return nil }
      let candidate = Int(slot & Self.positionMask) - 1
      if (slot ^ slotHash) & Self.tagMask == 0, equal(state, self.state(at: candidate)) {
        return candidate
      }
      position = (position &+ 1) & mask
    }
  }

  @inline(__always)
  private func equal(_ left: UnsafePointer<UInt64>, _ right: UnsafePointer<UInt64>) -> Bool {
    for word in 0..<wordsPerState where left[word] != right[word] { return false }
    return true
  }

  private static func fits(_ count: Int, in slots: Int) -> Bool { count * 10 <= slots * 7 }

  private func reserve(_ more: Int) {
    words.reserve((count + more) * wordsPerState)
    parents.reserve(count + more)
    if !Self.fits(count + more, in: Int(mask) + 1) { growTable() }
  }

  /// Doubles the table. The old one goes first: the states themselves say where they belong.
  private func growTable() {
    let slots = (Int(mask) + 1) * 2
    table = Block(capacity: 0)
    table = Block(zeroed: slots)
    mask = UInt32(slots - 1)
    let table = table.base
    for index in 0..<count {
      let hash = Hash.slotHash(of: Hash.of(state(at: index), count: wordsPerState))
      var position = hash & mask
      while table[Int(position)] != 0 { position = (position &+ 1) & mask }
      table[Int(position)] = UInt32(truncatingIfNeeded: index &+ 1) | hash & Self.tagMask
    }
  }
}

extension Shard.View {
  /// Reads the slots, then the states that they point to, without waiting for one before asking
  /// for the next; `absorb` then finds all of them in the cache. Afterwards `slots` says for each
  /// entry where the first slot is that may be its own.
  @inline(__always)
  func touch(
    _ entries: UnsafePointer<UInt64>, count: Int, slots: UnsafeMutablePointer<UInt32>,
    seen: UnsafeMutablePointer<UInt64>
  ) {
    for position in 0..<count {
      let link = entries[position &* (wordsPerState &+ 1) &+ wordsPerState]
      slots[position] = table[Int(UInt32(truncatingIfNeeded: link) & mask)]
    }
    for position in 0..<count {
      let link = entries[position &* (wordsPerState &+ 1) &+ wordsPerState]
      let (place, slot) = find(UInt32(truncatingIfNeeded: link))
      slots[position] = place
      let candidate = Int(slot & Shard.positionMask)
      seen[position] = words[(candidate == 0 ? 0 : candidate &- 1) &* wordsPerState]
    }
  }

  /// The first slot that is empty or has the tag of the hash, and what is in it.
  @inline(__always)
  private func find(_ hash: UInt32) -> (place: UInt32, slot: UInt32) {
    var place = hash & mask
    while true {
      let slot = table[Int(place)]
      if slot == 0 || (slot ^ hash) & Shard.tagMask == 0 { return (place, slot) }
      place = (place &+ 1) & mask
    }
  }

  /// Adds a state unless it is there, looking from a slot on that `touch` found.
  @inline(__always)
  func absorb(_ entry: UnsafePointer<UInt64>, from first: UInt32, _ count: inout Int) {
    let link = entry[wordsPerState]
    let hash = UInt32(truncatingIfNeeded: link)
    var place = first
    while true {
      let slot = table[Int(place)]
      if slot == 0 { break }
      if (slot ^ hash) & Shard.tagMask == 0,
        isSame(entry, at: Int(slot & Shard.positionMask) &- 1)
      {
        return
      }
      place = (place &+ 1) & mask
    }
    table[Int(place)] = UInt32(truncatingIfNeeded: count &+ 1) | hash & Shard.tagMask
    let target = words + count &* wordsPerState
    for word in 0..<wordsPerState { target[word] = entry[word] }
    parents[count] = UInt32(truncatingIfNeeded: link &>> 32)
    count &+= 1
  }

  @inline(__always)
  private func isSame(_ entry: UnsafePointer<UInt64>, at position: Int) -> Bool {
    let state = words + position &* wordsPerState
    for word in 0..<wordsPerState where entry[word] != state[word] { return false }
    return true
  }
}
