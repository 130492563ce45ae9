import TestSupport
import Testing

/// Claims about every value of a constant.
@Suite struct SymbolicConstantTests {
  /// True for `N` up to 2 only.
  private static let text = """
    -- pinproof: deadlock off
    -- pinproof: for-all N
    const N: 2; LAST: N - 1;
    var x: 0..N;
    startstate begin x := 0; end;
    rule x < N ==> begin x := x + 1; end;
    invariant "small" x <= 2;
    """

  @Test(arguments: [[], ["--for-all", "N"], ["--engine", "k-induction"]])
  func aProofForTheInstanceIsNone(options: [String]) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("small.m", Self.text)
      let outcome = try pinproof.run(["prove", "small.m"] + options)
      #expect(outcome.status != 0)
      let line = outcome.output.split(separator: "\n").first { $0.contains("small  ") }
      #expect(try #require(line).contains("UNKNOWN"))
    }
  }

  /// What the instance at hand does not show, a greater one does.
  @Test func aSizeAtWhichAClaimIsFalseIsNamed() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("small.m", Self.text)
      let outcome = try pinproof("prove", "small.m", "--for-all", " N ")
      #expect(outcome.status == 30)
      #expect(outcome.output.contains("false for N = 3: pinproof explore small.m -c N=3"))
      #expect(try pinproof("explore", "small.m", "-c", "N=3").output.contains("VIOLATED"))
    }
  }

  @Test func thereIsNothingToLearnForOneSize() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("small.m", Self.text)
      let outcome = try pinproof("prove", "small.m", "--for-all", "none", "--learn")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--learn"))
    }
  }

  @Test func enginesForOneSizeHaveNoUseForLearnedLemmas() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("small.m", Self.text)
      let outcome = try pinproof(
        "prove", "small.m", "--for-all", "N", "--engine", "bmc", "--learn")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--engine bmc"))
    }
  }

  @Test func theInstanceAloneIsProvedOnRequest() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("small.m", Self.text)
      let outcome = try pinproof("prove", "small.m", "--for-all", "none")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("PROVED"))
      #expect(try pinproof("check", "small.m").status == 0)
    }
  }

  /// A race that needs two tasks, and a claim that every size breaks in its own way.
  private static let races = """
    -- pinproof: deadlock off
    -- pinproof: for-all TASKS
    const TASKS: 3;
    type Task: scalarset(TASKS);
    var inside: array[Task] of boolean;
    startstate begin for t: Task do inside[t] := false; end; end;
    ruleset t: Task do rule "enter" !inside[t] ==> begin inside[t] := true; end; end;
    invariant "alone" forall t: Task do forall u: Task do inside[t] & inside[u] -> t = u end end;
    invariant "not all" exists t: Task do !inside[t] end;
    """

  @Test func aRaceIsSaidToExistAtEverySizeFromSomeOn() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("races.m", Self.races)
      let outcome = try pinproof.run(["prove", "races.m", "--cert-dir", "proofs"])
      #expect(outcome.status == 12)
      #expect(outcome.output.contains("VIOLATED for TASKS >= 2"))
      #expect(outcome.output.contains("violated at every size from TASKS >= 2 up"))
      #expect(outcome.output.contains("claim \"not all\": shown for the sizes above only"))
      let certificate = "proofs/races-alone-race.cert.json"
      let check = try pinproof("cert", "check", certificate)
      #expect(check.status == 0)
      #expect(check.output.contains("CONFIRMED that the claim is violated"))
      #expect(check.output.contains("\"alone\" of races.m, for all TASKS >= 2\n"))
      let json = try pinproof("prove", "races.m", "--format", "json")
      #expect(json.output.contains("\"leastSizes\""))
      #expect(json.output.contains("\"from\""))
    }
  }

  /// A race is of every size from some on: a value for the one that it was found in says nothing.
  @Test func aRaceHasNoUseForASizeOfItsOwn() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write(
        "races.m", Self.races.replacing("TASKS: 3;", with: "TASKS: 3; LAST: TASKS - 1;"))
      _ = try pinproof("prove", "races.m", "-c", "TASKS=4", "--cert-dir", ".")
      let name = "races-TASKS-4-alone-race.cert.json"
      #expect(try pinproof("cert", "check", name).status == 0)
      let text = try pinproof.read(name)
      try pinproof.write(
        name, text.replacing(/"overrides" : \{\s*\}/, with: #""overrides" : {"TASKS": "4"}"#))
      let outcome = try pinproof("cert", "check", name)
      #expect(outcome.status == 30, "\(outcome)")
      #expect(outcome.output.contains("REFUSED: it is a race for every TASKS"), "\(outcome)")
    }
  }

  /// What depends on the size has another value for each.
  @Test func theConstantsOfAProofAreThoseOfEverySize() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write(
        "small.m",
        Self.text.replacing("LAST:", with: "BOUND: 7; LAST:")
          + "\ninvariant \"bound\" x <= LAST + 1;")
      let outcome = try pinproof("prove", "small.m", "--property", "bound", "--cert-dir", ".")
      #expect(outcome.output.contains("(parametric), "), "\(outcome)")
      #expect(outcome.output.contains("\n  BOUND=7\n"), "\(outcome)")
      let shown = try pinproof("cert", "show", "small.cert.json")
      #expect(shown.output.contains("\n  BOUND=7\n"), "\(shown)")
    }
  }

  /// An induction has no depth: the limit would be ignored.
  @Test(arguments: [[], ["--for-all", "N"]])
  func aProofForAnySizeHasNoDepth(options: [String]) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("small.m", Self.text)
      let outcome = try pinproof.run(["prove", "small.m", "--max-depth", "5"] + options)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--max-depth: a proof for all N has no depth"), "\(outcome)")
      let one = try pinproof("prove", "small.m", "--max-depth", "5", "--for-all", "none")
      #expect(one.status == 0, "\(one)")
    }
  }

  /// Squares, which no lemma that is learned speaks of.
  private static let squares = """
    -- pinproof: for-all N
    const N: 3;
    var x: 0..N; y: 0..N*N;
    startstate begin x := 0; y := 0; end;
    rule "up" x < N ==> begin y := y + 2 * x + 1; x := x + 1; end;
    rule "again" x = N ==> begin x := 0; y := 0; end;
    invariant "end" x = N -> y = N * N;
    """

  @Test func whereNoLemmaHelpsLearningSaysSo() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("squares.m", Self.squares)
      let plain = try pinproof("prove", "squares.m")
      #expect(plain.output.contains("note: --learn looks in small instances"), "\(plain)")
      let learned = try pinproof("prove", "squares.m", "--learn")
      #expect(learned.output.contains("note: --learn has found no lemmas"), "\(learned)")
      #expect(!learned.output.contains("--learn looks"), "\(learned)")
    }
  }

  @Test func deadlocksOfEverySizeAreRefusedWithAWayOut() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("squares.m", Self.squares)
      let outcome = try pinproof("prove", "squares.m", "--property", "no deadlock")
      #expect(outcome.output.contains("(--deadlock off leaves them out)"), "\(outcome)")
      let without = try pinproof("prove", "squares.m", "--deadlock", "off")
      #expect(!without.output.contains("no deadlock"), "\(without)")
    }
  }

  @Test func whatCannotBeEncodedIsNamedWithItsPlace() throws {
    try Pinproof.inNewFolder { pinproof in
      let line = Self.races.split(separator: "\n", omittingEmptySubsequences: false).count + 1
      try pinproof.write(
        "waits.m",
        Self.races + """

          rule "wait" begin while forall t: Task do inside[t] end do end; end;
          invariant "it" true;
          """)
      let outcome = try pinproof("prove", "waits.m", "--property", "it")
      let words = "the engine cannot honour: a while loop :\(line);"
      #expect(outcome.output.contains(words), "\(outcome)")
    }
  }

  @Test func aStepThatMayFailIsNoViolation() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write(
        "never.m",
        """
        const N: 2;
        var x: 0..N; ever: boolean;
        startstate begin x := 0; ever := false; end;
        rule "up" ever ==> begin x := x + 1; end;
        rule "stay" begin end;
        """)
      let outcome = try pinproof("prove", "never.m", "--for-all", "N", "--deadlock", "off")
      #expect(outcome.status == 30)
      #expect(outcome.output.contains("(k-induction, depth 1, N=2)"), "\(outcome)")
      #expect(outcome.output.contains("*** NOT INDUCTIVE ***   the value 3"), "\(outcome)")
      #expect(outcome.output.contains("note: --learn looks in small instances"), "\(outcome)")
      #expect(!outcome.output.contains("VIOLATED"), "\(outcome)")
    }
  }

  @Test(arguments: [
    ("M", Int32(65), "there is no constant 'M'"), ("LAST", 65, "'LAST' is defined by 'N'"),
    ("N,", 64, "--for-all"), ("", 64, "--for-all"),
  ])
  func namesThatCannotStandForEveryValueAreRefused(
    names: String, status: Int32, message: String
  ) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("small.m", Self.text)
      let outcome = try pinproof("prove", "small.m", "--for-all", names)
      #expect(outcome.status == status)
      #expect((outcome.output + outcome.errors).contains(message))
    }
  }
}
