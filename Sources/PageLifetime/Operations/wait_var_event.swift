import Interleaving

extension PageMap {
  /// `___wait_var_event(&page->_refcount, dax_page_idle(page), ...)`, `fs/dax.c`: a filesystem that
  /// waits for a page to be idle, again and again.
  package func waitUntilIdle(_ offset: Int) async {
    let (waiter, unmapped) = (waiters[offset], unmapped)
    let enqueue = Alternative("wait: enqueue", [offset]) { unmapped.value == 0 }
    await memory.checkpoint("waiter")
    while await memory.choose([enqueue]) != nil {
      waiter.value = Waiter.enqueued
      guard await sleepUntilIdle(offset) else { return }
      waiter.value = Waiter.nobody
      await memory.checkpoint("waiter")
    }
  }

  private func sleepUntilIdle(_ offset: Int) async -> Bool {
    let (waiter, unmapped) = (waiters[offset], unmapped)
    let look = Alternative("wait: idle?", [offset]) {
      unmapped.value == 0 && waiter.value == Waiter.enqueued
    }
    await memory.checkpoint("sleeper")
    while await memory.choose([look]) != nil {
      if folios[offset].value == idle { return true }
      waiter.value = Waiter.asleep
      await memory.checkpoint("sleeper")
    }
    return false
  }

  /// `wake_up_var()`: whoever sleeps looks again.
  func wakeUp(_ offset: Int) async {
    guard fault != .missedWakeup else { return }
    await access("wake_up_var")
    if waiters[offset].value == Waiter.asleep { waiters[offset].value = Waiter.enqueued }
  }
}
