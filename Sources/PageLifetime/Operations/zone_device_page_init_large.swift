import Interleaving

extension LargePageMap {
  /// `zone_device_page_init()` with an order, `mm/memremap.c` of v6.19 (V4L): a tryget that fails
  /// only warns.
  package func zoneDevicePageInit(_ first: Int, _ order: Int) async {
    let size = 1 << order
    if fault != .noReinitialisation {
      for page in first..<first + size { await reinitialise(page) }
    }
    await ref.trygetMany(fault == .singlePut ? 1 : size)
    await pages.store(1, pages.count[first], "set_page_count")
    await pages.step("lock_page") { 0 }
    if order > 0 { await pages.prepare(first, order) }
  }

  private func reinitialise(_ page: Int) async {
    let pages = pages
    await pages.step("reinitialise page") {
      pages.byte[page].value = 0
      pages.head[page].value = 0
      pages.word[page].value = pages.pageMap
      return 0
    }
  }
}
