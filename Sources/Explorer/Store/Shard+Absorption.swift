import CNative

// The hot loops of the store. Nearly every read of the table and of a record misses the caches,
// so three passes follow each other at a distance: one asks for the slots of an entry, one for the
// record that its slot points to, and one compares and adds.

extension Shard.View {
  /// An entry between the passes.
  private struct Pending {
    var entry: UnsafePointer<UInt64>
    var place: Int
  }

  /// How many entries may be between the passes; a power of two above twice the distance.
  private static let ring = 64
  /// How many entries the requests of the first two passes are ahead.
  private static let distance = 24

  @inline(__always)
  private func record(_ position: Int) -> UnsafeMutableRawPointer {
    Column.address(of: position, in: records, recordShift, recordStride)
  }

  /// Whether the record at a position is that of the state.
  @inline(__always)
  func isSame(_ state: UnsafePointer<UInt64>, at position: Int) -> Bool {
    if isCompact {
      return Hash.of(state, count: shape.words)
        == record(position).loadUnaligned(as: UInt64.self)
    }
    return shape.isSame(state, record(position))
  }

  /// Adds those of the next `count` arrivals that are not there after the first `before` states.
  /// There must be room in every respect.
  ///
  /// - Returns: How many were added; their parents are in `parents`.
  func absorb(
    _ arrivals: inout Outboxes.Arrivals, count: Int, after before: Int,
    parents: UnsafeMutablePointer<UInt32>
  ) -> Int {
    guard !isCompact, shape.words == 1 else {
      return absorbEach(of: &arrivals, count, before, parents)
    }
    // Where that is known there are no loops over words.
    var view = self
    view.isCompact = false
    view.shape = shape.ofOneWord
    return view.absorbEach(of: &arrivals, count, before, parents)
  }

  @inline(__always)
  private func absorbEach(
    of arrivals: inout Outboxes.Arrivals, _ count: Int, _ before: Int,
    _ parents: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let distance = Self.distance
    var coming = arrivals
    var next = before
    withUnsafeTemporaryAllocation(of: Pending.self, capacity: Self.ring) { ring in
      let ring = ring.baseAddress!
      for position in 0..<count &+ 2 &* distance {
        if position < count {
          let entry = coming.next(stride: shape.words &+ 1)
          ring[position & (Self.ring &- 1)].entry = entry
          machine_prefetch(slots.base + slots.home(of: slotHash(of: entry)))
        }
        let second = position &- distance
        if second >= 0, second < count {
          let pending = ring + (second & (Self.ring &- 1))
          let place = slots.guess(slotHash(of: pending.pointee.entry))
          pending.pointee.place = place
          machine_prefetch(record(max(0, slots.position(in: slots.base[place]))))
        }
        let third = second &- distance
        if third >= 0 {
          let pending = ring[third & (Self.ring &- 1)]
          parents[next &- before] = UInt32(
            truncatingIfNeeded: pending.entry[shape.words] &>> 32)
          next &+= add(pending.entry, at: next, guess: pending.place) ? 1 : 0
        }
      }
    }
    arrivals = coming
    return next &- before
  }

  /// Adds a state at this position unless it is there; whether it did.
  ///
  /// Whether a state is new cannot be foreseen, and a branch that is foretold wrongly takes as long
  /// as all the rest. So it is written in any case, where the next one overwrites it if need be,
  /// and compared in any case, with itself when there is nothing else.
  @inline(__always)
  private func add(_ entry: UnsafePointer<UInt64>, at position: Int, guess: Int) -> Bool {
    write(entry, at: position)
    var place = guess
    var slot = slots.base[place]
    if !isSame(entry, at: slot == 0 ? position : slots.position(in: slot)) {
      place = slots.place(slotHash(of: entry)) { isSame(entry, at: $0) }
      slot = slots.base[place]
    }
    slots.base[place] = slot == 0 ? slots.slot(for: position, slotHash(of: entry)) : slot
    return slot == 0
  }

  @inline(__always)
  private func slotHash(of entry: UnsafePointer<UInt64>) -> UInt32 {
    UInt32(truncatingIfNeeded: entry[shape.words])
  }

  @inline(__always)
  private func write(_ entry: UnsafePointer<UInt64>, at position: Int) {
    guard isCompact else { return shape.keep(entry, at: record(position)) }
    record(position).storeBytes(of: Hash.of(entry, count: shape.words), as: UInt64.self)
    shape.keep(
      entry, at: Column.address(of: position, in: frontier, frontierShift, shape.bytes))
  }

  /// Enters the first `count` records into an empty table.
  func enterAll(_ count: Int) {
    let batch = 512
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: shape.words) { state in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: batch) { hashes in
        var begin = 0
        while begin < count {
          let size = min(batch, count &- begin)
          for offset in 0..<size {
            let hash = slotHash(at: begin &+ offset, state.baseAddress!)
            hashes[offset] = hash
            machine_prefetch(slots.base + slots.home(of: hash))
          }
          for offset in 0..<size { slots.enter(begin &+ offset, hashes[offset]) }
          begin &+= size
        }
      }
    }
  }

  @inline(__always)
  private func slotHash(at position: Int, _ state: UnsafeMutablePointer<UInt64>) -> UInt32 {
    if isCompact {
      return Hash.slotHash(of: record(position).loadUnaligned(as: UInt64.self))
    }
    shape.load(record(position), into: state)
    return Hash.slotHash(of: Hash.of(state, count: shape.words))
  }
}
