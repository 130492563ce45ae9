import Interleaving

/// Which reference `pgmap_request_folio()` takes first, which its review leaves open.
package enum RequestOrder: Sendable, CaseIterable {
  /// V3a.
  case folioFirst
  /// V3b.
  case pinFirst
}

extension PageMap {
  /// `pgmap_request_folio()` after its review of 28 October 2022 (V3), for order 0; whether it
  /// returns the folio.
  package func requestReviewed(_ offset: Int, _ order: RequestOrder) async -> Bool {
    guard offset < folios.count else { return await refuse() }
    if await ref.isDying() { return false }
    return switch order {
    case .folioFirst: await requestFolioFirst(offset)
    case .pinFirst: await requestPinFirst(offset)
    }
  }

  /// What the review asks to come first: the offset is compared with the length of the page map.
  package func refuse() async -> Bool {
    await access("offset < total pages?")
    return false
  }

  private func requestFolioFirst(_ offset: Int) async -> Bool {
    guard await takeIdle(offset) else { return false }
    guard await pin() else {
      if fault == .undoByFolioPut {
        await put(offset, "undo: ref--")
      } else {
        await folios[offset].add(-1, "undo: ref--")
      }
      return false
    }
    return true
  }

  private func requestPinFirst(_ offset: Int) async -> Bool {
    guard await pin() else { return false }
    guard await takeIdle(offset) else {
      if fault != .forgottenUnpin { await ref.put() }
      return false
    }
    return true
  }

  /// `cmpxchg(&folio->_refcount, 0, 1)`: whether the folio was idle.
  private func takeIdle(_ offset: Int) async -> Bool {
    guard fault == .storeForCmpxchg else {
      return await folios[offset].compareExchange(0, 1, "cmpxchg(ref,0,1)") == 0
    }
    await folios[offset].store(1, "cmpxchg(ref,0,1)")
    return true
  }

  private func pin() async -> Bool {
    let isPinned = await ref.trygetLive()
    return isPinned || fault == .ignoredPin
  }
}
