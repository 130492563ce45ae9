import Foundation
import Model
import TestSupport
import Testing

/// An instance with symbolic constants is explored as the same instance without.
@Suite("Symbolic constants") struct SymbolicConstantTests {
  private static let specs = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("specs")

  struct Instance: Sendable, CustomStringConvertible {
    let spec: String
    let symbolic: [String: Int64]
    var others: [String: Int64] = [:]

    var description: String { spec }
  }

  @Test(
    "The specifications",
    arguments: [
      Instance(
        spec: "pgmap/request-folio-reviewed", symbolic: ["FOLIOS": 2, "TASKS": 1],
        others: ["INTERLEAVED": 0]),
      Instance(spec: "bench/pin-first", symbolic: ["FOLIOS": 2, "TASKS": 1]),
      Instance(spec: "bench/mcs-lock", symbolic: ["TASKS": 2]),
      Instance(spec: "bench/peterson", symbolic: ["PROCESSES": 2]),
      Instance(spec: "bench/placement", symbolic: ["PAGES": 3, "NODES": 2]),
      Instance(spec: "bench/directory-cache", symbolic: ["CLIENTS": 1]),
    ])
  func specification(_ instance: Instance) async throws {
    let file = Self.specs.appendingPathComponent("\(instance.spec).m")
    let text = try String(contentsOf: file, encoding: .utf8)
    let values = instance.symbolic.merging(instance.others) { $1 }
    let overrides = values.sorted { $0.key < $1.key }.map { (name: $0.key, value: "\($0.value)") }
    let names = Array(instance.symbolic.keys)
    let plain = try system(of: text, overriding: overrides)
    let symbolic = try system(of: text, overriding: overrides, forAll: names)
    #expect(Set(symbolic.symbolicConstants) == Set(names))
    let found = try #require(
      NaiveChecker.Findings(try await Engines.explored(symbolic, workers: 2), of: symbolic))
    let expected = try #require(
      NaiveChecker.Findings(try await Engines.explored(plain, workers: 2), of: plain))
    #expect(found == expected)
    #expect(found.states > 10)
  }

  @Test("Random systems") func randomSystems() async throws {
    var (compared, refused) = (0, 0)
    for seed: UInt64 in 0..<60 {
      let text = RandomSystem.tree(seed: seed).text
      guard let symbolic = try? system(of: text, forAll: ["SIZE"]) else {
        refused += 1
        continue
      }
      guard let found = NaiveChecker.findings(of: symbolic, limit: 200) else { continue }
      let plain = NaiveChecker.findings(of: try system(of: text), limit: 200)
      #expect(found == plain, "seed \(seed)")
      compared += 1
      guard seed < 12 else { continue }
      let agreement = ProverAgreement(system: symbolic, truth: found, depth: 2)
      #expect(try await agreement.boundedProblem() == nil, "seed \(seed)")
      #expect(try await agreement.inductionProblem() == nil, "seed \(seed)")
    }
    #expect(compared > 15, "\(refused) refused")
  }
}
