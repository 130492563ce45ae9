import Interleaving
import PageLifetime

/// Callers of the functions that take several folios at once, the teardown and the RCU callback.
struct SpanSubject {
  private let driver: SpanDriver<SimulatedMemory>

  init(_ driver: SpanDriver<SimulatedMemory>) { self.driver = driver }

  var subject: Subject {
    let driver = driver
    let callers = driver.holds.indices.map { thread in
      Scenario.Thread("Task_\(thread + 1)") { await driver.caller(thread) }
    }
    return Subject(
      Scenario(callers + MapObservation.teardown(driver.map, driver.teardown)),
      processes: callers.indices.map { Int64($0) } + [nil, nil],
      observe: { Self.observations(driver) },
      isOver: { driver.map.unmapped.value == 1 })
  }

  private static func observations(_ driver: SpanDriver<SimulatedMemory>) -> [String: Int64?] {
    let folios = driver.offsets.indices
    var values = MapObservation.observations(
      driver.map, folioNames: folios.map { "\($0)" }, Set(MapObservation.Field.allCases))
    values["requests"] = Int64(driver.requests.value)
    for folio in folios {
      values["offset[\(folio)]"] = Int64(driver.offsets[folio].value)
      for thread in driver.holds.indices {
        values["holds[Task_\(thread + 1)][\(folio)]"] = Int64(driver.holds[thread][folio].value)
      }
    }
    return values
  }
}
