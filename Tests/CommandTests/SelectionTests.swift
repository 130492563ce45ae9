import Foundation
import TestSupport
import Testing

@Suite struct SelectionTests {
  @Test(
    arguments: [
      ("N=2", 0), ("N=5", 12), ("N = 2", 65), ("N=1 + 1", 0), ("M=2", 65), ("N=true", 65),
      ("N=2x", 65), ("FAST=true", 12), ("FAST=1", 65), ("MODE=QUICK", 12), ("MODE=QUIET", 65),
      ("N=99999999999999999999", 65), ("N=1/0", 65),
    ] as [(String, Int32)])
  func constantsAreOverridden(choice: String, status: Int32) throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof(
        "check", try pinproof.write("limited.m", Specs.limited), "-c", choice)
      #expect(outcome.status == status, "\(outcome)")
      #expect(status != 65 || outcome.errors.contains("error: "))
    }
  }

  @Test func anUnknownConstantIsAnsweredWithTheOnesThereAre() throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof(
        "check", try pinproof.write("limited.m", Specs.limited), "-c", "MODES=SLOW")
      #expect(outcome.errors.contains("limited.m: error: there is no constant 'MODES'"))
      #expect(outcome.errors.contains("did you mean 'MODE'?"))
      #expect(outcome.errors.contains("N = 5, FAST = false, MODE = SLOW"))
    }
  }

  @Test func aSweepDecidesEachInstance() throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof(
        "check", try pinproof.write("limited.m", Specs.limited), "-c", "N=1..3", "-c",
        "FAST=true", "--format", "json")
      let run = try JSONRun(outcome.output)
      let constants = run.specs.compactMap { $0["constants"] as? [String: Int] }
      #expect(constants.map { $0["N"] } == [1, 2, 3])
      #expect(run.specs.map { $0["exit"] as? Int } == [0, 0, 12])
      #expect(outcome.status == 12)
    }
  }

  @Test(
    arguments: [
      (["below*"], ["below three"], 12), (["not ?egative"], ["not negative"], 0),
      (["not*", "*three"], ["below three", "not negative"], 12), (["*"], nil, 12),
      (["not negative"], ["not negative"], 0), (["no run-time error"], ["no run-time error"], 0),
    ] as [([String], [String]?, Int32)])
  func globsSelectClaims(patterns: [String], names: [String]?, status: Int32) throws {
    try Pinproof.inNewFolder { pinproof in
      let options = patterns.flatMap { ["--property", $0] }
      let outcome = try pinproof.run(
        ["check", try pinproof.write("limited.m", Specs.limited), "--format", "json"] + options)
      #expect(outcome.status == status)
      let found = try JSONRun(outcome.output).claims.compactMap { $0["name"] as? String }
      #expect(found == names ?? ["below three", "not negative", "no run-time error"])
    }
  }

  @Test(arguments: ["check", "explore", "prove"])
  func aGlobThatSelectsNothingIsAnError(verb: String) throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof(
        verb, try pinproof.write("limited.m", Specs.limited), "--property", "*", "--property",
        "belw*")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--property 'belw*' selects no claim"))
      #expect(outcome.errors.contains("\n  below three\n"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func aGlobNeedSelectNothingInOneOfSeveral() throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof(
        "check", try pinproof.write("a.m", Specs.counter),
        try pinproof.write("b.m", Specs.limited), "--property", "in range")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("no claim of it matches --property"))
    }
  }

  @Test(arguments: [("off", 0), ("stuck", 0), ("stuttering", 11)] as [(String, Int32)])
  func deadlocksAreWhatTheOptionSays(mode: String, status: Int32) throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof(
        "check", try pinproof.write("stopping.m", Specs.stopping), "--deadlock", mode)
      #expect(outcome.status == status, "\(outcome)")
    }
  }

  @Test func columnsOfNothingAreRefused() throws {
    let peterson = Pinproof.fixture("peterson")
    #expect(try Pinproof.run("check", peterson, "--columns", "Id").status == 0)
    let outcome = try Pinproof.run("check", peterson, "--columns", "Idd")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--columns Idd"))
    #expect(outcome.errors.contains("choose from: Id"))
  }
}
