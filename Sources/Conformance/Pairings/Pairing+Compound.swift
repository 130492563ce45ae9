import Interleaving
import PageLifetime

extension Pairing {
  /// The word of compound pages, and large folios in use.
  static func compound(_ fault: Fault?) -> [Pairing] {
    [
      word("V4-word", maxOrder: 2, tasks: 1, fault),
      word("V4-word-two-tasks", maxOrder: 1, tasks: 2, fault),
      Pairing(
        "V4L", spec: "compound/large-folios.m",
        constants: [("PAGES", "2"), ("MAX_ORDER", "1"), ("TASKS", "2"), ("CONTRACT", "1")],
        rules: [
          "tryget_many: add_unless": [
            "tryget_many: add_unless", "tryget_many: count is 0, warn",
          ]
        ],
        environment: [
          "folio_try_get": "a speculative getter is no caller (SPECULATIVE = 0)",
          "folio_put": "a speculative getter is no caller (SPECULATIVE = 0)",
          "read folio->pgmap again": "what the fix of April 2026 removes (LOCAL_PGMAP = 1)",
        ]
      ) { memory in
        largeSubject(LargeDriver(memory, maxOrder: 1, threads: 2, fault: fault))
      },
    ]
  }

  /// As many pages as a folio of the largest order has.
  private static func word(
    _ name: String, maxOrder: Int, tasks: Int, _ fault: Fault?
  ) -> Pairing {
    Pairing(
      name, spec: "compound/word.m",
      constants: [
        ("PAGES", "\(1 << maxOrder)"), ("MAX_ORDER", "\(maxOrder)"), ("TASKS", "\(tasks)"),
        ("CONTRACT", "1"),
      ],
      environment: [
        "page_pgmap: read word of page": "only holders of a reference call it (CONTRACT = 1)"
      ]
    ) { memory in
      wordSubject(DaxFileSystem(memory, maxOrder: maxOrder, tasks: tasks, fault: fault))
    }
  }

  private static func wordSubject(_ system: DaxFileSystem<SimulatedMemory>) -> Subject {
    let tasks = system.held.indices.map { number in
      Scenario.Thread("Task_\(number + 1)") { await system.task(number) }
    }
    return Subject(
      Scenario(tasks + [Scenario.Thread("file system") { await system.owner() }]),
      processes: tasks.indices.map { Int64($0) } + [nil],
      observe: {
        var values = observations(system.pages, countName: "count")
        for (page, folio) in system.folios.enumerated() {
          values["folio[\(page)]"] = .some(number(folio))
          values["mapped[\(page)]"] = Int64(system.mapped[page].value)
        }
        for (task, held) in system.held.enumerated() {
          values["held[Task_\(task + 1)]"] = .some(number(held))
          values["page[Task_\(task + 1)]"] = .some(number(system.looked[task]))
        }
        return values
      })
  }

  private static func largeSubject(_ driver: LargeDriver<SimulatedMemory>) -> Subject {
    let callers = driver.holds.indices.map { thread in
      Scenario.Thread("Task_\(thread + 1)") { await driver.caller(thread) }
    }
    let teardown = [
      Scenario.Thread("memunmap_pages") { await driver.teardown() },
      Scenario.Thread("RCU callback") { await driver.map.ref.switchToAtomic() },
    ]
    return Subject(
      Scenario(callers + teardown), processes: callers.indices.map { Int64($0) } + [nil, nil],
      observe: { observations(driver) }, isOver: { driver.map.unmapped.value == 1 })
  }

  private static func observations(_ driver: LargeDriver<SimulatedMemory>) -> [String: Int64?] {
    var values = MapObservation.observations(driver.map.ref)
    values.merge(observations(driver.map.pages, countName: "ref")) { $1 }
    values["unmapped"] = Int64(driver.map.unmapped.value)
    values["requests"] = Int64(driver.requests.value)
    for page in driver.offsets.indices {
      values["offset[\(page)]"] = Int64(driver.offsets[page].value)
      values["folio_of[\(page)]"] = .some(number(driver.folioOf[page]))
      for thread in driver.holds.indices {
        values["holds[Task_\(thread + 1)][\(page)]"] = Int64(driver.holds[thread][page].value)
      }
    }
    return values
  }

  private static func observations(
    _ pages: CompoundPages<SimulatedMemory>, countName: String
  ) -> [String: Int64?] {
    var values: [String: Int64?] = [:]
    for page in pages.word.indices {
      values["word[\(page)]"] = Int64(pages.word[page].value)
      values["head[\(page)]"] = Int64(pages.head[page].value)
      values["byte[\(page)]"] = Int64(pages.byte[page].value)
      values["\(countName)[\(page)]"] = Int64(pages.count[page].value)
    }
    return values
  }

  /// -1 stands for what the specification leaves undefined.
  static func number(_ cell: SimulatedCell) -> Int64? {
    cell.value < 0 ? nil : Int64(cell.value)
  }
}
