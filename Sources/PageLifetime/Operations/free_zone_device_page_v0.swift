import Interleaving

extension PageMap {
  /// `free_zone_device_page()`, `mm/memremap.c`, of v5.17 to v6.0 (V0a): gives the page back and
  /// only then stores its count.
  func freeResettingCount(_ offset: Int) async {
    await callPageFree(offset)
    await folios[offset].store(1, "reset: set_page_count(1)")
  }

  /// The same since v6.1 (V0b): it reads the page's type once more, and for device memory drops
  /// the pin of the page.
  func freeByTypeAfterCallback(_ offset: Int) async {
    if fault == .unpinBeforeCallback { await ref.put() }
    await callPageFree(offset)
    await access("read page->pgmap->type")
    if type == .devicePrivate {
      if fault != .unpinBeforeCallback, fault != .leakedPin { await ref.put() }
    } else {
      await folios[offset].store(1, "reset: set_page_count(1)")
    }
  }

  /// `pgmap->ops->page_free(page)`. That of a p2pdma pool drops the pin of the page itself.
  func callPageFree(_ offset: Int) async {
    await access("page_free()")
    pageFree(offset)
    if fault != .staleMapping { mappings[offset].value = 0 }
    if type == .p2pdma { await ref.put() }
  }

  /// `put_page()` of V0, whose count is lowered as part of the caller's last access. fsdax has its
  /// own end: `__put_devmap_managed_page_refs()` wakes at 1.
  package func putPage(_ offset: Int, isV0b: Bool) async {
    let count = folios[offset].adjusted(by: -1)
    if type == .fsdax {
      if count == 1 { await wakeUp(offset) }
    } else if count == 0 {
      if fault == .resetBeforeCallback {
        await folios[offset].store(1, "reset: set_page_count(1)")
        await callPageFree(offset)
      } else if isV0b || type == .p2pdma {
        await freeByTypeAfterCallback(offset)
      } else {
        await freeResettingCount(offset)
      }
    }
  }
}
