import TestSupport
import Testing

/// A verdict has one meaning, whichever verb gives it.
@Suite struct VerdictTests {
  private static let verbs = [
    ["explore"], ["check"], ["prove"], ["prove", "--engine", "ic3"],
    ["prove", "--engine", "k-induction"],
  ]

  /// The rule never fires, or an assumption rules out what it leads to.
  private static func withoutSteps(_ condition: String) -> String {
    """
    -- pinproof: deadlock off
    var x: 0..3;
    startstate begin x := 0; end;
    rule "up" \(condition) ==> begin x := x + 1; end;
    assume "zero" x < 1;
    invariant "small" x < 2;
    """
  }

  @Test(arguments: verbs, ["x = 2", "x < 3"])
  func whereThereIsNoStepEverythingIsVacuous(verb: [String], condition: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("idle.m", Self.withoutSteps(condition))
      let outcome = try pinproof.run(verb + ["idle.m", "--format", "json"])
      #expect(outcome.status == 15, "\(outcome)")
      for claim in ["zero", "small", "no run-time error"] {
        #expect(try JSONRun(outcome.output).verdict(claim) == "vacuous", "\(claim)")
      }
    }
  }

  /// An assumption that rules out every state from 90 on, and covers near and far.
  private static let covered = """
    -- pinproof: deadlock off
    var x: 0..100;
    startstate begin x := 0; end;
    rule "up" x < 100 ==> begin x := x + 1; end;
    rule "again" x = 80 ==> begin x := 0; end;
    assume "below ninety" x < 90;
    invariant "in range" x <= 100;
    cover "near" x = 3;
    cover "far" x = 80;
    """

  @Test(arguments: verbs + [["explore", "--max-depth", "5"], ["prove", "--engine", "bmc"]])
  func anAssumptionIsAssumed(verb: [String]) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("covered.m", Self.covered)
      let run = verb + ["covered.m", "--property", "below*"]
      let outcome = try pinproof.run(run)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("  assumption  below ninety  :6  ASSUMED\n"), "\(outcome)")
      #expect(outcome.output.contains("1 claim: 1 assumed; all as claimed"), "\(outcome)")
      let json = try JSONRun(try pinproof.run(run + ["--format", "json"]).output)
      #expect(json.verdict("below ninety") == "assumed")
    }
  }

  @Test func aProofIsOfNoAssumption() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("covered.m", Self.covered)
      let outcome = try pinproof("prove", "covered.m", "--cert-dir", ".")
      #expect(outcome.output.contains("proof of 2 claims"), "\(outcome)")
      let claims = try JSONRun(pinproof.read("covered.cert.json")).object["claims"] as? [String]
      #expect(claims == ["in range", "no run-time error"])
      #expect(try pinproof("cert", "check", "covered.cert.json").status == 0)
    }
  }

  @Test(arguments: ["explore", "check"])
  func aCoverThatIsMetIsMet(verb: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("covered.m", Self.covered)
      let near = try pinproof(verb, "covered.m", "--max-depth", "5", "--property", "near")
      #expect(near.status == 0, "\(near)")
      #expect(near.output.contains("  cover  near  :8  MET  explicit\n"), "\(near)")
      let far = try pinproof(verb, "covered.m", "--max-depth", "5", "--property", "far")
      #expect(far.status == 30, "\(far)")
    }
  }

  /// What a limit left out may fire all the same.
  @Test(arguments: [
    ([], "never fired: high :7\n"), (["--max-depth", "5"], "not fired so far: again :5\n"),
  ])
  func ofARuleOnlyACompleteSearchSaysNever(options: [String], words: String) throws {
    try Pinproof.inNewFolder { pinproof in
      let text = Self.covered.replacing(
        "invariant", with: "rule \"high\" x = 95 ==> begin x := 0; end;\ninvariant")
      try pinproof.write("covered.m", text)
      let outcome = try pinproof.run(["explore", "covered.m"] + options)
      #expect(outcome.output.contains(words), "\(outcome)")
      #expect(outcome.output.contains("never fired") == options.isEmpty, "\(outcome)")
    }
  }

  @Test func theLineOfARowIsNotRepeated() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("covered.m", Self.covered)
      let outcome = try pinproof("prove", "covered.m", "--property", "near")
      #expect(outcome.output.contains(":8  UNKNOWN  the engine cannot honour: cover claims, which"))
    }
  }
}
