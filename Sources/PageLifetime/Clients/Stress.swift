import Interleaving

/// Real threads over real atomics: each round has a page map of its own, callers that request and
/// put as fast as they can, and a kill; afterwards everything must be balanced.
package struct Stress: Sendable {
  /// Which request function; V2 is only killed after its callers are done (C1), V3b at any time.
  package enum Version: Sendable { case asPosted, pinFirst }

  private let version: Version
  private let threads: Int
  private let operations: Int
  private let fault: Fault?

  /// `operations` are requests by each thread in a round; most are put again.
  package init(_ version: Version, threads: Int, operations: Int, fault: Fault? = nil) {
    self.version = version
    self.threads = threads
    self.operations = operations
    self.fault = fault
  }

  /// Runs a round; what is not balanced afterwards, in words.
  package func round() async -> String? {
    let memory = AtomicMemory()
    let (grants, callbacks) = (memory.cell("grants", 0), memory.cell("callbacks", 0))
    let map = PageMap(memory, folios: 2, fault: fault) { _ in callbacks.adjust(1) }
    await withTaskGroup { group in
      group.addTask { await map.ref.switchToAtomic() }
      if version == .pinFirst { group.addTask { await killMidway(map, grants) } }
      await withTaskGroup { callers in
        for thread in 0..<threads {
          callers.addTask { await call(map, thread, grants) }
        }
      }
      if version == .asPosted { await map.ref.kill(when: { true }) }
    }
    return imbalance(of: map, grants.value, callbacks.value)
  }

  /// Kills while callers are busy, but not before they have begun.
  private func killMidway(_ map: PageMap<AtomicMemory>, _ grants: AtomicCell) async {
    let enough = threads * operations / 16
    while grants.value < enough { await Task.yield() }
    await map.ref.kill(when: { true })
  }

  /// Counts the requests that returned a folio.
  private func call(_ map: PageMap<AtomicMemory>, _ thread: Int, _ grants: AtomicCell) async {
    for number in 0..<operations {
      let offset = (number + thread) % map.folios.count
      let isGranted =
        switch version {
        case .asPosted: await map.requestAsPosted(offset)
        case .pinFirst: await map.requestReviewed(offset, .pinFirst)
        }
      guard isGranted else { continue }
      grants.adjust(1)
      await map.putNow(offset)
    }
  }

  private func imbalance(
    of map: PageMap<AtomicMemory>, _ grants: Int, _ callbacks: Int
  ) -> String? {
    let counts = map.folios.map(\.value)
    if counts.contains(where: { $0 != 0 }) { return "folio counts end at \(counts)" }
    if map.pins != 0 { return "\(map.pins) pins are left" }
    if map.ref.percpu.value != 0 { return "a local counter was written after the fold" }
    if map.ref.completions.value != 1 { return "completed \(map.ref.completions.value) times" }
    // V2 hands a folio in use out again, and calls back once.
    if version == .pinFirst, grants != callbacks {
      return "\(grants) folios were granted, \(callbacks) were given back"
    }
    return nil
  }
}
