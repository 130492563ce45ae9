import Interleaving

extension PercpuRef {
  /// `percpu_ref_is_dying()`, `include/linux/percpu-refcount.h`: a hint.
  package func isDying() async -> Bool {
    await flags.load("is_dying?") & PercpuFlags.dead != 0
  }

  /// `percpu_ref_kill()`, `lib/percpu-refcount.c`: under `percpu_ref_switch_lock` it sets DEAD and
  /// ATOMIC, takes a guard reference and drops the initial one, so that the count stays as it is.
  package func kill(when isAllowed: @escaping @Sendable () -> Bool) async {
    let flags = flags
    _ = await memory.section("percpu_ref_kill", when: isAllowed) {
      flags.value = PercpuFlags.dead | PercpuFlags.atomic
      return 0
    }
  }

  /// `percpu_ref_switch_to_atomic_rcu()`: folds the local counters into the atomic one, confirms
  /// the kill, and drops the guard reference.
  package func switchToAtomic() async {
    if fault == .guardBeforeFold {
      await dropGuard()
      await fold()
    } else {
      await fold()
      await dropGuard()
    }
  }

  private func fold() async {
    let (flags, ref) = (flags, self)
    await rcu.callback(
      "RCU: fold counters", whenQueued: { flags.value & PercpuFlags.dead != 0 },
      waits: fault != .noGracePeriod
    ) { ref.foldNow() }
  }

  /// Adds the local counters up and takes the bias away.
  func foldNow() {
    count.adjust(percpu.value - percpuCountBias)
    percpu.value = 0
  }

  func dropGuard() async {
    let (flags, count, guardDropped) = (flags, count, guardDropped)
    let isLast = await memory.section(
      "RCU: drop guard ref", when: { flags.value & PercpuFlags.dead != 0 }
    ) {
      guardDropped.value = 1
      return count.adjusted(by: -1) == 0 ? 1 : 0
    }
    if isLast == 1 { release() }
  }
}
