package import Interleaving

/// What callers promise about teardown.
package enum Contract: Int, Sendable, CaseIterable {
  case nothing
  /// C1w: the page map is not unmapped while a request is in flight, and none starts afterwards.
  case notUnmapped
  /// C1: it is not even killed.
  case notKilled
}

/// What a driver's books say of an offset.
package enum Offset {
  package static let free = 0
  package static let requested = 1
  package static let granted = 2
}

/// What the callers of a page map keep to.
package struct Manners: Sendable {
  package var contract = Contract.notUnmapped
  /// C2: an offset has one owner, who requests it only when it is free.
  package var ownsOffsets = false
  /// Whether callers also ask for an offset that the page map does not have.
  package var asksPastTheEnd = false
  /// How far books that are wrong are followed: requests end once a count is negative, or this many
  /// pins too many are counted; nil follows them anywhere.
  package var excessPins: Int?
  /// Whether a folio that is in use has a pin, beside those in bulk.
  package var pinsEachFolio = true

  package init(
    contract: Contract = .notUnmapped, ownsOffsets: Bool = false, asksPastTheEnd: Bool = false,
    excessPins: Int? = nil, pinsEachFolio: Bool = true
  ) {
    self.contract = contract
    self.ownsOffsets = ownsOffsets
    self.asksPastTheEnd = asksPastTheEnd
    self.excessPins = excessPins
    self.pinsEachFolio = pinsEachFolio
  }
}

/// A driver: the books that its threads keep about the offsets of one page map.
package final class Driver<Memory: SharedMemory>: Sendable {
  /// A request of one offset; whether it returns the folio. One that hands the folio out before it
  /// has ended says so by `got`.
  package typealias Request =
    @Sendable (_ map: PageMap<Memory>, _ offset: Int, _ got: @Sendable () -> Void) async -> Bool
  /// A put, whose count is lowered as part of the caller's last access.
  package typealias Put = @Sendable (_ map: PageMap<Memory>, _ offset: Int) async -> Void

  package let memory: Memory
  package let map: PageMap<Memory>
  package let offsets: [Memory.Cell]
  /// Which thread holds which folio: 1 from the return of a request to the thread's own put.
  package let holds: [[Memory.Cell]]
  /// How many requests are in flight.
  package let requests: Memory.Cell
  private let manners: Manners
  private let request: Request
  private let put: Put

  /// `makeMap` gets the driver's `page_free()`.
  package init(
    _ memory: Memory, threads: Int, folios: Int, manners: Manners,
    makeMap: (@escaping @Sendable (_ offset: Int) -> Void) -> PageMap<Memory>,
    request: @escaping Request, put: @escaping Put = { await $0.putNow($1) }
  ) {
    let offsets = (0..<folios).map { memory.cell("offset \($0)", Offset.free) }
    self.memory = memory
    self.offsets = offsets
    map = makeMap { offsets[$0].value = Offset.free }
    holds = (0..<threads).map { thread in
      (0..<folios).map { memory.cell("holds \(thread) \($0)", 0) }
    }
    requests = memory.cell("requests", 0)
    self.manners = manners
    self.request = request
    self.put = put
  }

  /// A thread that requests and puts folios as it likes, within the contract.
  package func caller(_ thread: Int) async {
    let pastTheEnd = map.folios.count
    let requests = map.folios.indices.map { offset in
      Alternative("request", [offset]) { [self] in
        holds[thread][offset].value == 0 && mayRequest(offset)
      }
    }
    let puts = map.folios.indices.map { offset in
      Alternative("folio_put", [offset]) { [self] in
        holds[thread][offset].value == 1 && map.unmapped.value == 0
      }
    }
    let wild = Alternative("request past the end") { [self] in
      manners.asksPastTheEnd && mayCall
    }
    await memory.checkpoint("caller")
    while let choice = await memory.choose(requests + puts + [wild]) {
      switch choice {
      case ..<pastTheEnd: await callRequest(thread, choice)
      case 2 * pastTheEnd: await callRequest(thread, pastTheEnd)
      default: await callPut(thread, choice - pastTheEnd)
      }
      await memory.checkpoint("caller")
    }
  }

  private func mayRequest(_ offset: Int) -> Bool {
    mayCall && booksAreClose(offset)
      && (!manners.ownsOffsets || !map.type.isDriverOwned
        || offsets[offset].value == Offset.free)
  }

  private var mayCall: Bool { manners.contract.allowsCall(of: map) }

  private func booksAreClose(_ offset: Int) -> Bool {
    guard let excess = manners.excessPins else { return true }
    let isSafe = map.folios[offset].value >= 0 && map.pins >= 0
    return isSafe && map.pins < pinsOwed + excess
  }

  private var pinsOwed: Int {
    let inUse = map.folios.indices.filter(isInUse).count
    let bulk = map.bulk.value == 1
    return (bulk ? map.folios.count : 0) + (bulk && !manners.pinsEachFolio ? 0 : inUse)
  }

  /// Where a driver's page idles at 1 and is in use at 1, only the books can tell.
  private func isInUse(_ offset: Int) -> Bool {
    map.type.isDriverOwned && map.idle == 1
      ? offsets[offset].value == Offset.granted : map.folios[offset].value > map.idle
  }

  private func callRequest(_ thread: Int, _ offset: Int) async {
    requests.adjust(1)
    let isBooked = offset < offsets.count && map.type.isDriverOwned
    if isBooked, offsets[offset].value == Offset.free { offsets[offset].value = Offset.requested }
    let holds = holds
    if await request(map, offset, { holds[thread][offset].value = 1 }) {
      holds[thread][offset].value = 1
      if isBooked { offsets[offset].value = Offset.granted }
    } else if isBooked, offsets[offset].value == Offset.requested {
      offsets[offset].value = Offset.free
    }
    requests.adjust(-1)
  }

  private func callPut(_ thread: Int, _ offset: Int) async {
    holds[thread][offset].value = 0
    await put(map, offset)
  }

  /// The thread that tears the page map down, when the contract allows it.
  package func teardown() async { await map.teardown(manners.contract, requests) }
}

extension PageMap {
  /// References to the page map, whether counted locally or atomically, without the initial
  /// reference (until the kill) and the guard reference (from the kill until it is dropped).
  package var pins: Int {
    let (count, isBiased) = ref.unbiasedCount
    let hasOwn = ref.flags.value == 0 || isBiased || ref.guardDropped.value == 0
    return ref.percpu.value + count - (hasOwn ? 1 : 0)
  }

  /// `memunmap_pages()` of callers who keep this contract and have so many requests in flight.
  func teardown(_ contract: Contract, _ requests: Memory.Cell) async {
    await unmap(
      killWhen: { contract != .notKilled || requests.value == 0 },
      unmapWhen: { contract == .nothing || requests.value == 0 })
  }
}

extension Contract {
  func allowsCall<Memory>(of map: PageMap<Memory>) -> Bool {
    switch self {
    case .nothing: true
    case .notUnmapped: map.unmapped.value == 0
    case .notKilled: map.ref.flags.value == 0
    }
  }
}
