import Foundation
import TestSupport
import Testing

@Suite struct BehaviourTests {
  @Test func theSameSeedGivesTheSameBehaviours() throws {
    func output(_ seed: String) throws -> String {
      let outcome = try Pinproof.run(
        "run", Pinproof.fixture("dining-philosophers"), "--seed", seed, "--traces", "3",
        "--max-steps", "12")
      #expect(outcome.status == 11)
      return outcome.output
    }
    let first = try output("0x2a")
    #expect(first.contains("note: seed 0x2a"))
    #expect(try output("42") == first)
    #expect(try output("43") != first)
  }

  @Test func aDrawnSeedIsPrintedAndCanBeUsedAgain() throws {
    let path = Pinproof.fixture("dining-philosophers")
    let drawn = try Pinproof.run("run", path).output
    let seed = try #require(drawn.firstMatch(of: /seed (0x[0-9a-f]+)/)).1
    #expect(try Pinproof.run("run", path, "--seed", String(seed)).output == drawn)
  }

  @Test func aBehaviourHasAtMostSoManySteps() throws {
    let outcome = try Pinproof.run(
      "run", Pinproof.fixture("peterson"), "--max-steps", "3", "--traces", "2", "--format", "json")
    let run = try JSONRun(outcome.output)
    let shown = try #require(run.specs[0]["counterexamples"] as? [[String: Any]])
    #expect(shown.count == 2)
    for behaviour in shown { #expect(behaviour["depth"] as? Int == 3) }
  }

  @Test(arguments: [
    ("invariant-violated", 12), ("error-statement", 14), ("assertion-violated", 14),
    ("deadlock-stuck", 11),
  ])
  func aViolationOnTheWayIsTheExitCode(fixture: String, status: Int32) throws {
    let path = Pinproof.fixture(fixture)
    let outcome = try Pinproof.run("run", path, "--seed", "1", "--max-steps", "100")
    #expect(outcome.status == status)
  }

  @Test func aViolationThatIsExpectedIsNone() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write(
        "counter.m",
        """
        -- pinproof: expect "below two" violated
        var x: 0..2;
        startstate begin x := 0; end;
        rule "up" x < 2 ==> begin x := x + 1; end;
        invariant "below two" x < 2;
        """)
      let outcome = try pinproof("run", "counter.m")
      #expect(outcome.output.contains("VIOLATED"))
      #expect(outcome.status == 0)
    }
  }
}
