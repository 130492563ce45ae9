import Interleaving

extension PageMap {
  /// `free_zone_device_page()`, `mm/memremap.c`, as the series of October 2022 leaves it (V2, V3):
  /// for every type of memory the driver's callback, then the pin that the folio had.
  func free(_ offset: Int) async {
    if fault == .unpinBeforeCallback { await ref.put() }
    await access("page_free()")
    pageFree(offset)
    if fault != .unpinBeforeCallback, fault != .leakedPin { await ref.put() }
  }

  /// `folio_put()`: `__folio_put()` of a `ZONE_DEVICE` folio is `free_zone_device_page()`.
  func put(_ offset: Int, _ label: String) async {
    if await folios[offset].addAndTest(-1, label) { await free(offset) }
  }

  /// `folio_put()` whose count is lowered as part of the caller's last access.
  package func putNow(_ offset: Int) async {
    if folios[offset].adjusted(by: -1) == 0 { await free(offset) }
  }
}
