import Interleaving

extension PublishedMap {
  /// `memunmap_pages()`, `mm/memremap.c` of v6.18, and then the driver frees the page map.
  package func memunmapPages() async {
    await kill()
    let ranges = entries.count
    let bulk = fault == .bulkMismatch ? ranges - 1 : ranges
    if await ref.count.addAndTest(-bulk, "percpu_ref_put_many") { ref.release() }
    let completions = ref.completions
    _ = await memory.section(
      "wait_for_completion", when: { [fault] in fault == .unmapBeforeWait || completions.value > 0 }
    ) { 0 }
    if fault == .exitBeforeDelete { await exited.store(1, "percpu_ref_exit") }
    for range in entries.indices { await unmap(range) }
    if fault != .exitBeforeDelete { await exited.store(1, "percpu_ref_exit") }
    _ = await memory.section("free the page map", when: { true }) { 0 }
  }

  /// `pageunmap_range()`: the struct pages go first, then the entries of the array, and then it
  /// waits for lookups under way.
  private func unmap(_ range: Int) async {
    await pages[range].store(0, "drop struct pages")
    let (rcu, entry) = (rcu, entries[range])
    _ = await memory.section("xa_store_range(NULL)", when: { true }) {
      entry.value = 0
      rcu.begin(rcu.arrayWaits)
      return 0
    }
    guard fault != .noSynchronizeRCU else { return }
    _ = await memory.section(
      "synchronize_rcu", when: { rcu.arrayWaits.allSatisfy { $0.value == 0 } }
    ) { 0 }
  }

  /// `percpu_ref_kill()`, which asks for the grace period before the RCU callback.
  private func kill() async {
    let (rcu, flags) = (rcu, ref.flags)
    _ = await memory.section("percpu_ref_kill", when: { true }) {
      flags.value = PercpuFlags.dead | PercpuFlags.atomic
      rcu.begin(rcu.killWaits)
      return 0
    }
  }

  /// `percpu_ref_switch_to_atomic_rcu()`.
  package func switchToAtomic() async {
    let (ref, rcu) = (ref, rcu)
    let waits = fault != .noGracePeriod
    _ = await memory.section(
      "RCU: fold counters",
      when: {
        ref.flags.value != 0 && (!waits || rcu.killWaits.allSatisfy { $0.value == 0 })
      }
    ) {
      ref.foldNow()
      return 0
    }
    await ref.dropGuard()
  }
}
