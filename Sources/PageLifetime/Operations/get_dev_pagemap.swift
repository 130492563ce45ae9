import Interleaving

extension PublishedMap {
  /// `get_dev_pagemap(pfn, NULL)`, `mm/memremap.c`, for a pfn of a range; whether it returns the
  /// page map.
  package func getDevPagemap(_ range: Int, by thread: Int) async -> Bool {
    let (rcu, entry) = (rcu, entries[range])
    let isThere = await memory.section("xa_load", when: { true }) {
      rcu.lock(thread)
      return entry.value
    }
    let isPinned = isThere == 1 ? await trygetLive() : false
    rcu.unlock(thread)
    return isPinned
  }

  /// With the second argument of older kernels: the caller's page map is returned when its first
  /// range has the pfn, and otherwise put and looked up like any other.
  package func getDevPagemap(_ range: Int, cachedBy thread: Int) async -> Bool {
    if range == 0 { return true }
    await putDevPagemap(by: thread)
    return await getDevPagemap(range, by: thread)
  }

  /// `put_dev_pagemap()`.
  package func putDevPagemap(by thread: Int) async {
    let (rcu, flags) = (rcu, ref.flags)
    let mode = await memory.section("put: read mode", when: { true }) {
      rcu.lock(thread)
      return flags.value
    }
    if mode == 0 {
      await ref.percpu.add(-1, "put: this_cpu_dec")
    } else if await ref.count.addAndTest(-1, "put: dec_and_test") {
      ref.release()
    }
    rcu.unlock(thread)
  }

  /// `percpu_ref_tryget_live()`, within the read section of the lookup. After `percpu_ref_exit()`
  /// there is no count to raise.
  private func trygetLive() async -> Bool {
    if await ref.flags.load("tryget: read mode") == 0 {
      await ref.percpu.add(1, "tryget: this_cpu_inc")
      return true
    }
    guard fault == .trygetForLive else { return false }
    return await ref.count.add(1, unless: 0, "tryget: inc_not_zero")
  }
}
