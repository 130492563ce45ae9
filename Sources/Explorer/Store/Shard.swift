/// One sixteenth of the seen states: a record of each in the order of their discovery, a parent
/// for each, and a table that finds them.
///
/// A record is the state in as many bytes as its bits need; with compact storage it is the 64-bit
/// fingerprint of states that are longer, which themselves are kept until they are expanded.
///
/// Ownership: during expansion all tasks may read, none writes; during absorption exactly one
/// task touches a shard; between the phases the search alone does.
final class Shard: @unchecked Sendable {
  let number: Int
  let shape: StateShape
  /// Whether the records are fingerprints.
  let isCompact: Bool
  private(set) var count = 0
  private var records: Column
  /// The states that are not expanded yet; compact storage only.
  private var frontier: Column
  private var parents: ParentLog
  private var table = SlotTable(for: 0)
  /// The parents of what a batch adds.
  private let newParents = Block<UInt32>(capacity: Shard.batch)

  private static let batch = 2_048
  private static let chunkBytes = 1 << 16

  init(number: Int, shape: StateShape, isCompact: Bool, arena: Arena) {
    self.number = number
    self.shape = shape
    self.isCompact = isCompact
    records = Column(
      stride: isCompact ? 8 : shape.bytes, chunkBytes: Self.chunkBytes, in: arena)
    frontier = Column(stride: shape.bytes, chunkBytes: Self.chunkBytes, in: arena)
    parents = ParentLog(in: arena)
  }

  // MARK: Memory

  /// The bytes that its states take. A function of the states alone: what it holds beyond, room
  /// for what is under way, may depend on the number of workers.
  var bytes: Int {
    records.bytes(upTo: count) + (isCompact ? frontier.bytes(upTo: count) : 0) + parents.bytes
      + 4 * SlotTable.slots(for: count)
  }

  /// What the table holds.
  var tableBytes: Int { table.bytes }

  /// The bytes that up to this many further states add to the table, at worst.
  func tableBytes(growingBy more: Int) -> Int {
    max(0, 4 * SlotTable.slots(for: count + more) - table.bytes)
  }

  /// The bytes that up to this many further states add to the columns, at worst.
  func columnBytes(growingBy more: Int) -> Int {
    records.bytes(growingTo: count + more) + parents.bytes(growingBy: more)
      + (isCompact ? frontier.bytes(growingTo: count + more) : 0)
  }

  /// Makes room for this many further records; the table grows by itself.
  func reserve(_ more: Int) {
    records.reserve(count + more)
    if isCompact { frontier.reserve(count + more) }
    parents.reserve(more)
  }

  /// Whether there is room for this many more states.
  func canTake(_ more: Int) -> Bool { count + more <= StateIndex.positionsPerShard }

  /// Lets go of the states before this one, which are expanded; compact storage only.
  func forgetStates(before position: Int) {
    if isCompact { frontier.release(before: position) }
  }

  // MARK: Questions

  /// Copies a stored state; with compact storage one that was not forgotten.
  @inline(__always)
  func load(_ position: Int, into state: UnsafeMutablePointer<UInt64>) {
    shape.load(
      isCompact ? frontier.address(of: position) : records.address(of: position), into: state)
  }

  func parent(of position: Int) -> StateIndex { parents.parent(of: position) }

  /// The position of a state of this hash, or nil when it is not here. With compact storage the
  /// hash is all that is compared.
  func position(of state: UnsafePointer<UInt64>, hash: UInt64) -> Int? {
    let view = View(self)
    let place = view.slots.place(Hash.slotHash(of: hash)) { view.isSame(state, at: $0) }
    let slot = view.slots.base[place]
    return slot == 0 ? nil : view.slots.position(in: slot)
  }

  // MARK: Absorption

  /// Adds the states under way to it that are not here yet, in their order, and empties their
  /// boxes. There must be room for them.
  func absorb(_ outboxes: Outboxes) {
    var remaining = outboxes.waiting(for: number)
    var arrivals = outboxes.arrivals(at: number)
    while remaining > 0 {
      if count == table.room { growTable() }
      let size = min(Self.batch, remaining, table.room - count)
      let new = View(self).absorb(
        &arrivals, count: size, after: count, parents: newParents.base)
      parents.append(newParents.base, count: new)
      count += new
      remaining &-= size
    }
    outboxes.clear(for: number)
  }

  /// Makes a larger table. The old one goes first: the records themselves say where they belong.
  private func growTable() {
    table = SlotTable(for: 0)
    table = SlotTable(for: count + 1)
    View(self).enterAll(count)
  }
}

extension Shard {
  /// The memory of a shard while it is used: plain values, so that the hot loops check nothing.
  struct View {
    var shape: StateShape
    var isCompact: Bool
    let slots: SlotView
    let records: UnsafeMutablePointer<UnsafeMutableRawPointer>
    let recordShift: Int
    let recordStride: Int
    let frontier: UnsafeMutablePointer<UnsafeMutableRawPointer>
    let frontierShift: Int

    init(_ shard: Shard) {
      shape = shard.shape
      isCompact = shard.isCompact
      slots = SlotView(shard.table)
      records = shard.records.chunks
      recordShift = shard.records.shift
      recordStride = shard.records.stride
      frontier = shard.frontier.chunks
      frontierShift = shard.frontier.shift
    }
  }
}
