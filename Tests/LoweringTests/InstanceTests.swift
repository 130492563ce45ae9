import Foundation
import Model
import TestSupport
import Testing

/// Nothing in a system is decided by the values that its symbolic constants happen to have.
@Suite struct InstanceTests {
  @Test(arguments: [
    ("pgmap/request-folio-reviewed", ["FOLIOS", "TASKS"]),
    ("pgmap/request-folio", ["FOLIOS", "TASKS"]),
    ("bench/pin-first", ["FOLIOS", "TASKS"]), ("bench/mcs-lock", ["TASKS"]),
    ("bench/peterson", ["PROCESSES"]), ("bench/placement", ["PAGES", "NODES"]),
    ("bench/directory-cache", ["CLIENTS"]),
  ])
  func allInstancesSayTheSame(_ name: String, _ constants: [String]) throws {
    let specs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("specs")
    let text = try String(
      contentsOf: specs.appendingPathComponent("\(name).m"), encoding: .utf8)
    let transcripts = try [(1, 1), (2, 3), (5, 2)].map { values in
      let overrides = zip(constants, [values.0, values.1]).map { (name: $0, value: "\($1)") }
      return Transcript(of: try system(of: text, overriding: overrides, forAll: constants)).lines
    }
    #expect(transcripts[0] == transcripts[1])
    #expect(transcripts[1] == transcripts[2])
    for name in constants { #expect(transcripts[0].contains { $0.contains(name) }) }
  }
}
