import Interleaving
import PageLifetime

extension Pairing {
  /// `get_dev_pagemap()`, with and without the cached page map, against `memunmap_pages()`.
  static func lookups(_ fault: Fault?) -> [Pairing] {
    [
      Pairing(
        "get_dev_pagemap", spec: "mapping/lookup.m",
        constants: [("TASKS", "2"), ("RANGES", "2"), ("CACHED", "1")],
        environment: environment(
          "what tryget_live does not do (TRYGET_LIVE = 1)",
          ["tryget: inc_not_zero", "tryget: count is 0, false"])
      ) { memory in
        lookupSubject(Lookups(memory, ranges: 2, threads: 2, fault: fault))
      }
    ]
  }

  private static func lookupSubject(_ lookups: Lookups<SimulatedMemory>) -> Subject {
    let callers = lookups.holds.indices.map { thread in
      Scenario.Thread("Task_\(thread + 1)") { await lookups.caller(thread) }
    }
    let teardown = [
      Scenario.Thread("memunmap_pages") { await lookups.map.memunmapPages() },
      Scenario.Thread("RCU callback") { await lookups.map.switchToAtomic() },
    ]
    return Subject(
      Scenario(callers + teardown),
      processes: callers.indices.map { Int64($0) } + [nil, nil],
      observe: { observations(lookups) })
  }

  private static func observations(_ lookups: Lookups<SimulatedMemory>) -> [String: Int64?] {
    let map = lookups.map
    var values = MapObservation.observations(map.ref)
    // The specification has a flag for each task in place of this count.
    values.removeValue(forKey: "readers")
    values["exited"] = Int64(map.exited.value)
    for range in map.entries.indices {
      values["in_array[\(range)]"] = Int64(map.entries[range].value)
      values["pages[\(range)]"] = Int64(map.pages[range].value)
    }
    for (thread, holds) in lookups.holds.enumerated() {
      let task = "[Task_\(thread + 1)]"
      values["holds\(task)"] = Int64(holds.value)
      values["reading\(task)"] = Int64(map.rcu.reading[thread].value)
      values["kill_waits\(task)"] = Int64(map.rcu.killWaits[thread].value)
      values["array_waits\(task)"] = Int64(map.rcu.arrayWaits[thread].value)
    }
    return values
  }
}
