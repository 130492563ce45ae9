package import Interleaving

/// A driver that requests, splits and puts folios of one or several pages, within C1w and C2.
package final class LargeDriver<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  package let map: LargePageMap<Memory>
  package let offsets: [Memory.Cell]
  /// The head of the folio that a page was handed out in; -1 is free.
  package let folioOf: [Memory.Cell]
  package let holds: [[Memory.Cell]]
  package let requests: Memory.Cell
  private let maxOrder: Int

  package init(_ memory: Memory, maxOrder: Int, threads: Int, fault: Fault? = nil) {
    let pages = 1 << maxOrder
    let offsets = (0..<pages).map { memory.cell("offset \($0)", Offset.free) }
    let folioOf = (0..<pages).map { memory.cell("folio of \($0)", -1) }
    self.memory = memory
    self.offsets = offsets
    self.folioOf = folioOf
    self.maxOrder = maxOrder
    map = LargePageMap(memory, pages: pages, fault: fault) { folio in
      for page in 0..<pages where folioOf[page].value == folio {
        offsets[page].value = Offset.free
        folioOf[page].value = -1
      }
    }
    holds = (0..<threads).map { thread in
      (0..<pages).map { memory.cell("holds \(thread) \($0)", 0) }
    }
    requests = memory.cell("requests", 0)
  }

  package func caller(_ thread: Int) async {
    let blocks = offsets.indices.flatMap { page in (0...maxOrder).map { (page, $0) } }
    let asks = blocks.map { block in
      Alternative("request", [block.0, block.1]) { [self] in mayRequest(block.0, block.1) }
    }
    let puts = offsets.indices.map { page in
      Alternative("put_page", [page]) { [self] in
        holds[thread][page].value == 1 && map.unmapped.value == 0
      }
    }
    let splits = offsets.indices.map { page in
      Alternative("split: folio_ref_freeze", [page]) { [self] in maySplit(thread, page) }
    }
    await memory.checkpoint("caller")
    while let choice = await memory.choose(asks + puts + splits) {
      let page = choice - asks.count
      if page < 0 {
        await request(thread, blocks[choice].0, blocks[choice].1)
      } else if page < puts.count {
        holds[thread][page].value = 0
        await map.putPage(page)
      } else {
        await split(thread, page - puts.count)
      }
      await memory.checkpoint("caller")
    }
  }

  private func mayRequest(_ page: Int, _ order: Int) -> Bool {
    let size = 1 << order
    return map.unmapped.value == 0 && page % size == 0 && page + size <= offsets.count
      && offsets[page..<page + size].allSatisfy { $0.value == Offset.free }
  }

  private func maySplit(_ thread: Int, _ page: Int) -> Bool {
    map.unmapped.value == 0 && holds[thread][page].value == 1 && map.pages.order(page) > 0
      && map.pages.count[page].value == 1
  }

  private func request(_ thread: Int, _ page: Int, _ order: Int) async {
    let block = page..<page + 1 << order
    requests.adjust(1)
    for part in block { offsets[part].value = Offset.requested }
    await map.zoneDevicePageInit(page, order)
    holds[thread][page].value = 1
    for part in block {
      offsets[part].value = Offset.granted
      folioOf[part].value = page
    }
    requests.adjust(-1)
  }

  private func split(_ thread: Int, _ page: Int) async {
    let order = map.pages.order(page)
    map.pages.count[page].value = 0
    let (holds, folioOf) = (holds[thread], folioOf)
    await map.split(page, order) { part in
      folioOf[part].value = part
      holds[part].value = 1
    }
  }

  package func teardown() async { await map.memunmapPages(requests) }
}
