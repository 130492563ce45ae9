import Interleaving

extension PageMap {
  /// `pgmap_request_folio()` as posted on 20 October 2022 (V2), for order 0; whether it returns
  /// the folio.
  package func requestAsPosted(_ offset: Int) async -> Bool {
    if await ref.isDying() { return false }
    if await increment(offset) > 1 { return true }
    guard await ref.tryget() || fault == .ignoredPin else {
      await put(offset, "undo: folio_put")
      return false
    }
    return true
  }

  /// `folio_ref_inc_return()`.
  private func increment(_ offset: Int) async -> Int {
    guard fault == .splitIncReturn else {
      return await folios[offset].fetchAdd(1, "inc_return(ref)") + 1
    }
    await folios[offset].add(1, "inc_return(ref)")
    return await folios[offset].load("folio_ref_count = 1?")
  }
}
