import Interleaving

extension PercpuRef {
  /// `percpu_ref_put()`, `include/linux/percpu-refcount.h`: in percpu mode nobody looks for 0.
  package func put() async {
    if await isPercpu("pgmap put: read mode") {
      if fault == .unlockBeforePut {
        rcu.readUnlock()
        await percpu.add(-1, "pgmap put: this_cpu_dec")
      } else {
        await addLocally(-1, "pgmap put: this_cpu_dec")
      }
    } else if await count.addAndTest(-1, "pgmap put: dec_and_test") {
      release()
    }
  }
}
