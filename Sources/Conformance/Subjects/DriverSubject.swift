import Interleaving
import PageLifetime

/// Callers, the teardown, the RCU callback and, where somebody waits for idle pages, a waiter for
/// each folio: over one page map.
struct DriverSubject {
  static let threads = 2
  static let folios = 2

  private let driver: Driver<SimulatedMemory>
  private let waits: Bool
  private let fields: Set<MapObservation.Field>

  /// What the specification has beyond counts, it has in these fields.
  init(
    _ driver: Driver<SimulatedMemory>, waits: Bool = false, fields: Set<MapObservation.Field> = []
  ) {
    self.driver = driver
    self.waits = waits
    self.fields = fields
  }

  var subject: Subject {
    let (driver, fields) = (driver, fields)
    let callers = (0..<Self.threads).map { thread in
      Scenario.Thread("Task_\(thread + 1)") { await driver.caller(thread) }
    }
    let waiters = (0..<(waits ? driver.map.folios.count : 0)).map { folio in
      Scenario.Thread("waiter for Folio_\(folio + 1)") { await driver.map.waitUntilIdle(folio) }
    }
    return Subject(
      Scenario(callers + MapObservation.teardown(driver.map, driver.teardown) + waiters),
      processes: (0..<Self.threads).map { Int64($0) } + [nil, nil] + waiters.map { _ in nil },
      observe: { Self.observations(driver, fields) },
      isOver: { driver.map.unmapped.value == 1 })
  }

  private static func observations(
    _ driver: Driver<SimulatedMemory>, _ fields: Set<MapObservation.Field>
  ) -> [String: Int64?] {
    let names = (1...driver.map.folios.count).map { "Folio_\($0)" }
    var values = MapObservation.observations(driver.map, folioNames: names, fields)
    values["requests"] = Int64(driver.requests.value)
    for (folio, name) in names.enumerated() {
      values["offset[\(name)]"] = Int64(driver.offsets[folio].value)
      for thread in 0..<threads {
        values["holds[Task_\(thread + 1)][\(name)]"] = Int64(driver.holds[thread][folio].value)
      }
    }
    return values
  }
}

/// What every specification of a page map has: its reference count, its folios, its teardown.
enum MapObservation {
  typealias Map = PageMap<SimulatedMemory>

  /// What not every specification has.
  enum Field: Hashable, CaseIterable { case bulk, waiter, mapping }

  /// The threads that take a page map down.
  static func teardown(
    _ map: Map, _ unmap: @escaping @Sendable () async -> Void
  ) -> [Scenario.Thread] {
    [
      Scenario.Thread("memunmap_pages", unmap),
      Scenario.Thread("RCU callback") { await map.ref.switchToAtomic() },
    ]
  }

  static func observations(
    _ map: Map, folioNames: [String], _ fields: Set<Field>
  ) -> [String: Int64?] {
    var values = observations(map.ref)
    values["unmapped"] = Int64(map.unmapped.value)
    if fields.contains(.bulk) { values["bulk"] = Int64(map.bulk.value) }
    for (folio, name) in folioNames.enumerated() {
      values["ref[\(name)]"] = Int64(map.folios[folio].value)
      if fields.contains(.waiter) { values["waiter[\(name)]"] = Int64(map.waiters[folio].value) }
      if fields.contains(.mapping) { values["mapping[\(name)]"] = Int64(map.mappings[folio].value) }
    }
    return values
  }

  static func observations(_ ref: PercpuRef<SimulatedMemory>) -> [String: Int64?] {
    [
      "percpu": ref.percpu.value, "count": ref.unbiasedCount.0,
      "completed": min(1, ref.completions.value), "readers": ref.rcu.readers.value,
      "mode": mode(of: ref),
    ].mapValues { Int64($0) }
  }

  /// PERCPU, KILLED, FOLDED, ATOMIC, as the specifications number them.
  private static func mode(of ref: PercpuRef<SimulatedMemory>) -> Int {
    if ref.flags.value == 0 { return 0 }
    if ref.unbiasedCount.isBiased { return 1 }
    return ref.guardDropped.value == 0 ? 2 : 3
  }
}
