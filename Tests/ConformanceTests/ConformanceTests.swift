import Conformance
import Interleaving
import Model
import PageLifetime
import Testing
import Verification

@Suite struct ConformanceTests {
  private func system(of pairing: Pairing) throws -> TransitionSystem {
    try Specification(
      at: "specs/\(pairing.spec)", options: LoadOptions(overrides: pairing.constants)
    ).system
  }

  /// V3b with one owner for each offset: the smallest of all.
  private let small = Pairing.reviewed("small", .pinFirst, ownsOffsets: true) { map, offset in
    await map.requestReviewed(offset, .pinFirst)
  }

  /// All interleavings of all versions are seen by `pinproof conform`; here those of one.
  @Test func oneVersionConforms() throws {
    let result = conformity(of: small, to: try system(of: small))
    #expect(result.outcome == .conforms)
    #expect(result.findings == [])
    #expect(result.observedCells > 10)
  }

  @Test(arguments: Pairing.all.map(\.name))
  func noVersionDivergesSoon(name: String) throws {
    let pairing = try #require(Pairing.all.first { $0.name == name })
    let result = conformity(
      of: pairing, to: try system(of: pairing), limits: Limits(maxStates: 300))
    #expect(result.outcome == .incomplete)
    #expect(result.limit == .states)
    #expect(result.findings == [])
  }

  /// A reviewed request, pin first, in which something is wrong.
  private func pairing(
    _ request: @escaping Pairing.Request
  ) -> Pairing {
    .reviewed("faulty", .pinFirst, request)
  }

  @Test func aForgottenUnpinIsFound() throws {
    let faulty = pairing { map, offset in
      guard offset < map.folios.count else { return await map.refuse() }
      if await map.ref.isDying() { return false }
      guard await map.ref.trygetLive() else { return false }
      return await map.folios[offset].compareExchange(0, 1, "cmpxchg(ref,0,1)") == 0
    }
    let divergence = try #require(
      conformity(of: faulty, to: try system(of: faulty)).divergence)
    // The request that meets a live folio has returned, and has kept its pin.
    #expect(divergence.kind == .observation)
    #expect(divergence.trace.depth <= 10)
  }

  @Test func aPlainStoreIsFound() throws {
    let faulty = pairing { map, offset in
      guard offset < map.folios.count else { return await map.refuse() }
      if await map.ref.isDying() { return false }
      guard await map.ref.trygetLive() else { return false }
      await map.folios[offset].store(2, "cmpxchg(ref,0,1)")
      return true
    }
    let divergence = try #require(
      conformity(of: faulty, to: try system(of: faulty)).divergence)
    #expect(divergence.kind == .observation)
    #expect(divergence.observations.filter(\.differs).map(\.name) == ["ref[Folio_1]"])
    #expect(divergence.trace.depth == 5)
  }

  @Test func aMissingAccessIsFound() throws {
    let faulty = pairing { map, offset in
      offset < map.folios.count ? false : await map.refuse()
    }
    let divergence = try #require(
      conformity(of: faulty, to: try system(of: faulty)).divergence)
    #expect(divergence.kind != .observation || divergence.trace.depth == 1)
  }

  /// What a fault on one side only leads to, and in how few steps.
  private static let faults: [(Fault, version: String, steps: Int)] = [
    (.trygetForLive, "V3a", 8), (.storeForCmpxchg, "V3b", 14), (.forgottenUnpin, "V3b", 14),
    (.undoByFolioPut, "V3a", 12), (.splitIncReturn, "V2", 4), (.noPinOnAllocation, "V0b", 4),
    (.unpinBeforeCallback, "V3b", 10), (.leakedPin, "V3b", 12), (.resetBeforeCallback, "V0a", 6),
    (.missedWakeup, "V0-fsdax", 10), (.loopSkipsFirst, "V1b", 8), (.staleMapping, "V1b", 12),
    (.unmapBeforeWait, "V2", 4), (.bulkMismatch, "V0-generic", 4), (.guardBeforeFold, "V2", 4),
    (.noGracePeriod, "V3b", 8), (.exitBeforeDelete, "get_dev_pagemap", 8),
    (.noSynchronizeRCU, "get_dev_pagemap", 12), (.noReset, "memremap_pages", 12),
    (.entriesKept, "memremap_pages", 12), (.noReinitialisation, "V4L", 4),
    (.rereadAfterFree, "V4L", 14), (.singlePut, "V4L", 14), (.orderKept, "V4-word", 12),
    (.noRecheck, "V4-word", 10), (.unlockBeforePut, "V3b", 12), (.ignoredPin, "V3b", 8),
  ]

  @Test(arguments: faults.indices)
  func everyFaultIsFound(index: Int) throws {
    let (fault, version, steps) = Self.faults[index]
    let pairing = try #require(Pairing.all(with: fault).first { $0.name == version })
    let divergence = try #require(
      conformity(
        of: pairing, to: try system(of: pairing), limits: Limits(maxDepth: steps + 1)
      ).divergence, "\(fault)")
    #expect(divergence.trace.depth <= steps, "\(fault)")
  }

  @Test func everyFaultIsTested() {
    #expect(Set(Self.faults.map(\.0)) == Set(Fault.allCases))
  }

  @Test func anObservationThatTheSpecificationLacksIsNamed() throws {
    let pairing = small
    let curious = Pairing(
      "curious", spec: pairing.spec, constants: pairing.constants, rules: pairing.rules,
      environment: pairing.environment,
      startingWith: { memory, start in
        let subject = pairing.build(memory, start)
        return Subject(
          subject.scenario, processes: subject.processes,
          observe: { subject.observe().merging(["ref[Folio_9]": 0]) { $1 } },
          isOver: subject.isOver)
      })
    let result = conformity(of: curious, to: try system(of: curious))
    #expect(result.outcome == .uncovered)
    #expect(result.unspecified == ["ref[Folio_9]"])
    #expect(result.findings.contains { $0.contains("ref[Folio_9]") })
  }

  @Test func aRuleThatNothingMatchesIsNamed() throws {
    let pairing = small
    let bare = Pairing(
      "bare", spec: pairing.spec, constants: pairing.constants, rules: pairing.rules,
      environment: [:], startingWith: pairing.build)
    let result = conformity(of: bare, to: try system(of: bare))
    #expect(result.outcome == .uncovered)
    #expect(result.idleRules.sorted() == pairing.environment.keys.sorted())
  }
}
