import TestSupport
import Testing

/// What engines that work side by side say together.
@Suite struct PortfolioTests {
  /// Its violation lies deeper than what is visited breadth first.
  private static let deep = """
    var on: array [1..40] of boolean; count: 0..6;
    startstate begin for i: 1..40 do on[i] := false; end; count := 0; end;
    ruleset i: 1..40 do rule "switch" begin on[i] := !on[i]; end; end;
    rule "count" count < 6 ==> begin count := count + 1; end;
    invariant "never six" count != 6;
    """

  @Test func aViolationThatNeedNotBeShortestDoesNotSaySo() throws {
    try Pinproof.inNewFolder { pinproof in
      let spec = try pinproof.write("deep.m", Self.deep)
      let alone = try pinproof("prove", spec, "--engine", "ic3")
      #expect(alone.status == 12)
      #expect(alone.output.contains("VIOLATED"))
      #expect(!alone.output.contains("shortest"))
      let together = try pinproof("prove", spec)
      #expect(together.output.contains("depth 6, shortest"))
    }
  }

  @Test func aViolationAmongTheStatesThatWereVisitedIsShortest() throws {
    let outcome = try Pinproof.run("prove", Pinproof.fixture("hanoi"), "--engine", "ic3")
    #expect(outcome.output.contains("depth 7, shortest"))
  }

  @Test func whereTheExplorerDoesNotComeToAnEndLemmasAreFound() throws {
    let outcome = try Pinproof.run(
      "check", Pinproof.fixture("inductive-never"), "--max-states", "3")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("never seven        :10  PROVED  ic3"))
  }

  @Test(arguments: ["hanoi", "inductive-never", "peterson", "put"])
  func theReportDoesNotDependOnWorkers(fixture: String) throws {
    let reports = try ["1", "2", "2"].map {
      try Pinproof.run("prove", Pinproof.fixture(fixture), "--workers", $0).output
    }
    #expect(reports[0] == reports[1])
    #expect(reports[1] == reports[2])
  }
}
