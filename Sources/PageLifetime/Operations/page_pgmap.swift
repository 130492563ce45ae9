import Interleaving

extension CompoundPages {
  /// `page_pgmap()`, `include/linux/mmzone.h`, from where the word of the page has been read as part
  /// of the caller's last access: one level of links, no more.
  @discardableResult
  package func pagePgmap(_ page: Int) async -> Int {
    let headWord = word[folio(page)]
    return await step("page_pgmap: read word of head") { headWord.value }
  }

  /// `try_get_folio()`, `mm/gup.c`, from where `page_folio()` was the caller's last access: takes a
  /// reference, and gives it back when the page has moved to another folio in between.
  package func folioTryGet(_ page: Int) async -> Int? {
    let found = folio(page)
    guard await takeUnlessIdle(found) else { return nil }
    if fault == .noRecheck { return found }
    let pages = self
    let isLast = await step("page_folio again") {
      if pages.folio(page) == found { return 0 }
      return pages.count[found].adjusted(by: -1) == 0 ? 2 : 1
    }
    if isLast == 2 { await freeFolio() }
    return isLast == 0 ? found : nil
  }

  private func takeUnlessIdle(_ page: Int) async -> Bool {
    let count = count[page]
    return await step("folio_try_get") {
      guard count.value > 0 else { return 0 }
      count.adjust(1)
      return 1
    } == 1
  }

  /// `folio_put()` whose count is lowered as part of the caller's last access.
  package func folioPut(_ page: Int) async {
    if count[page].adjusted(by: -1) == 0 { await freeFolio() }
  }

  /// `free_zone_device_folio()` of fsdax: it reads the page map and wakes.
  private func freeFolio() async {
    await step("free path: read folio->pgmap") { 0 }
  }
}
