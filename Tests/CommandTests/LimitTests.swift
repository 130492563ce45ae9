import Foundation
import TestSupport
import Testing

@Suite struct LimitTests {
  /// What ends the exploration, and how the report names it.
  private static let limits: [([String], String)] = [
    (["--max-states", "1000"], "states"), (["--max-depth", "3"], "depth"),
    (["--timeout", "0.5"], "time"), (["--memory-limit", "0.1"], "memory"),
  ]

  @Test(arguments: limits.indices, ["check", "explore"])
  func aLimitGivesAFullPartialReport(index: Int, verb: String) throws {
    let (options, name) = Self.limits[index]
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("large.m", name == "memory" ? Specs.largeStates : Specs.large)
      let budget = verb == "check" ? ["--proof-budget", "0"] : []
      let outcome = try pinproof.run([verb, "large.m", "--format", "json"] + options + budget)
      #expect(outcome.status == 30)
      let run = try JSONRun(outcome.output)
      let exploration = try #require(run.specs[0]["exploration"] as? [String: Any])
      #expect(exploration["complete"] as? Bool == false)
      #expect(exploration["limit"] as? String == name)
      #expect((exploration["states"] as? Int ?? 0) > 100)
      let rule = try #require((run.specs[0]["rules"] as? [[String: Any]])?.first)
      #expect((rule["fired"] as? Int ?? 0) > 100)
      #expect(run.claims.count == 2)
      for claim in run.claims {
        #expect(["bounded", "unknown"].contains(claim["verdict"] as? String))
        #expect(claim["reason"] as? NSNull == nil)
      }
    }
  }

  @Test(arguments: [[], ["--for-all", "FOLIOS,TASKS"]])
  func theMemoryOfProofsIsLimitedToo(options: [String]) throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof.run(
        ["prove", Pinproof.spec("bench/pin-first.m"), "--memory-limit", "0.02"] + options)
      #expect(outcome.status == 30)
      #expect(outcome.output.contains("the limit of memory was reached"))
    }
  }

  @Test func theTimeCoversProofsToo() throws {
    let start = ContinuousClock.now
    let outcome = try Pinproof.run(
      "prove", Pinproof.spec("bench/pin-first.m"), "--timeout", "1", "--format", "json")
    #expect(outcome.status == 30)
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(try JSONRun(outcome.output).claims.count == 2)
  }

  /// A limit that ends a run before it has begun is the reason for what is not known.
  @Test func aLimitIsNamedEvenAtOnce() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("proved.m", Specs.proved)
      let outcome = try pinproof("prove", "proved.m", "--timeout", "0.0001")
      #expect(outcome.status == 30)
      for line in outcome.output.split(separator: "\n") where line.contains("UNKNOWN") {
        #expect(line.contains("the time was up"), "\(outcome)")
      }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptGivesAFullPartialReport(signal: Int32) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("large.m", Specs.large)
      let outcome = try pinproof.run([
        "explore", "large.m", "--format", "json", "--output", "report.json", "--trace-dir",
        "traces",
      ]) { process in
        Thread.sleep(forTimeInterval: 1)
        kill(process.processIdentifier, signal)
      }
      #expect(outcome.status == 30)
      #expect(outcome.errors.contains("interrupted"))
      #expect(pinproof.files == ["large.m", "report.json"])
      let run = try JSONRun(pinproof.read("report.json"))
      let exploration = try #require(run.specs[0]["exploration"] as? [String: Any])
      #expect(exploration["limit"] as? String == "interrupted")
      #expect((exploration["states"] as? Int ?? 0) > 100)
    }
  }

  @Test func aKilledRunLeavesNoFile() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("large.m", Specs.large)
      let outcome = try pinproof.run(["explore", "large.m", "--output", "report.txt"]) { process in
        Thread.sleep(forTimeInterval: 0.5)
        kill(process.processIdentifier, SIGKILL)
      }
      #expect(outcome.status == SIGKILL)
      #expect(pinproof.files == ["large.m"])
    }
  }
}
