import Interleaving
import PageLifetime

/// Two callers, the teardown and the RCU callback over one page map of two folios.
struct RequestSubject {
  private static let threads = 2
  private static let folios = 2

  private let memory: SimulatedMemory
  private let driver: Driver<SimulatedMemory>
  /// Whether the callback has dropped its guard reference: no field of the page map says so.
  private let guardDropped: SimulatedCell

  init(
    _ memory: SimulatedMemory, isReviewed: Bool, ownsOffsets: Bool,
    _ request: @escaping Driver<SimulatedMemory>.Request
  ) {
    self.memory = memory
    driver = Driver(
      memory, threads: Self.threads, folios: Self.folios, contract: .notUnmapped,
      ownsOffsets: ownsOffsets, asksPastTheEnd: isReviewed, request: request)
    guardDropped = memory.cell("guard dropped", 0)
  }

  var subject: Subject {
    let (driver, guardDropped) = (driver, guardDropped)
    let callers = (0..<Self.threads).map { thread in
      Scenario.Thread("Task_\(thread + 1)") { await driver.caller(thread) }
    }
    let teardown = Scenario.Thread("memunmap_pages") { await driver.teardown() }
    let callback = Scenario.Thread("RCU callback") {
      await driver.map.ref.switchToAtomic()
      guardDropped.value = 1
    }
    return Subject(
      Scenario(callers + [teardown, callback]),
      processes: (0..<Self.threads).map { Int64($0) } + [nil, nil],
      observe: { Self.observations(driver, guardDropped) },
      isOver: { driver.map.unmapped.value == 1 })
  }

  private static func observations(
    _ driver: Driver<SimulatedMemory>, _ guardDropped: SimulatedCell
  ) -> [String: Int64] {
    let map = driver.map
    var values = [
      "percpu": map.ref.percpu.value, "count": unbiased(map.ref.count.value),
      "completed": min(1, map.ref.completions.value), "unmapped": map.unmapped.value,
      "readers": map.ref.rcu.readers.value, "requests": driver.requests.value,
      "mode": mode(of: map.ref, guardDropped),
    ]
    for folio in 0..<folios {
      values["ref[Folio_\(folio + 1)]"] = map.folios[folio].value
      values["offset[Folio_\(folio + 1)]"] = driver.offsets[folio].value
      for thread in 0..<threads {
        values["holds[Task_\(thread + 1)][Folio_\(folio + 1)]"] =
          driver.holds[thread][folio].value
      }
    }
    return values.mapValues(Int64.init)
  }

  private static func unbiased(_ count: Int) -> Int {
    isBiased(count) ? count - percpuCountBias : count
  }

  private static func isBiased(_ count: Int) -> Bool {
    count > percpuCountBias / 2
  }

  /// PERCPU, KILLED, FOLDED, ATOMIC, as the specification numbers them.
  private static func mode(
    of ref: PercpuRef<SimulatedMemory>, _ guardDropped: SimulatedCell
  ) -> Int {
    if ref.flags.value == 0 { return 0 }
    if isBiased(ref.count.value) { return 1 }
    return guardDropped.value == 0 ? 2 : 3
  }
}
