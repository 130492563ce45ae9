import Foundation
import TestSupport
import Testing

@Suite struct ExitCodeTests {
  /// A fixture for each code, and what `--exit-code simple` makes of it.
  private static let codes: [(String, Int32, Int32)] = [
    ("inductive-1", 0, 0), ("peterson", 0, 0), ("deadlock-stuck", 11, 1),
    ("invariant-violated", 12, 1), ("liveness-violated", 13, 1), ("assertion-violated", 14, 1),
    ("error-statement", 14, 1), ("error-range", 14, 1), ("covers", 15, 1),
    ("no-rule-fires", 15, 1),
  ]

  @Test(arguments: codes)
  func eachVerdictHasItsCode(name: String, code: Int32, simple: Int32) throws {
    let path = Pinproof.fixture(name)
    #expect(try Pinproof.run("check", path).status == code)
    #expect(try Pinproof.run("check", path, "--exit-code", "simple").status == simple)
  }

  @Test func noAnswerIsItsOwnCode() throws {
    try Pinproof.inNewFolder { pinproof in
      let large = try pinproof.write("large.m", Specs.large)
      #expect(try pinproof("explore", large, "--max-states", "100").status == 30)
      let simple = try pinproof(
        "explore", large, "--max-states", "100", "--exit-code", "simple")
      #expect(simple.status == 2)
    }
  }

  @Test(
    arguments: [
      (["deadlock-stuck", "invariant-violated"], 12), (["invariant-violated", "error-range"], 14),
      (["liveness-violated", "deadlock-stuck"], 11), (["covers", "liveness-violated"], 13),
      (["inductive-1", "covers"], 15), (["error-range", "missing"], 66),
    ] as [([String], Int32)])
  func theWeightiestCodeWins(names: [String], code: Int32) throws {
    let outcome = try Pinproof.inNewFolder { try $0.run(["check"] + names.map(Pinproof.fixture)) }
    #expect(outcome.status == code)
  }

  @Test(
    arguments: [("error", 15), ("warn", 0), ("ignore", 0)] as [(String, Int32)])
  func vacuityCountsAsTheOptionSays(policy: String, code: Int32) throws {
    let outcome = try Pinproof.run(
      "check", Pinproof.fixture("no-rule-fires"), "--vacuity", policy)
    #expect(outcome.status == code)
    #expect(outcome.output.contains("VACUOUS"))
  }

  @Test(
    arguments: [
      ("violated", "N=5", 0, "as expected"), ("holds", "N=2", 0, "as expected"),
      ("holds", "N=5", 12, "expected: holds"), ("violated", "N=2", 12, "expected: violated"),
      ("vacuous", "N=2", 15, "expected: vacuous"),
    ] as [(String, String, Int32, String)])
  func expectationsDecideTheCode(
    expected: String, constant: String, code: Int32, words: String
  ) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write(
        "limited.m", "-- pinproof: expect \"below three\" \(expected)\n" + Specs.limited)
      let outcome = try pinproof("check", "limited.m", "-c", constant)
      #expect(outcome.status == code)
      #expect(outcome.output.contains(words))
    }
  }

  /// A proof does not say whether the claim says anything.
  @Test func whatIsExpectedToBeVacuousIsNotDecidedByAProof() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write(
        "limited.m", "-- pinproof: expect \"not negative\" vacuous\n" + Specs.limited)
      let outcome = try pinproof("prove", "limited.m", "-c", "N=2")
      #expect(outcome.status == 30)
      #expect(outcome.output.contains("expected: vacuous, which check decides"))
    }
  }

  @Test func anExpectationOfNoClaimIsAnError() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("a.m", "-- pinproof: expect \"belw three\" violated\n" + Specs.limited)
      let outcome = try pinproof("check", "a.m")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("a.m:1:"))
    }
  }
}
