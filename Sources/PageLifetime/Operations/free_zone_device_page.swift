import Interleaving

extension PageMap {
  /// `free_zone_device_page()`, `mm/memremap.c`, as the series has it: for every type of memory the
  /// driver's callback, then the reference to the page map that the folio held.
  func free(_ offset: Int) async {
    await access("page_free()")
    pageFree(offset)
    await ref.put()
  }

  /// `folio_put()`: `__folio_put()` of a `ZONE_DEVICE` folio is `free_zone_device_page()`.
  func put(_ offset: Int, _ label: String) async {
    if await folios[offset].fetchAdd(-1, label) == 1 { await free(offset) }
  }

  /// `folio_put()` whose count is lowered as part of the caller's last access.
  func putNow(_ offset: Int) async {
    if folios[offset].adjust(-1) == 0 { await free(offset) }
  }

  /// A step that touches only what the caller owns.
  func access(_ label: String) async {
    _ = await memory.section(label, when: { true }) { 0 }
  }
}
