/// Takes a packed state to the representative of its orbit: of all states that differ from it
/// only in the names of scalarset members, always the same one.
///
/// Members get colours that no renaming changes: from the values of their own cells first, then
/// round by round from the colours of the members that they share cells with, until no round
/// tells more members apart. Members sorted by colour are then renamed in that order. Members
/// that still have one colour are mostly interchangeable: swapping two of them changes nothing,
/// and their order does not matter. Where that is not so, each of them is told apart from the
/// others in turn, and of all results the least state is the representative. This is
/// individualisation and refinement, as programs for graph isomorphism do it (McKay, Piperno:
/// Practical graph isomorphism II, 2014).
///
/// Colours are hashes. If two collide, members look alike that are not; that costs time only.
///
/// Trying all permutations instead takes `n!` times as long as one; sorting by own values alone
/// leaves several representatives for some orbits.
final class Canonicalizer: @unchecked Sendable {
  // @unchecked: owned by one expander or one task at a time, like its memory.
  let tables: SymmetryTables
  private let members: Int
  private let participants: Int
  private let entries: Int
  /// The raw value of each entry's cell in the state under way.
  private let raws: UnsafeMutablePointer<UInt64>
  /// A row of colours for each level of the search.
  private let colours: UnsafeMutablePointer<UInt64>
  /// The members of each class by colour, a row for each level of the search.
  private let orders: UnsafeMutablePointer<Int32>
  private let sums: UnsafeMutablePointer<UInt64>
  private let permutation: UnsafeMutablePointer<Int32>
  private let swap: UnsafeMutablePointer<Int32>
  private let candidate: UnsafeMutablePointer<UInt64>
  private let best: UnsafeMutablePointer<UInt64>
  private let hasBest: UnsafeMutablePointer<Bool>
  /// The permutation that took the last state to its representative.
  let chosen: UnsafeMutablePointer<Int32>

  init(_ tables: SymmetryTables) {
    self.tables = tables
    members = tables.memberCount
    participants = tables.participantCount
    entries = tables.entryCount
    raws = .allocate(capacity: max(1, entries))
    colours = .allocate(capacity: max(1, participants * (members + 1)))
    orders = .allocate(capacity: max(1, members * (members + 1)))
    sums = .allocate(capacity: max(1, participants))
    permutation = .allocate(capacity: max(1, participants))
    swap = .allocate(capacity: max(1, participants))
    chosen = .allocate(capacity: max(1, participants))
    candidate = .allocate(capacity: tables.wordCount)
    best = .allocate(capacity: tables.wordCount)
    hasBest = .allocate(capacity: 1)
    hasBest.initialize(to: false)
    for participant in 0..<participants {
      permutation[participant] = Int32(participant)
      swap[participant] = Int32(participant)
      chosen[participant] = Int32(participant)
    }
  }

  deinit {
    raws.deallocate()
    colours.deallocate()
    orders.deallocate()
    sums.deallocate()
    permutation.deallocate()
    swap.deallocate()
    chosen.deallocate()
    candidate.deallocate()
    best.deallocate()
    hasBest.deallocate()
  }

  /// Replaces the state by the representative of its orbit.
  func canonicalize(_ state: UnsafeMutablePointer<UInt64>) {
    guard members > 0 else { return }
    load(state)
    colour()
    hasBest.pointee = false
    search(0, state)
    for word in 0..<tables.wordCount { state[word] = best[word] }
  }

  /// The representative of a state's orbit.
  func canonical(_ words: [UInt64]) -> [UInt64] {
    var words = words
    words.withUnsafeMutableBufferPointer { canonicalize($0.baseAddress!) }
    return words
  }

  private func load(_ state: UnsafePointer<UInt64>) {
    for position in 0..<entries {
      let entry = tables.entries[position]
      raws[position] = state[Int(entry.word)] &>> entry.shift & entry.mask
    }
  }

  // MARK: Colours

  /// First colours: from the cells that belong to one member alone.
  private func colour() {
    for participant in 0..<participants { colours[participant] = 0 }
    for position in 0..<tables.firstLink {
      let entry = tables.entries[position]
      let member = Int(tables.owners[Int(entry.firstOwner)].member)
      colours[member] = Mixing.mix(colours[member], raws[position] ^ entry.seed)
    }
  }

  /// Refines the colours of a level until they tell no more members apart, and sorts by them.
  private func refine(_ level: Int) {
    let colours = colours + level &* participants
    let order = orders + level &* members
    var count = sort(order, by: colours)
    // What slots learn reaches members a round later.
    var idleRounds = participants > members ? -1 : 0
    while count < members, tables.firstLink < entries, idleRounds < 1 {
      refineOnce(colours)
      let refined = sort(order, by: colours)
      if refined == count { idleRounds &+= 1 }
      count = refined
    }
  }

  private func refineOnce(_ colours: UnsafeMutablePointer<UInt64>) {
    for participant in 0..<participants { sums[participant] = 0 }
    for position in tables.firstLink..<entries { link(position, colours) }
    for participant in 0..<participants {
      colours[participant] = Mixing.mix(colours[participant], sums[participant])
    }
  }

  /// Tells the participants of a cell each other's colours.
  @inline(__always)
  private func link(_ position: Int, _ colours: UnsafePointer<UInt64>) {
    let entry = tables.entries[position]
    let owners = tables.owners + Int(entry.firstOwner)
    let ownerCount = Int(entry.ownerCount)
    var value: Int32 = -1
    var base = entry.seed
    if entry.values >= 0 {
      value = tables.memberOfRaw[Int(entry.values) &+ Int(truncatingIfNeeded: raws[position])]
    }
    if value < 0 { base = base &+ Mixing.scramble(raws[position] &+ 1) }
    for owner in 0..<ownerCount {
      let member = owners[owner].member
      if member == value { base ^= Self.ownValue &<< UInt64(truncatingIfNeeded: owner & 7) }
      base = base &+ Self.part(of: colours[Int(member)], at: owner)
    }
    if value >= 0 { base = base &+ Self.part(of: colours[Int(value)], at: -1) }
    for owner in 0..<ownerCount {
      let member = Int(owners[owner].member)
      sums[member] = sums[member] &+ Self.share(base, of: colours[member], at: owner)
    }
    if value >= 0 {
      let member = Int(value)
      sums[member] = sums[member] &+ Self.share(base, of: colours[member], at: -1)
    }
  }

  private static let ownValue: UInt64 = 0xd6e8_feb8_6659_fd93

  /// What a participant adds to a cell: its colour and its place among the participants.
  @inline(__always)
  private static func part(of colour: UInt64, at place: Int) -> UInt64 {
    let odd =
      0xa076_1d64_78bd_642f &+ 2 &* UInt64(bitPattern: Int64(place)) &* 0xe703_7ed1_a0b4_28db
    return (colour ^ (colour &>> 32)) &* odd
  }

  /// What a cell tells a participant: the rest of the sum, and its place in it.
  @inline(__always)
  private static func share(_ base: UInt64, of colour: UInt64, at place: Int) -> UInt64 {
    Mixing.mix(base &- part(of: colour, at: place), UInt64(bitPattern: Int64(place)))
  }

  /// Sorts the members of each class by colour; the number of different ones.
  private func sort(_ order: UnsafeMutablePointer<Int32>, by colours: UnsafePointer<UInt64>) -> Int
  {
    var distinct = 0
    for position in 0..<tables.scalarsets.classes.count {
      let start = Int(tables.classStarts[position])
      let end = Int(tables.classStarts[position &+ 1])
      order[start] = Int32(truncatingIfNeeded: start)
      for member in start &+ 1..<end {
        let colour = colours[member]
        var place = member
        while place > start, colours[Int(order[place &- 1])] > colour {
          order[place] = order[place &- 1]
          place &-= 1
        }
        order[place] = Int32(truncatingIfNeeded: member)
      }
      distinct &+= 1
      for place in start &+ 1..<end
      where colours[Int(order[place])] != colours[Int(order[place &- 1])] {
        distinct &+= 1
      }
    }
    return distinct
  }

  // MARK: Search

  private func search(_ level: Int, _ state: UnsafePointer<UInt64>) {
    refine(level)
    let order = orders + level &* members
    let tie = level < members ? firstTie(level, state) : 0..<0
    guard !tie.isEmpty else { return compare(order, state) }
    let colours = colours + level &* participants
    for place in tie where !hasTwin(place, from: tie.lowerBound, order, state) {
      let next = colours + participants
      for participant in 0..<participants { next[participant] = colours[participant] }
      let member = Int(order[place])
      next[member] = Mixing.mix(next[member], Self.ownValue)
      search(level &+ 1, state)
    }
  }

  /// The first members of one colour, as places in the order, that are not all interchangeable.
  private func firstTie(_ level: Int, _ state: UnsafePointer<UInt64>) -> Range<Int> {
    let order = orders + level &* members
    let colours = colours + level &* participants
    for position in 0..<tables.scalarsets.classes.count {
      var start = Int(tables.classStarts[position])
      let end = Int(tables.classStarts[position &+ 1])
      while start < end {
        var next = start &+ 1
        while next < end, colours[Int(order[next])] == colours[Int(order[start])] { next &+= 1 }
        for place in start &+ 1..<max(next, start &+ 1)
        where !isInterchangeable(order[start], order[place], state) {
          return start..<next
        }
        start = next
      }
    }
    return 0..<0
  }

  /// Whether an earlier member of the tie is interchangeable with this one: then telling either
  /// apart gives the same results.
  private func hasTwin(
    _ place: Int, from first: Int, _ order: UnsafePointer<Int32>, _ state: UnsafePointer<UInt64>
  ) -> Bool {
    for earlier in first..<place where isInterchangeable(order[earlier], order[place], state) {
      return true
    }
    return false
  }

  /// Whether swapping two members leaves the state as it is.
  private func isInterchangeable(
    _ first: Int32, _ second: Int32, _ state: UnsafePointer<UInt64>
  ) -> Bool {
    swap[Int(first)] = second
    swap[Int(second)] = first
    defer {
      swap[Int(first)] = first
      swap[Int(second)] = second
    }
    if tables.hasMultisets {
      tables.permute(state, by: swap, into: candidate)
      return !isLess(candidate, state) && !isLess(state, candidate)
    }
    for position in 0..<entries {
      let entry = tables.entries[position]
      let image = tables.image(ofRaw: raws[position], in: entry, under: swap)
      if raws[tables.image(of: entry, under: swap)] != image { return false }
    }
    return true
  }

  /// Renames the members in this order, and keeps the state if it is the least so far.
  private func compare(_ order: UnsafePointer<Int32>, _ state: UnsafePointer<UInt64>) {
    for place in 0..<members {
      permutation[Int(order[place])] = Int32(truncatingIfNeeded: place)
    }
    let isFirst = !hasBest.pointee
    let target = isFirst ? best : candidate
    tables.permute(state, by: permutation, into: target)
    guard isFirst || isLess(candidate, best) else { return }
    hasBest.pointee = true
    for word in 0..<tables.wordCount { best[word] = target[word] }
    for member in 0..<members { chosen[member] = permutation[member] }
  }

  private func isLess(_ left: UnsafePointer<UInt64>, _ right: UnsafePointer<UInt64>) -> Bool {
    for word in 0..<tables.wordCount where left[word] != right[word] {
      return left[word] < right[word]
    }
    return false
  }
}
