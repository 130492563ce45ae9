import Interleaving
import PageLifetime

extension Pairing {
  /// V0a and V0b, for each type of memory, under C1w and C2.
  static func pageInit(_ fault: Fault?) -> [Pairing] {
    [
      typed("V0a", .devicePrivate, .v0a, fault), typed("V0b", .devicePrivate, .v0b, fault),
      typed("V0-fsdax", .fsdax, .v0b, fault), typed("V0-generic", .generic, .v0b, fault),
      typed("V0-p2pdma", .p2pdma, .v0b, fault),
    ]
  }

  /// V4 and V4F, for each type of memory, under C1w and C2.
  static func freeByType(_ fault: Fault?) -> [Pairing] {
    [
      typed("V4", .devicePrivate, .v4, fault), typed("V4F", .devicePrivate, .v4f, fault),
      typed("V4-fsdax", .fsdax, .v4, fault), typed("V4F-fsdax", .fsdax, .v4f, fault),
      typed("V4-p2pdma", .p2pdma, .v4, fault), typed("V4F-p2pdma", .p2pdma, .v4f, fault),
      typed("V4F-generic", .generic, .v4f, fault),
    ]
  }

  private static func typed(
    _ name: String, _ type: MemoryType, _ version: TypedVersion, _ fault: Fault?
  ) -> Pairing {
    Pairing(
      name, spec: version.spec, constants: version.constants(type),
      rules: [
        "folio_put": [version.isV4 ? "folio_put" : "put_page"],
        "tryget: read mode": ["tryget_live: read mode"],
        "tryget: this_cpu_inc": ["tryget_live: this_cpu_inc"],
        "wait: idle?": ["wait: idle? yes", "wait: idle? no, sleep"],
      ],
      environment: version.environment(type)
    ) { memory in
      DriverSubject(
        version.driver(memory, type, fault), waits: type == .fsdax, fields: [.bulk, .waiter]
      ).subject
    }
  }
}

/// The versions that treat every type of memory in its own way.
enum TypedVersion: Sendable {
  case v0a, v0b, v4, v4f

  var isV4: Bool { self == .v4 || self == .v4f }

  var spec: String {
    isV4 ? "compound/free-by-type.m" : "pgmap/zone-device-page-init.m"
  }

  func constants(_ type: MemoryType) -> [(name: String, value: String)] {
    let version: (String, String) =
      isV4 ? ("V4F", self == .v4f ? "1" : "0") : ("V0B", self == .v0b ? "1" : "0")
    return [
      version, ("MEMORY", name(of: type)), ("CONTRACT", "1"), ("C2", "1"),
      ("FOLIOS", "\(DriverSubject.folios)"),
    ]
  }

  private func name(of type: MemoryType) -> String {
    switch type {
    case .devicePrivate: "PRIVATE"
    case .fsdax: isV4 ? "FS_DAX" : "FSDAX"
    case .generic: "GENERIC"
    case .p2pdma: "P2PDMA"
    }
  }

  /// The count of an idle page.
  func idle(_ type: MemoryType) -> Int {
    switch (self, type) {
    case (.v0b, .devicePrivate), (.v4, .devicePrivate), (.v4f, .devicePrivate): 0
    case (.v4, .p2pdma), (.v4f, .p2pdma), (.v4f, .fsdax): 0
    default: 1
    }
  }

  /// Whether `memremap_pages()` takes a pin for each page.
  func isBulkPinned(_ type: MemoryType) -> Bool {
    type != .devicePrivate || self == .v0a
  }

  /// Whether a page in use has a pin of its own.
  private func pinsEachFolio(_ type: MemoryType) -> Bool {
    type == .p2pdma || type == .devicePrivate && self != .v0a
  }

  func driver(
    _ memory: SimulatedMemory, _ type: MemoryType, _ fault: Fault?
  ) -> Driver<SimulatedMemory> {
    let version = self
    return Driver(
      memory, threads: DriverSubject.threads, folios: DriverSubject.folios,
      manners: Manners(
        contract: .notUnmapped, ownsOffsets: true, excessPins: DriverSubject.threads,
        pinsEachFolio: pinsEachFolio(type)),
      makeMap: {
        PageMap(
          memory, type, folios: DriverSubject.folios, idle: idle(type),
          isBulkPinned: isBulkPinned(type), fault: fault, pageFree: $0)
      },
      request: { map, offset, got in await version.request(map, offset, got) },
      put: { map, offset in await version.put(map, offset) })
  }

  private func request(
    _ map: PageMap<SimulatedMemory>, _ offset: Int, _ got: @Sendable () -> Void
  ) async -> Bool {
    switch (map.type, self) {
    case (.devicePrivate, .v0a): await map.takeIdlePage(offset)
    case (.devicePrivate, _): await map.zoneDevicePageInit(offset)
    case (.p2pdma, .v0a), (.p2pdma, .v0b): return await map.p2pmemAllocMmap(offset)
    case (.p2pdma, _): return await map.p2pmemAllocMmapFromZero(offset)
    case (.fsdax, .v4f): await map.daxFault(offset)
    case (.fsdax, _), (.generic, _):
      await map.getUserPage(offset, got: got)
      return false
    }
    return true
  }

  private func put(_ map: PageMap<SimulatedMemory>, _ offset: Int) async {
    if isV4 {
      await map.putFolio(offset, isV4F: self == .v4f)
    } else {
      await map.putPage(offset, isV0b: self == .v0b)
    }
  }
}

extension TypedVersion {
  /// The rules of other types and versions, and what never comes to pass.
  func environment(_ type: MemoryType) -> [String: String] {
    var rules = ["folio_try_get": "a speculative getter is no caller (SPECULATIVE = 0)"]
    for (rule, reason) in others(type) { rules[rule] = reason }
    return rules
  }

  private func others(_ type: MemoryType) -> [(String, String)] {
    let constants = constants(type)
    let reason =
      "not of this type and version (\(constants[0].name) = \(constants[0].value), "
      + "MEMORY = \(constants[1].value))"
    return Self.rules(isV4).filter { !$0.isDone(self, type) }.map { ($0.name, reason) }
  }

  private struct Rule: Sendable {
    let name: String
    let isDone: @Sendable (TypedVersion, MemoryType) -> Bool
  }

  private static func rules(_ isV4: Bool) -> [Rule] {
    func names(_ names: [String], _ isDone: @escaping @Sendable (TypedVersion, MemoryType) -> Bool)
      -> [Rule]
    {
      names.map { Rule(name: $0, isDone: isDone) }
    }
    return names(["tryget_live: read mode", "tryget_live: this_cpu_inc"]) { $0.pins($1) }
      + names(["pgmap put: read mode", "pgmap put: this_cpu_dec", "pgmap put: dec_and_test"]) {
        $0.pins($1)
      }
      + names(["set_page_count(1)"]) { version, type in
        type == .devicePrivate && version != .v0a || type == .p2pdma && version.isV4
      }
      + names(["folio_try_get, under pin"]) { version, type in version.looksUp(type) }
      + names(["page_free()"]) { $1.isDriverOwned }
      + names(["wake_up_var", "wait: enqueue", "wait: idle? yes", "wait: idle? no, sleep"]) {
        $1 == .fsdax
      }
      + names(["percpu_ref_put_many(pages)"]) { $0.isBulkPinned($1) }
      + (isV4 ? v4Rules : v0Rules)
  }

  private static let v0Rules = [
    Rule(name: "take the idle page") {
      $1 == .p2pdma || $1 == .devicePrivate && $0 == .v0a
    },
    Rule(name: "read page->pgmap->type") {
      $1 == .p2pdma || $1 == .devicePrivate && $0 == .v0b
    },
    Rule(name: "reset: set_page_count(1)") {
      $1 == .p2pdma || $1 == .devicePrivate && $0 == .v0a
    },
  ]

  private static let v4Rules = [
    Rule(name: "folio_ref_inc") { $1 == .fsdax && $0 == .v4f },
    Rule(name: "read folio->pgmap") { $1.isDriverOwned || $1 == .fsdax && $0 == .v4f },
    Rule(name: "read folio->pgmap->type") { $1.isDriverOwned && $0 == .v4 },
  ]

  private func looksUp(_ type: MemoryType) -> Bool {
    type == .generic || type == .fsdax && self != .v4f
  }

  private func pins(_ type: MemoryType) -> Bool {
    pinsEachFolio(type) || looksUp(type)
  }
}
