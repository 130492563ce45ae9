package import Interleaving

/// The flags in the low bits of `percpu_count_ptr`.
package enum PercpuFlags {
  package static let atomic = 1
  package static let dead = 2
}

/// `PERCPU_COUNT_BIAS`: keeps the atomic count away from 0 while references are local. The kernel
/// uses the top bit; any number beyond all counts will do.
package let percpuCountBias = 1 << 32

/// `struct percpu_ref`: a reference count that is spread over the CPUs until it is killed.
package struct PercpuRef<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  package let rcu: RCU<Memory>
  package let flags: Memory.Cell
  /// The sum of the counters of all CPUs: nothing ever looks at one of them alone.
  package let percpu: Memory.Cell
  /// The atomic count, with its bias until the RCU callback.
  package let count: Memory.Cell
  /// How often the release callback ran: it completes `pgmap->done`.
  package let completions: Memory.Cell
  /// Whether the callback has dropped its guard reference: no field says so.
  package let guardDropped: Memory.Cell
  let fault: Fault?

  /// `percpu_ref_init()`: percpu mode, one initial reference; then so many others.
  package init(_ memory: Memory, pins: Int = 0, fault: Fault? = nil) {
    self.memory = memory
    self.fault = fault
    rcu = RCU(memory)
    flags = memory.cell("flags", 0)
    percpu = memory.cell("percpu", pins)
    count = memory.cell("count", percpuCountBias + 1)
    completions = memory.cell("completions", 0)
    guardDropped = memory.cell("guard dropped", 0)
  }

  /// Whether operations go to the local counters; if so the caller is a reader until it has acted.
  /// `__ref_is_percpu()`, `include/linux/percpu-refcount.h`.
  func isPercpu(_ label: String) async -> Bool {
    let isPercpu = await rcu.readLocked(flags, label) == 0
    if !isPercpu { rcu.readUnlock() }
    return isPercpu
  }

  /// Adds to the local counter of this CPU, which ends the read side.
  func addLocally(_ delta: Int, _ label: String) async {
    await percpu.add(delta, label)
    rcu.readUnlock()
  }

  /// `ref->data->release(ref)`, as part of the access that took the count to 0.
  func release() { completions.adjust(1) }

  /// The atomic count without its bias, and whether the bias is in it.
  package var unbiasedCount: (Int, isBiased: Bool) {
    let isBiased = count.value > percpuCountBias / 2
    return (isBiased ? count.value - percpuCountBias : count.value, isBiased)
  }
}
