package import Interleaving

/// Callers of the functions that take several folios at once, and the books that they keep.
package final class SpanDriver<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  package let map: PageMap<Memory>
  package let offsets: [Memory.Cell]
  /// Which thread holds which folio.
  package let holds: [[Memory.Cell]]
  package let requests: Memory.Cell
  private let contract: Contract
  private let isV1b: Bool
  /// Whether folios are also put together.
  private let releases: Bool
  /// The folio whose order differs from that of all others.
  private let odd: Int?

  /// All spans of folios, by their start, then by their length.
  private let spans: [Range<Int>]

  package init(
    _ memory: Memory, _ type: MemoryType, threads: Int, folios: Int, contract: Contract,
    isV1b: Bool, releases: Bool = true, odd: Int? = nil, fault: Fault? = nil
  ) {
    let offsets = (0..<folios).map { memory.cell("offset \($0)", Offset.free) }
    let isOld = type == .fsdax && !isV1b
    self.memory = memory
    self.offsets = offsets
    self.contract = contract
    self.isV1b = isV1b
    self.releases = releases
    self.odd = odd
    map = PageMap(
      memory, type, folios: folios, idle: isOld ? 1 : 0, isBulkPinned: isOld, fault: fault
    ) { offsets[$0].value = Offset.free }
    holds = (0..<threads).map { thread in
      (0..<folios).map { memory.cell("holds \(thread) \($0)", 0) }
    }
    requests = memory.cell("requests", 0)
    spans = (0..<folios).flatMap { first in (first + 1...folios).map { first..<$0 } }
  }

  /// A thread that requests spans, and puts folios or releases spans, as it likes. An offset has
  /// one owner (C2).
  package func caller(_ thread: Int) async {
    await memory.checkpoint("caller")
    while let choice = await memory.choose(alternatives(thread)) {
      let span = spans[choice % spans.count]
      switch choice / spans.count {
      case 0: await request(thread, span)
      case 1: await release(thread, span)
      default: await put(thread, choice - 2 * spans.count)
      }
      await memory.checkpoint("caller")
    }
  }

  private func alternatives(_ thread: Int) -> [Alternative] {
    let holds = holds[thread]
    let requests = spans.map { span in
      Alternative("request", [span.lowerBound, span.count]) { [self] in
        span.allSatisfy { holds[$0].value == 0 && mayRequest($0) }
      }
    }
    let releases = spans.map { span in
      Alternative("release", [span.lowerBound, span.count]) { [self] in
        self.releases && map.unmapped.value == 0 && span.allSatisfy { holds[$0].value == 1 }
      }
    }
    let puts = holds.indices.map { offset in
      Alternative("folio_put", [offset]) { [self] in
        map.unmapped.value == 0 && holds[offset].value == 1
      }
    }
    return requests + releases + puts
  }

  private func mayRequest(_ offset: Int) -> Bool {
    contract.allowsCall(of: map) && booksAreClose(offset)
      && offsets[offset].value == Offset.free
  }

  /// Books that are wrong are followed no further than this.
  private func booksAreClose(_ offset: Int) -> Bool {
    let live = map.folios.filter { $0.value > map.idle }.count
    let owed = map.bulk.value == 1 ? map.folios.count : live
    return map.folios[offset].value >= 0 && map.pins >= 0 && map.pins < owed + holds.count
  }

  private func request(_ thread: Int, _ span: Range<Int>) async {
    requests.adjust(1)
    for offset in span { offsets[offset].value = Offset.requested }
    if await map.requestFolios(span, odd: odd) {
      for offset in span {
        holds[thread][offset].value = 1
        map.mappings[offset].value = 1
        offsets[offset].value = Offset.granted
      }
    } else {
      for offset in span where offsets[offset].value == Offset.requested {
        offsets[offset].value = Offset.free
      }
    }
    requests.adjust(-1)
  }

  private func release(_ thread: Int, _ span: Range<Int>) async {
    for offset in span { holds[thread][offset].value = 0 }
    if isV1b { await map.releaseFolios(span) } else { await map.releaseFoliosAsPosted(span) }
  }

  private func put(_ thread: Int, _ offset: Int) async {
    holds[thread][offset].value = 0
    await map.putOfV1(offset, isV1b: isV1b)
  }

  /// The thread that tears the page map down, when the contract allows it.
  package func teardown() async { await map.teardown(contract, requests) }
}
