import Interleaving

extension PageMap {
  /// `p2pmem_alloc_mmap()`, `drivers/pci/p2pdma.c`, of v6.2: a page of the pool is inserted on the
  /// count of 1 that it idles at. Whether it has it.
  package func p2pmemAllocMmap(_ offset: Int) async -> Bool {
    guard await ref.trygetLive() else { return false }
    await takeIdlePage(offset)
    return true
  }

  /// The same since v6.15: the page idles at 0 and its count is stored.
  package func p2pmemAllocMmapFromZero(_ offset: Int) async -> Bool {
    guard await ref.trygetLive() else { return false }
    await folios[offset].store(1, "set_page_count(1)")
    return true
  }
}
