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

/// A driver: the books that its threads keep about the offsets of one page map.
package final class Driver<Memory: SharedMemory>: Sendable {
  package typealias Request =
    @Sendable (_ map: PageMap<Memory>, _ offset: Int) async -> Bool

  package let memory: Memory
  package let map: PageMap<Memory>
  package let offsets: [Memory.Cell]
  /// Which thread holds which folio: 1 from the return of a request to the thread's own put.
  package let holds: [[Memory.Cell]]
  /// How many requests are in flight.
  package let requests: Memory.Cell
  private let contract: Contract
  /// C2: an offset has one owner, who requests it only when it is free.
  private let ownsOffsets: Bool
  /// Whether callers also ask for an offset that the page map does not have.
  private let asksPastTheEnd: Bool
  private let request: Request

  package init(
    _ memory: Memory, threads: Int, folios: Int, contract: Contract, ownsOffsets: Bool,
    asksPastTheEnd: Bool, request: @escaping Request
  ) {
    let offsets = (0..<folios).map { memory.cell("offset \($0)", Offset.free) }
    self.memory = memory
    self.offsets = offsets
    map = PageMap(memory, folios: folios) { offsets[$0].value = Offset.free }
    holds = (0..<threads).map { thread in
      (0..<folios).map { memory.cell("holds \(thread) \($0)", 0) }
    }
    requests = memory.cell("requests", 0)
    self.contract = contract
    self.ownsOffsets = ownsOffsets
    self.asksPastTheEnd = asksPastTheEnd
    self.request = request
  }

  /// A thread that requests and puts folios as it likes, within the contract.
  package func caller(_ thread: Int) async {
    let pastTheEnd = map.folios.count
    let requests = map.folios.indices.map { offset in
      Alternative("request", [offset]) { [self] in
        holds[thread][offset].value == 0 && mayCall
          && (!ownsOffsets || offsets[offset].value == Offset.free)
      }
    }
    let puts = map.folios.indices.map { offset in
      Alternative("folio_put", [offset]) { [self] in holds[thread][offset].value == 1 }
    }
    let wild = Alternative("request past the end") { [self] in asksPastTheEnd && mayCall }
    while let choice = await memory.choose(requests + puts + [wild]) {
      switch choice {
      case ..<pastTheEnd: await callRequest(thread, choice)
      case 2 * pastTheEnd: await callRequest(thread, pastTheEnd)
      default: await put(thread, choice - pastTheEnd)
      }
      await memory.checkpoint("caller")
    }
  }

  private var mayCall: Bool {
    switch contract {
    case .nothing: true
    case .notUnmapped: map.unmapped.value == 0
    case .notKilled: map.ref.flags.value == 0
    }
  }

  private func callRequest(_ thread: Int, _ offset: Int) async {
    requests.adjust(1)
    let isReal = offset < offsets.count
    if isReal, offsets[offset].value == Offset.free { offsets[offset].value = Offset.requested }
    if await request(map, offset) {
      holds[thread][offset].value = 1
      offsets[offset].value = Offset.granted
    } else if isReal, offsets[offset].value == Offset.requested {
      offsets[offset].value = Offset.free
    }
    requests.adjust(-1)
  }

  private func put(_ thread: Int, _ offset: Int) async {
    holds[thread][offset].value = 0
    await map.putNow(offset)
  }

  /// The thread that tears the page map down, when the contract allows it.
  package func teardown() async {
    let (requests, contract) = (requests, contract)
    await map.unmap(
      killWhen: { contract != .notKilled || requests.value == 0 },
      unmapWhen: { contract == .nothing || requests.value == 0 })
  }
}
