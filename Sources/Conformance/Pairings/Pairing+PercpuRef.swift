import Interleaving
import PageLifetime

extension Pairing {
  /// `percpu_ref` on its own, by single accesses.
  static func percpuRef(_ fault: Fault?) -> [Pairing] {
    [
      Pairing(
        "percpu_ref", spec: "percpu-ref/percpu-ref.m",
        constants: [("TASKS", "2"), ("REFS", "2"), ("CONTRACT", "1"), ("TRYGET_LIVE", "1")],
        rules: [
          "tryget: DEAD?": ["tryget: DEAD is not set", "tryget: DEAD is set, false"],
          "tryget: add_unless_zero": ["tryget: add_unless_zero", "tryget: count is 0, false"],
        ],
        environment: [
          "stray put": "no caller puts what it does not hold (STRAY_PUTS = 0)",
          "kill: ATOMIC is set, confirm": "a page map starts in percpu mode (INIT_ATOMIC = 0)",
          "oops: freed counters or ref->data": "what P13 excludes: never enabled under C1w",
          "tryget: DEAD is not set": "who is not in percpu mode sees DEAD, which was set before",
          "tryget: add_unless_zero": "who is not in percpu mode sees DEAD, which was set before",
          "tryget: count is 0, false": "who is not in percpu mode sees DEAD, which was set before",
        ]
      ) { memory in
        refSubject(RefHolders(memory, threads: 2, most: 2, fault: fault))
      }
    ]
  }

  private static func refSubject(_ holders: RefHolders<SimulatedMemory>) -> Subject {
    let callers = holders.holds.indices.map { thread in
      Scenario.Thread("Task_\(thread + 1)") { await holders.caller(thread) }
    }
    let owner = [
      Scenario.Thread("owner") { await holders.owner() },
      Scenario.Thread("RCU callback") { await holders.ref.switchToAtomic() },
    ]
    return Subject(
      Scenario(callers + owner), processes: callers.indices.map { Int64($0) } + [nil, nil],
      observe: { observations(holders) }, isOver: { holders.freed.value == 1 })
  }

  private static func observations(_ holders: RefHolders<SimulatedMemory>) -> [String: Int64?] {
    let ref = holders.ref
    var values = [
      "dead": ref.flags.value & PercpuFlags.dead == 0 ? 0 : 1,
      "atomic": ref.flags.value & PercpuFlags.atomic == 0 ? 0 : 1, "percpu": ref.percpu.value,
      "count": ref.count.value, "biased": ref.biased.value, "has_local": ref.hasLocal.value,
      "has_data": ref.hasData.value, "completed": min(1, ref.completions.value),
      "warned": ref.warned.value, "readers": ref.readers.value, "trygets": holders.trygets.value,
    ]
    for (thread, holds) in holders.holds.enumerated() {
      values["holds[Task_\(thread + 1)]"] = holds.value
    }
    return values.mapValues { Int64($0) }
  }
}
