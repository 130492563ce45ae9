import Interleaving

extension LargePageMap {
  /// `put_page()`: the folio that the page resolves to, whose count is lowered as part of the
  /// caller's last access.
  package func putPage(_ page: Int) async {
    let folio = pages.folio(page)
    if pages.count[folio].adjusted(by: -1) == 0 { await free(folio) }
  }

  /// `free_zone_device_folio()`, `mm/memremap.c` of v6.19 with the fix of April 2026 (V4L): as many
  /// pins are dropped as the folio has pages.
  private func free(_ folio: Int) async {
    let pages = pages
    let order = await pages.step("read pgmap and size") { pages.order(folio) }
    await pages.step("folio_free()") { [folioFree] in
      folioFree(folio)
      return 0
    }
    if fault == .rereadAfterFree { await pages.step("read folio->pgmap again") { 0 } }
    await ref.putMany(fault == .singlePut ? 1 : 1 << order)
  }
}
