import Interleaving

extension PageMap {
  /// `free_zone_device_folio()`, `mm/memremap.c`, as posted on 7 January 2025 (V4): reads the folio
  /// again after `page_free()` gave it back.
  func freeFolioAsPosted(_ offset: Int) async {
    await access("read folio->pgmap")
    if fault == .unpinBeforeCallback { await ref.put() }
    await callPageFree(offset)
    await access("read folio->pgmap->type")
    if type == .devicePrivate, fault != .unpinBeforeCallback, fault != .leakedPin {
      await ref.put()
    }
  }

  /// The same in v6.15 (V4F): remembers the page map, and each type has an end of its own.
  func freeFolioByType(_ offset: Int) async {
    await access("read folio->pgmap")
    switch type {
    case .devicePrivate:
      if fault == .unpinBeforeCallback { await ref.put() }
      await callPageFree(offset)
      if fault != .unpinBeforeCallback, fault != .leakedPin { await ref.put() }
    case .fsdax: await wakeUp(offset)
    case .p2pdma: await callPageFree(offset)
    case .generic: await folios[offset].store(1, "folio_set_count(1)")
    }
  }

  /// `folio_put()` of V4, whose count is lowered as part of the caller's last access; fsdax ends as
  /// in V0 until V4F.
  package func putFolio(_ offset: Int, isV4F: Bool) async {
    let count = folios[offset].adjusted(by: -1)
    if type == .fsdax, !isV4F {
      if count == 1 { await wakeUp(offset) }
    } else if count == 0 {
      if isV4F { await freeFolioByType(offset) } else { await freeFolioAsPosted(offset) }
    }
  }
}
