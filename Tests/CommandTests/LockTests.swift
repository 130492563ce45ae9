import Foundation
import TestSupport
import Testing

@Suite struct LockTests {
  /// Runs `body` where the verdicts of a small specification are recorded.
  private func withLock(_ body: (Pinproof) throws -> Void) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("specs/spec.m", Specs.counter)
      let outcome = try pinproof("lock", "--lock", "verdicts.lock")
      #expect(outcome.status == 0, "\(outcome)")
      try body(pinproof)
    }
  }

  private func regress(_ pinproof: Pinproof, _ more: String...) throws -> Command.Outcome {
    try pinproof.run(["regress", "--lock", "verdicts.lock"] + more)
  }

  @Test func nothingHasChanged() throws {
    try withLock { pinproof in
      let lock = try pinproof.read("verdicts.lock")
      #expect(lock.contains("specs/spec.m\tdefault\tin range\tinvariant\texhausted\texplicit"))
      let outcome = try regress(pinproof)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("nothing has changed"))
    }
  }

  @Test func aCommentIsOnlyNoted() throws {
    try withLock { pinproof in
      try pinproof.write("specs/spec.m", "-- a comment\n" + Specs.counter)
      let outcome = try regress(pinproof)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("the text has changed"))
    }
  }

  @Test func aLossIsNamedAndNotRecorded() throws {
    try withLock { pinproof in
      let before = try pinproof.read("verdicts.lock")
      let worse = Specs.counter.replacingOccurrences(of: "x <= N;", with: "x < N;")
      try pinproof.write("specs/spec.m", worse)
      let outcome = try regress(pinproof, "--update")
      #expect(outcome.status == 12)
      #expect(outcome.output.contains("in range: was exhausted, is violated after 3 steps"))
      #expect(try pinproof.read("verdicts.lock") == before)
    }
  }

  @Test func aNewClaimIsRecordedOnRequest() throws {
    try withLock { pinproof in
      try pinproof.write("specs/spec.m", Specs.counter + "\ninvariant \"new\" x < 9;\n")
      #expect(try regress(pinproof).status == 30)
      #expect(try regress(pinproof, "--update").status == 0)
      #expect(try regress(pinproof).status == 0)
      #expect(try pinproof.read("verdicts.lock").contains("\tnew\t"))
    }
  }

  @Test func whatIsNotAsClaimedInAnyConfigurationIsRecordedAndSaid() throws {
    try Pinproof.inNewFolder { pinproof in
      let narrow = Specs.counter.replacingOccurrences(of: "x <= N;", with: "x <= 3;")
      try pinproof.write(
        "specs/spec.m", "-- pinproof: configuration \"larger\" N=4\n" + narrow)
      let outcome = try pinproof("lock", "--lock", "verdicts.lock")
      #expect(outcome.status == 12)
      #expect(
        outcome.output.contains(
          "NOT AS CLAIMED  specs/spec.m | larger | in range: is violated, expected: holds"))
      #expect(
        try pinproof.read("verdicts.lock").contains("\tlarger\tin range\tinvariant\tviolated"))
      #expect(try regress(pinproof).status == 0)
    }
  }

  @Test func anotherStateCountIsNamed() throws {
    try withLock { pinproof in
      let larger = Specs.counter.replacingOccurrences(of: "N: 3", with: "N: 4")
      try pinproof.write("specs/spec.m", larger)
      let outcome = try regress(pinproof)
      #expect(outcome.status == 30)
      #expect(outcome.output.contains("states 4 -> 5"))
    }
  }

  @Test func missingAndDamagedLocksAreRefused() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("specs/spec.m", Specs.counter)
      #expect(try regress(pinproof).status == 66)
      try pinproof.write("verdicts.lock", "# first\nrubbish\n")
      let outcome = try regress(pinproof)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("verdicts.lock:2"))
    }
  }

  @Test(arguments: ["twice", "default"])
  func verdictsThatCannotBeToldApartAreNotRecorded(name: String) throws {
    try Pinproof.inNewFolder { pinproof in
      let line = "-- pinproof: configuration \"\(name)\" N=4\n"
      let lines = name == "twice" ? line + line : line
      try pinproof.write("specs/spec.m", lines + Specs.counter)
      let outcome = try pinproof("lock", "--lock", "verdicts.lock")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("two verdicts for the configuration \(name)"))
      #expect(!pinproof.files.contains("verdicts.lock"))
    }
  }

  @Test func anInvalidSpecificationRecordsNothing() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("specs/spec.m", "var x: 0..")
      #expect(try pinproof("lock", "--lock", "verdicts.lock").status == 65)
      #expect(!pinproof.files.contains("verdicts.lock"))
    }
  }
}
