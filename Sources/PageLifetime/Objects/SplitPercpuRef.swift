package import Interleaving

/// `struct percpu_ref` with every access on its own: the two flags, the bias, each step of the kill,
/// of the RCU callback and of the exit. ``PercpuRef`` is what page maps make do with.
package struct SplitPercpuRef<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  package let flags: Memory.Cell
  /// The sum of the counters of all CPUs.
  package let percpu: Memory.Cell
  /// The atomic count without its bias, and whether the bias is in it: one word in the kernel.
  package let count: Memory.Cell
  package let biased: Memory.Cell
  /// Whether the per-cpu memory and `ref->data` are allocated.
  package let hasLocal: Memory.Cell
  package let hasData: Memory.Cell
  package let completions: Memory.Cell
  /// "percpu ref <= 0 after switching to atomic".
  package let warned: Memory.Cell
  /// CPUs that read percpu mode and have yet to act on it.
  package let readers: Memory.Cell
  /// `call_rcu()` queued the callback, and the kill has returned.
  let queued: Memory.Cell
  let killed: Memory.Cell
  let fault: Fault?

  /// `percpu_ref_init()` with flags 0.
  package init(_ memory: Memory, fault: Fault? = nil) {
    self.memory = memory
    self.fault = fault
    flags = memory.cell("flags", 0)
    percpu = memory.cell("percpu", 0)
    count = memory.cell("count", 1)
    biased = memory.cell("biased", 1)
    hasLocal = memory.cell("has local", 1)
    hasData = memory.cell("has data", 1)
    completions = memory.cell("completions", 0)
    warned = memory.cell("warned", 0)
    readers = memory.cell("readers", 0)
    queued = memory.cell("queued", 0)
    killed = memory.cell("killed", 0)
  }

  @discardableResult
  func step(
    _ label: String, when isReady: @escaping @Sendable () -> Bool = { true },
    _ effect: @escaping @Sendable () -> Int
  ) async -> Int {
    await memory.section(label, when: isReady, effect)
  }

  /// `__ref_is_percpu()`.
  func isPercpu(_ label: String) async -> Bool {
    let (flags, readers) = (flags, readers)
    return await step(label) {
      if flags.value != 0 { return 0 }
      readers.adjust(1)
      return 1
    } == 1
  }

  func addLocally(_ amount: Int, _ label: String) async {
    let (percpu, readers) = (percpu, readers)
    await step(label) {
      readers.adjust(-1)
      percpu.adjust(amount)
      return 0
    }
  }
}
