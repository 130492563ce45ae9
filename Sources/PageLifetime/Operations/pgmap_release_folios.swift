import Interleaving

extension PageMap {
  /// `pgmap_release_folios()` as posted (V1a): puts each folio, and its pin if the count is 0 then,
  /// which for device memory the free path has put already.
  package func releaseFoliosAsPosted(_ span: Range<Int>) async {
    for offset in span {
      await putOfSpan(offset, isV1b: false)
      if await folios[offset].load("release: folio_ref_count = 0?") == 0 { await ref.put() }
    }
  }

  /// The same after "Delete put_devmap_managed_page_refs()" (V1b).
  package func releaseFolios(_ span: Range<Int>) async {
    var iterator = fault == .loopSkipsFirst ? span.upperBound - 1 : span.lowerBound
    for _ in span {
      await putOfSpan(iterator, isV1b: true)
      // As posted: folio_next(folio), which is the second one in every round.
      iterator = span.lowerBound + 1
    }
  }

  private func putOfSpan(_ offset: Int, isV1b: Bool) async {
    let count = await memory.section("release: folio_put(iter)", when: { true }) { lower(offset) }
    if count == idle { await freeIdle(offset, isV1b: isV1b) }
  }

  /// `folio_put()` of V1, whose count is lowered as part of the caller's last access.
  package func putOfV1(_ offset: Int, isV1b: Bool) async {
    if lower(offset) == idle { await freeIdle(offset, isV1b: isV1b) }
  }

  /// The count after. A filesystem that sees it idle may give the page away at once.
  private func lower(_ offset: Int) -> Int {
    let count = folios[offset].adjusted(by: -1)
    if type == .fsdax, count == idle { pageFree(offset) }
    return count
  }

  /// `free_zone_device_page()`, but for fsdax in V1a, which only wakes.
  private func freeIdle(_ offset: Int, isV1b: Bool) async {
    if type == .fsdax {
      await wakeUp(offset)
      guard isV1b else { return }
      await clearMapping(offset)
    } else {
      await callPageFree(offset)
    }
    await access("read page->pgmap")
    if fault != .leakedPin { await ref.put() }
  }

  private func clearMapping(_ offset: Int) async {
    await access("mapping = NULL")
    if fault != .staleMapping { mappings[offset].value = 0 }
  }
}
