import Interleaving
import PageLifetime

extension Pairing {
  private static let pfns = 5

  /// `memremap_pages()` with its unwind: two page maps, whatever range the second one wants.
  static func maps(_ fault: Fault?) -> [Pairing] {
    [
      Pairing(
        "memremap_pages", spec: "mapping/map.m",
        constants: [("PFNS", "\(pfns)"), ("CONTRACT", "1")],
        environment: [
          "xa_store_range fails in part": "an allocation that fails half-way (PARTIAL_STORE = 0)",
          "undo: drop struct pages": "pages come after the entries (PUBLISH_LAST = 0)",
        ],
        startingWith: { memory, start in
          let range = Int(start.min() ?? 0)...Int(start.max() ?? 0)
          return mapSubject(
            PfnSpace(memory, pfns: pfns, [[0...0, 1...pfns - 2], [range]], fault: fault))
        })
    ]
  }

  private static func mapSubject(_ space: PfnSpace<SimulatedMemory>) -> Subject {
    let mappers = Mappers(space)
    let callers = space.maps.indices.map { number in
      Scenario.Thread("caller of map \(number)") { await mappers.caller(number) }
    }
    return Subject(
      Scenario(callers + [Scenario.Thread("lookups") { await mappers.lookups() }]),
      processes: callers.indices.map { Int64($0) } + [nil],
      observe: { observations(space) })
  }

  private static func observations(_ space: PfnSpace<SimulatedMemory>) -> [String: Int64?] {
    var values: [String: Int64?] = ["held": number(space.held), "held_pfn": number(space.heldPfn)]
    for pfn in space.entries.indices {
      values["in_array[\(pfn)]"] = .some(number(space.entries[pfn]))
      values["pages[\(pfn)]"] = Int64(space.pages[pfn].value)
      values["pgmap_of[\(pfn)]"] = .some(number(space.owners[pfn]))
    }
    for (number, map) in space.maps.enumerated() {
      values["ref[\(number)]"] = Int64(map.ref.value)
      values["pins[\(number)]"] = Int64(map.pins.value)
      values["nr_range[\(number)]"] = Int64(map.nrRange.value)
      values["wanted[\(number)]"] = Int64(map.ranges.count)
      for (index, range) in map.ranges.enumerated() {
        values["tracked[\(number)][\(index)]"] = Int64(map.tracked[index].value)
        values["first[\(number)][\(index)]"] = Int64(range.lowerBound)
        values["last[\(number)][\(index)]"] = Int64(range.upperBound)
      }
    }
    return values
  }
}
