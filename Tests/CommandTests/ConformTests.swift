import Foundation
import TestSupport
import Testing

@Suite struct ConformTests {
  private static let specs = Pinproof.spec("")

  private func conform(_ arguments: String...) throws -> Command.Outcome {
    try Pinproof.inNewFolder {
      try $0.run(["conform", "--spec-folder", Self.specs] + arguments)
    }
  }

  @Test(arguments: [
    ["--only", "V9"], ["--fault", "gremlins"], ["--max-states", "0"], ["--max-depth", "-1"],
    ["--timeout", "0"], ["--format", "xml"],
  ])
  func usageErrorsAre64(arguments: [String]) throws {
    let outcome = try Pinproof.inNewFolder { try $0.run(["conform"] + arguments) }
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(arguments[0]))
  }

  @Test func aSpecWithoutImplementationIs66() throws {
    let outcome = try conform("specs/none.m")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("pgmap/request-folio.m"))
  }

  @Test func aLimitIs30() throws {
    let outcome = try conform("--only", "V3b", "--max-states", "100")
    #expect(outcome.status == 30)
    #expect(outcome.output.contains("V3b"))
    #expect(outcome.output.contains("UNKNOWN (states)"))
  }

  @Test func aDivergenceIsReportedInJSON() throws {
    let outcome = try conform(
      "--only", "V0b", "--fault", "no-pin-on-allocation", "--format", "json")
    #expect(outcome.status == 14)
    let run = try JSONRun(outcome.output)
    let record = try #require((run.object["conformance"] as? [[String: Any]])?.first)
    #expect(record["version"] as? String == "V0b")
    #expect(record["outcome"] as? String == "diverges")
    #expect((record["findings"] as? [String])?.count == 1)
    #expect((record["observedCells"] as? Int ?? 0) > 10)
    #expect(record["counterexample"] as? [String: Any] != nil)
  }

  @Test func aDivergenceShowsBothSides() throws {
    let outcome = try conform("--only", "V3b", "--fault", "store-for-cmpxchg")
    #expect(outcome.status == 14)
    #expect(outcome.output.contains("DIVERGES"))
    #expect(outcome.output.contains("specified"))
    #expect(outcome.output.contains("<--"))
  }
}
