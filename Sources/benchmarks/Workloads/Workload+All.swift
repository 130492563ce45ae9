extension Workload {
  /// The benchmark set. Sizes are such that the slowest peer takes about half a minute at most.
  static let all = [
    Workload(
      name: "pin-first", spec: "specs/bench/pin-first.m",
      constants: [Constant("FOLIOS", 4), Constant("TASKS", 3)],
      symmetric: [Constant("FOLIOS", 4), Constant("TASKS", 3)],
      cmurphi: CMurphiRoom(plain: 256, packed: 128),
      promela: "specs/bench/peers/pin-first.pml", byHand: "specs/bench/peers/pin-first.c"),
    Workload(
      name: "directory-cache", spec: "specs/bench/directory-cache.m",
      constants: [Constant("CLIENTS", 4), Constant("DATA", 2)],
      symmetric: [Constant("CLIENTS", 4), Constant("DATA", 2)],
      cmurphi: CMurphiRoom(plain: 64, packed: 32)),
    Workload(
      name: "peterson", spec: "specs/bench/peterson.m",
      constants: [Constant("PROCESSES", 5), Constant("SCAN", 0)],
      cmurphi: CMurphiRoom(plain: 16, packed: 16)),
    Workload(
      name: "mcs-lock", spec: "specs/bench/mcs-lock.m", constants: [Constant("TASKS", 6)],
      symmetric: [Constant("TASKS", 5)], cmurphi: CMurphiRoom(plain: 32, packed: 16)),
    Workload(
      name: "descriptor-ring", spec: "specs/bench/descriptor-ring.m",
      constants: [Constant("SLOTS", 10)], cmurphi: CMurphiRoom(plain: 256, packed: 128)),
    Workload(
      name: "placement", spec: "specs/bench/placement.m",
      constants: [Constant("PAGES", 6), Constant("NODES", 12)],
      symmetric: [Constant("PAGES", 5), Constant("NODES", 4)],
      cmurphi: CMurphiRoom(plain: 256, packed: 128, queue: 0.7)),
    Workload(
      name: "request-folio", spec: "specs/pgmap/request-folio.m",
      constants: [
        Constant("FOLIOS", 3), Constant("TASKS", 3), Constant("CONTRACT", 2), Constant("C2", 1),
      ],
      without: ["P1'' pin cover while live", "P10 teardown liveness"],
      symmetric: [
        Constant("FOLIOS", 3), Constant("TASKS", 3), Constant("CONTRACT", 2), Constant("C2", 1),
      ], cmurphi: CMurphiRoom(plain: 8, packed: 4)),
    Workload(
      name: "request-folio-reviewed", spec: "specs/pgmap/request-folio-reviewed.m",
      constants: [Constant("FOLIOS", 3), Constant("TASKS", 3)],
      without: ["P10 teardown liveness"],
      symmetric: [Constant("FOLIOS", 3), Constant("TASKS", 3)]),
    Workload(
      name: "translation", spec: "specs/pgmap/translation.m",
      constants: [Constant("WIDTH", 4), Constant("PAGE_NUMBERS", 1)]),
  ]

  /// The small models of the comparison of times to a first answer: the sizes of the files.
  var small: Workload {
    var copy = self
    copy.constants = constants.filter { ["CONTRACT", "C2", "PAGE_NUMBERS"].contains($0.name) }
    if name == "pin-first" { copy.constants = [Constant("FOLIOS", 2), Constant("TASKS", 2)] }
    if symmetric != nil { copy.symmetric = copy.constants }
    copy.cmurphi = CMurphiRoom(plain: 8, packed: 8, queue: 0.7)
    copy.promela = nil
    copy.byHand = nil
    return copy
  }

  /// The workload at the size where symmetry reduction is compared; nil without a scalarset.
  var reducible: Workload? {
    guard let symmetric else { return nil }
    var copy = self
    copy.constants = symmetric
    return copy
  }
}
