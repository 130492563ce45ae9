import Foundation
import Testing

@testable import benchmarks

struct PreparationTests {
  private let text = """
    -- pinproof: deadlock off
    -- pinproof: expect "a" when N=1 violated
    const
      N: 2;      -- how many
      NUMBER: 3;
    invariant "a"
      forall i: T do x[i] end;
    invariant "b" y;
    """

  @Test func setsOneConstantAndKeepsWhatFollows() throws {
    let prepared = try Preparation(text, constants: [.init("N", 7)], without: []).text
    #expect(prepared.contains("  N: 7;      -- how many\n  NUMBER: 3;"))
  }

  @Test func leavesOutClaimsAndWhatTheyExpect() throws {
    let prepared = try Preparation(text, constants: [], without: ["a"]).text
    #expect(!prepared.contains("\"a\""))
    #expect(prepared.hasSuffix("\ninvariant \"b\" y;"))
    #expect(prepared.contains("deadlock off"))
  }

  @Test func whatIsNotThereIsAProblem() {
    #expect(throws: Problem.self) {
      try Preparation(text, constants: [.init("M", 1)], without: [])
    }
    #expect(throws: Problem.self) { try Preparation(text, constants: [], without: ["c"]) }
  }

  @Test func spellsForCMurphi() throws {
    let source = "INTERLEAVED = 1 & INTERLEAVED2\nassert \"why\" a & b;"
    let prepared = try Preparation(source, constants: [], without: [])
    #expect(prepared.cmurphi == "INTERLEAVED_ = 1 & INTERLEAVED2\nassert a & b \"why\";")
  }

  @Test(arguments: Workload.all) func workloadsFitTheirSpecs(_ workload: Workload) throws {
    let text = try String(contentsOfFile: repository + workload.spec, encoding: .utf8)
    for size in [workload, workload.small, workload.reducible].compactMap(\.self) {
      _ = try Preparation(text, constants: size.constants, without: size.without)
    }
  }
}
