import Interleaving

extension SplitPercpuRef {
  /// `percpu_ref_get_many()`, by somebody who holds a reference already.
  package func getMany(_ amount: Int) async {
    if await isPercpu("get: read mode") {
      await addLocally(amount, "get: this_cpu_add")
    } else {
      await count.add(amount, "get: atomic_long_add")
    }
  }

  /// `percpu_ref_tryget_live()`: tests DEAD and adds in two accesses.
  package func trygetLive() async -> Bool {
    if await isPercpu("tryget: read mode") {
      await addLocally(1, "tryget: this_cpu_add")
      return true
    }
    if fault != .trygetForLive, await flags.load("tryget: DEAD?") & PercpuFlags.dead != 0 {
      return false
    }
    let (biased, count) = (biased, count)
    return await step("tryget: add_unless_zero") {
      if biased.value == 0 && count.value == 0 { return 0 }
      count.adjust(1)
      return 1
    } == 1
  }

  /// `percpu_ref_put_many()`: in percpu mode nobody looks for 0.
  package func putMany(_ amount: Int) async {
    if await isPercpu("put: read mode") {
      await addLocally(-amount, "put: this_cpu_sub")
      return
    }
    let (biased, count) = (biased, count)
    let isLast = await step("put: sub_and_test") {
      count.adjusted(by: -amount) == 0 && biased.value == 0 ? 1 : 0
    }
    if isLast == 1 { await release("put: release()") }
  }

  private func release(_ label: String) async {
    let completions = completions
    await step(label) {
      completions.adjust(1)
      return 0
    }
  }

  /// `percpu_ref_kill()`.
  package func kill() async {
    let (flags, count, queued, killed) = (flags, count, queued, killed)
    await step("kill: set DEAD") {
      flags.value |= PercpuFlags.dead
      return 0
    }
    await step("kill: set ATOMIC, take guard ref, call_rcu") {
      flags.value |= PercpuFlags.atomic
      queued.value = 1
      count.adjust(1)
      return 0
    }
    await step("kill: drop initial ref") {
      killed.value = 1
      count.adjust(-1)
      return 0
    }
  }

  /// `percpu_ref_switch_to_atomic_rcu()`, once the grace period is over and the kill, which runs
  /// with interrupts off, has returned.
  package func switchToAtomic() async {
    let ref = self
    let waits = fault != .noGracePeriod
    await step(
      "RCU: fold counters, drop bias",
      when: {
        ref.queued.value == 1 && ref.killed.value == 1 && (!waits || ref.readers.value == 0)
      }
    ) {
      ref.count.adjust(ref.percpu.value)
      ref.percpu.value = 0
      ref.biased.value = 0
      if ref.count.value <= 0 { ref.warned.value = 1 }
      return 0
    }
    await step("RCU: confirm") { 0 }
    await hasLocal.store(0, "RCU: free local counters")
    await step("RCU: drop guard ref") {
      if ref.count.adjusted(by: -1) == 0 { ref.completions.adjust(1) }
      return 0
    }
  }

  /// `wait_for_completion(); percpu_ref_exit(ref);` and the object that embeds it is freed; callers
  /// keep tryget away (C1w).
  package func exitAndFree(whenAllowed mayExit: @escaping @Sendable () -> Bool) async {
    let ref = self
    await step("exit", when: { ref.completions.value > 0 && mayExit() }) {
      ref.hasLocal.value = 0
      ref.hasData.value = 0
      return 0
    }
    await step("free") { 0 }
  }
}
