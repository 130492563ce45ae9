import Interleaving

extension PageMap {
  /// `pgmap_request_folio()` as posted on 20 October 2022 (V2), for order 0; whether it returns
  /// the folio.
  package func requestAsPosted(_ offset: Int) async -> Bool {
    if await ref.isDying() { return false }
    if await folios[offset].fetchAdd(1, "inc_return(ref)") + 1 > 1 { return true }
    guard await ref.tryget() else {
      await put(offset, "undo: folio_put")
      return false
    }
    return true
  }
}
