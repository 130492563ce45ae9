import Interleaving

extension PageMap {
  /// `zone_device_page_init()`, `mm/memremap.c`, since v6.1 (V0b, V4): pins, and only warns if that
  /// fails; stores the count without looking at it.
  package func zoneDevicePageInit(_ offset: Int) async {
    if fault != .noPinOnAllocation { _ = await ref.trygetLive() }
    await folios[offset].store(1, "set_page_count(1)")
  }

  /// What a driver did before v6.1 (V0a): it locked the page, on the count that the free path left.
  package func takeIdlePage(_ offset: Int) async {
    await access("take the idle page")
  }
}
