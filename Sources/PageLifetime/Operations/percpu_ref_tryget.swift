import Interleaving

extension PercpuRef {
  /// `percpu_ref_tryget()`, `include/linux/percpu-refcount.h`: does not look at DEAD.
  package func tryget() async -> Bool {
    if await isPercpu("tryget: read mode") {
      await addLocally(1, "tryget: this_cpu_inc")
      return true
    }
    return await count.add(1, unless: 0, "tryget: inc_not_zero")
  }

  /// `percpu_ref_tryget_live()`: refuses once it sees DEAD, which kill sets together with ATOMIC.
  package func trygetLive() async -> Bool {
    if fault == .trygetForLive { return await tryget() }
    guard await isPercpu("tryget: read mode") else { return false }
    await addLocally(1, "tryget: this_cpu_inc")
    return true
  }
}
