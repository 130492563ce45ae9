package import Interleaving

/// A file system that inserts and deletes entries of one or several pages, and one that looks at
/// pages as gup_fast does.
package final class DaxFileSystem<Memory: SharedMemory>: Sendable {
  package let pages: CompoundPages<Memory>
  /// The head of the folio of a page; -1 is free.
  package let folios: [Memory.Cell]
  /// Whether page tables have a reference on the folio that starts here.
  package let mapped: [Memory.Cell]
  /// The page that a task looks at, and the folio it has a reference on; -1 is none.
  package let looked: [Memory.Cell]
  package let held: [Memory.Cell]
  private let isReady: Memory.Cell
  private let maxOrder: Int

  package init(_ memory: Memory, maxOrder: Int, tasks: Int, fault: Fault? = nil) {
    let count = 1 << maxOrder
    func cells(_ name: String, _ count: Int, _ value: Int) -> [Memory.Cell] {
      (0..<count).map { memory.cell("\(name) \($0)", value) }
    }
    pages = CompoundPages(memory, pages: count, fault: fault)
    // What an earlier use of the memory left behind: a compound page over all of it.
    for page in 0..<count { pages.word[page].value = page == 0 ? pages.null : 0 }
    folios = cells("folio", count, -1)
    mapped = cells("mapped", count, 0)
    looked = cells("page", tasks, -1)
    held = cells("held", tasks, -1)
    isReady = memory.cell("is ready", 0)
    self.maxOrder = maxOrder
  }

  // MARK: The owner of the pages

  package func owner() async {
    await pages.initialise()
    isReady.value = 1
    await pages.memory.checkpoint("at rest")
    let blocks = (0..<pages.word.count).flatMap { page in (0...maxOrder).map { (page, $0) } }
    let inserts = blocks.map { block in
      Alternative("insert entry", [block.0, block.1]) { [self] in mayInsert(block.0, block.1) }
    }
    let zaps = mapped.indices.map { page in
      Alternative("zap: folio_put", [page]) { [self] in mapped[page].value == 1 }
    }
    let deletes = folios.indices.map { page in
      Alternative("delete entry", [page]) { [self] in mayDelete(page) }
    }
    while let choice = await pages.memory.choose(inserts + zaps + deletes) {
      let page = choice - inserts.count
      if page < 0 {
        await insert(blocks[choice].0, blocks[choice].1)
      } else if page < mapped.count {
        mapped[page].value = 0
        pages.count[page].adjust(-1)
      } else {
        await delete(page - mapped.count)
      }
      await pages.memory.checkpoint("at rest")
    }
  }

  private func mayInsert(_ page: Int, _ order: Int) -> Bool {
    let size = 1 << order
    return page % size == 0 && page + size <= folios.count
      && folios[page..<page + size].allSatisfy { $0.value < 0 }
  }

  /// `dax_break_layout()` has waited for the folio to be idle.
  private func mayDelete(_ page: Int) -> Bool {
    folios[page].value >= 0 && mapped[page].value == 0 && pages.count[page].value == 0
  }

  private func insert(_ page: Int, _ order: Int) async {
    for part in page..<page + 1 << order { folios[part].value = page }
    await pages.daxFolioInit(page, order)
    mapped[page].value = 1
  }

  private func delete(_ page: Int) async {
    guard folios[page].value == page else { return }
    let order = pages.order(page)
    if order > 0 { await pages.daxFolioPut(page, order) }
    for part in page..<page + 1 << order { folios[part].value = -1 }
  }

  // MARK: Those who look at pages

  package func task(_ number: Int) async {
    let (held, looked) = (held[number], looked[number])
    let looks = folios.indices.map { page in
      Alternative("page_folio", [page]) { [isReady] in held.value < 0 && isReady.value == 1 }
    }
    let reads = Alternative("page_pgmap: read word of held page") { held.value >= 0 }
    let put = Alternative("folio_put") { held.value >= 0 }
    await pages.memory.checkpoint("task")
    while let choice = await pages.memory.choose(looks + [reads, put]) {
      switch choice {
      case looks.count: await pages.pagePgmap(looked.value)
      case looks.count + 1:
        let folio = held.value
        held.value = -1
        await pages.folioPut(folio)
      default:
        looked.value = choice
        held.value = await pages.folioTryGet(choice) ?? -1
      }
      if held.value < 0 { looked.value = -1 }
      await pages.memory.checkpoint("task")
    }
  }
}
