import CNative

// The hot loops of the store. Nearly every read of the table and of a record misses the caches,
// so a batch goes over its entries three times: it asks for their slots, it asks for the records
// that the slots point to, and it compares and adds.

extension Shard.View {
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

  /// Adds those of `count` entries that are not there after the first `before` states. There must
  /// be room in every respect.
  ///
  /// - Returns: How many were added; their parents are in `parents`.
  @inline(__always)
  func absorb(
    _ entries: UnsafePointer<UInt64>, count: Int, after before: Int,
    places: UnsafeMutablePointer<Int>, parents: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let stride = shape.words &+ 1
    let distance = Self.distance
    var new = 0
    for position in 0..<count &+ 2 &* distance {
      if position < count {
        let link = entries[position &* stride &+ shape.words]
        machine_prefetch(slots.base + slots.home(of: UInt32(truncatingIfNeeded: link)))
      }
      let second = position &- distance
      if second >= 0, second < count {
        let link = entries[second &* stride &+ shape.words]
        let place = slots.first(UInt32(truncatingIfNeeded: link))
        places[second] = place
        let slot = slots.base[place]
        if slot != 0 { machine_prefetch(record(slots.position(in: slot))) }
      }
      let third = second &- distance
      if third >= 0 {
        let entry = entries + third &* stride
        if let place = missing(entry, from: places[third]) {
          add(entry, at: before &+ new, place)
          parents[new] = UInt32(truncatingIfNeeded: entry[shape.words] &>> 32)
          new &+= 1
        }
      }
    }
    return new
  }

  /// Where the slot of a state is to be, or nil when it is there; `first` is the first place that
  /// may be its own.
  @inline(__always)
  private func missing(_ entry: UnsafePointer<UInt64>, from first: Int) -> Int? {
    let hash = UInt32(truncatingIfNeeded: entry[shape.words])
    var place = first
    while true {
      let slot = slots.base[place]
      if slot == 0 { return place }
      if slots.mayBe(slot, hash), isSame(entry, at: slots.position(in: slot)) { return nil }
      place = slots.next(place)
    }
  }

  @inline(__always)
  private func add(_ entry: UnsafePointer<UInt64>, at position: Int, _ place: Int) {
    slots.base[place] =
      slots.slot(for: position, UInt32(truncatingIfNeeded: entry[shape.words]))
    guard isCompact else { return shape.keep(entry, at: record(position)) }
    record(position).storeBytes(of: Hash.of(entry, count: shape.words), as: UInt64.self)
    shape.keep(
      entry, at: Column.address(of: position, in: frontier, frontierShift, shape.bytes))
  }

  /// Enters the first `count` records into an empty table.
  func enterAll(_ count: Int, hashes: UnsafeMutablePointer<Int>, batch: Int) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: shape.words) { state in
      let state = state.baseAddress!
      var begin = 0
      while begin < count {
        let size = min(batch, count &- begin)
        for offset in 0..<size {
          let hash = slotHash(at: begin &+ offset, state)
          hashes[offset] = Int(hash)
          machine_prefetch(slots.base + slots.home(of: hash))
        }
        for offset in 0..<size {
          slots.enter(begin &+ offset, UInt32(truncatingIfNeeded: hashes[offset]))
        }
        begin &+= size
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
