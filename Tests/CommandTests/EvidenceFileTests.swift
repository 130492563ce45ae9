import Foundation
import TestSupport
import Testing

@Suite struct EvidenceFileTests {
  // MARK: Traces

  @Test(
    arguments: [
      "lost-wakeup", "deadlock-stuck", "liveness-violated", "assertion-violated", "error-range",
      "error-statement", "error-undefined-guard", "invariant-in-ruleset", "msi-broken",
    ])
  func storedTracesReplay(name: String) throws {
    try Pinproof.inNewFolder { pinproof in
      let found = try pinproof(
        "check", Pinproof.fixture(name), "--trace-dir", "traces", "--format", "json")
      let paths = try JSONRun(found.output).claims.compactMap { $0["trace"] as? String }
      #expect(!paths.isEmpty)
      #expect(pinproof.files == paths.sorted())
      for path in paths {
        let outcome = try pinproof("replay", path)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("CONFIRMED: \(path)"))
      }
    }
  }

  @Test(
    arguments: [
      (Specs.limited, ["-c", "N=4"], "limited-n-4-below-three.itf.json"),
      (Specs.limited, ["-c", "MODE=QUICK"], "limited-mode-quick-below-three.itf.json"),
      (
        Specs.stopping.replacing("var x", with: "-- pinproof: deadlock off\nvar x"),
        ["--deadlock", "stuttering"], "limited-no-deadlock.itf.json"
      ),
    ])
  func tracesKnowWhatTheyWereFoundUnder(text: String, options: [String], name: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("limited.m", text)
      _ = try pinproof.run(["check", "limited.m", "--trace-dir", "t"] + options)
      let files = pinproof.files.filter { $0.hasPrefix("t/") }
      #expect(files.map { $0.lowercased() } == ["t/" + name])
      #expect(try pinproof("replay", files[0]).status == 0)
      // From elsewhere, with the specification named.
      try pinproof.write("else/where.m", text)
      #expect(try pinproof("replay", files[0], "--spec", "else/where.m").status == 0)
    }
  }

  @Test func specificationsOfOneNameKeepTheirTraces() throws {
    try Pinproof.inNewFolder { pinproof in
      for folder in ["a", "b"] { try pinproof.write("\(folder)/x.m", Specs.limited) }
      _ = try pinproof("check", "a", "b", "--trace-dir", "t")
      let files = pinproof.files.filter { $0.hasPrefix("t/") }
      #expect(files.count == 2)
      for file in files { #expect(try pinproof("replay", file).status == 0) }
    }
  }

  @Test(
    arguments: [
      ("\"x\":2", "\"x\":3", 30, "REFUTED at step 2"),
      ("\"x\":2", "\"x\":101", 65, "\"x\""), ("\"x\":2", "\"x\":", 65, "not a trace"),
      ("\"action\":\"start\"", "\"action\":\"assumed\"", 30, "REFUTED at step 0"),
      ("\"how\":\"claimFalse\"", "\"how\":\"deadlock\"", 30, "REFUTED at step 3"),
      ("\"name\":\"up\"", "\"name\":\"down\"", 65, "\"down\""),
      ("below three", "not negative", 30, "REFUTED at step 3"),
      ("\"N\":5", "\"N\":1", 30, "REFUTED at step 2"), ("limited.m", "other.m", 66, "other.m"),
    ] as [(String, String, Int32, String)])
  func damagedTracesAreRefused(part: String, other: String, status: Int32, words: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("limited.m", Specs.limited)
      _ = try pinproof("check", "limited.m", "--trace-dir", ".", "--property", "below*")
      let name = "limited-below-three.itf.json"
      let text = try pinproof.read(name)
      #expect(text.contains(part), "\(text)")
      try pinproof.write(name, text.replacing(part, with: other))
      let outcome = try pinproof("replay", name)
      #expect(outcome.status == status, "\(outcome)")
      #expect(outcome.errors.contains(words), "\(outcome)")
      #expect(!outcome.output.contains("CONFIRMED"))
    }
  }

  // MARK: Certificates

  /// A folder with a stored proof of `Specs.proved`.
  private func withProof(_ body: (Pinproof) throws -> Void) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("proved.m", Specs.proved)
      let outcome = try pinproof("prove", "proved.m", "--cert-dir", "proofs")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(
        pinproof.files == ["proofs/proved.cert.json", "proofs/proved.smt2", "proved.m"])
      try body(pinproof)
    }
  }

  private static let isThereASolver = Command.path(of: "z3") != nil

  /// What the solver gives up among others it is asked once more by itself.
  @Test(.enabled(if: isThereASolver)) func whatIsGivenUpIsAskedAgain() throws {
    let z3 = try #require(Command.path(of: "z3"))
    try withProof { pinproof in
      try pinproof.write(
        "z3",
        """
        #!/bin/sh
        text=$(cat); count=$(printf '%s' "$text" | grep -c '^(check-sat')
        if [ "$count" -gt 1 ]; then seq "$count" | sed 's,.*,unknown,'
        else printf '%s' "$text" | '\(z3)' "$@"; fi
        """)
      let outcome = try pinproof.shell(
        "chmod +x z3; PATH=\"$PWD:$PATH\" \"$PINPROOF\" cert check proofs/proved.cert.json")
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  @Test(.enabled(if: isThereASolver)) func storedProofsStand() throws {
    try withProof { pinproof in
      let outcome = try pinproof("cert", "check", "proofs/proved.cert.json")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("CONFIRMED by z3"))
      #expect(outcome.output.contains("claims of proved.m"))
      let run = try pinproof("prove", "proved.m", "--cert-dir", "proofs", "--format", "json")
      #expect(
        try JSONRun(run.output).claim("even")?["certificate"] as? String
          == "proofs/proved.cert.json")
    }
  }

  @Test(.enabled(if: isThereASolver)) func theScriptIsForASolverAlone() throws {
    try withProof { pinproof in
      let lines = try pinproof.read("proofs/proved.smt2").split(separator: "\n")
      let prefix = "; expected: "
      let expected = lines.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
      let outcome = try pinproof.shell("z3 proofs/proved.smt2")
      #expect(!expected.isEmpty)
      #expect(outcome.output.split(separator: "\n") == expected)
    }
  }

  /// A change of a stored proof, and the word that refuses it.
  private static let damages: [(String, @Sendable (inout [String: Any]) -> Void, String)] = [
    ("another invariant", { $0["invariant"] = ["true"] }, "REFUSED"),
    ("another claim", { $0["claims"] = ["odd"] }, "REFUSED"),
    ("no claim", { $0["claims"] = [String]() }, "REFUSED"),
    ("another depth", { $0["k"] = 2 }, "REFUSED"),
    ("a huge depth", { $0["k"] = Int.max }, "REFUSED"),
    ("another text", { $0["specHash"] = "0123" }, "OUTDATED"),
    ("another script", { $0["scriptHash"] = "0123" }, "REFUSED"),
    ("other constants", { $0["overrides"] = ["STEP": "4"] }, "REFUSED"),
    ("another schema", { $0["schema"] = "pinproof-certificate/9" }, "REFUSED"),
    ("a part less", { $0["claims"] = nil }, "REFUSED"),
    ("a conjunct without a text", { $0["invariant"] = [String]() }, "REFUSED"),
    ("a part more", { $0["proof"] = "yes" }, "REFUSED: it says \"proof\", which means nothing"),
    ("no specification", { $0["spec"] = "" }, "REFUSED: it names no specification"),
    ("a race in name only", { $0["engine"] = "race" }, "REFUSED"),
  ]

  @Test(.enabled(if: isThereASolver)) func damagedProofsAreRefused() throws {
    try withProof { pinproof in
      let name = "proofs/proved.cert.json"
      let original = try JSONRun(pinproof.read(name)).object
      for (what, damage, word) in Self.damages {
        var file = original
        damage(&file)
        #expect(!NSDictionary(dictionary: file).isEqual(to: original), "\(what)")
        try JSONSerialization.data(withJSONObject: file).write(to: pinproof.url(name))
        try expectRefused(pinproof, word, what)
      }
    }
  }

  @Test(
    .enabled(if: isThereASolver),
    arguments: [
      ("(assert", "(assert (not true)) (assert"), ("(check-sat)", "(exit)\n(check-sat)"),
      ("; expected: unsat", "; expected: sat"), ("(reset)", ""),
    ])
  func damagedScriptsAreRefused(part: String, other: String) throws {
    try withProof { pinproof in
      let name = "proofs/proved.smt2"
      try pinproof.write(name, try pinproof.read(name).replacing(part, with: other))
      try expectRefused(pinproof, "REFUSED: proved.smt2 is not the script", part)
      try FileManager.default.removeItem(at: pinproof.url(name))
      let outcome = try pinproof("cert", "check", "proofs/proved.cert.json")
      #expect(outcome.status == 66 && outcome.output.contains("no such file: \(name)"))
    }
  }

  private func expectRefused(_ pinproof: Pinproof, _ word: String, _ what: String) throws {
    let outcome = try pinproof("cert", "check", "proofs/proved.cert.json")
    #expect(outcome.status == 30 || outcome.status == 65, "\(what): \(outcome)")
    #expect(outcome.output.contains(word), "\(what): \(outcome)")
    #expect(!outcome.output.contains("CONFIRMED"), "\(what)")
  }

  @Test func aStoredProofIsExplained() throws {
    try withProof { pinproof in
      let outcome = try pinproof("cert", "show", "proofs/proved.cert.json")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.hasPrefix("proved.m\n"))
      #expect(outcome.output.contains("needed by"), "\(outcome)")
      #expect(outcome.output.contains("x % 2 = 0"), "\(outcome)")
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
      let again = try pinproof("cert", "show", "proofs/proved.cert.json")
      #expect(again.output == outcome.output)
      #expect(try pinproof("cert", "show", "proved.m").status == 65)
      let several = try pinproof(
        "cert", "show", "missing", "proofs/proved.cert.json", "proofs/proved.cert.json")
      #expect(several.status == 66)
      #expect(several.errors == "error: no such file: missing\n")
      #expect(
        several.output.components(separatedBy: "proofs/proved.cert.json:\n" + outcome.output).count
          == 3, "\(several)")
    }
  }

  @Test func whatIsNoProofIsNotExplained() throws {
    try withProof { pinproof in
      let name = "proofs/proved.cert.json"
      var file = try JSONRun(pinproof.read(name)).object
      file["invariant"] = [String]()
      try JSONSerialization.data(withJSONObject: file).write(to: pinproof.url(name))
      #expect(try pinproof("cert", "show", name).status == 65)
    }
  }

  /// What was proved depends on what counts as a deadlock.
  @Test(.enabled(if: isThereASolver), arguments: ["stuck", "stuttering", "off"])
  func aProofKnowsWhatCountsAsADeadlock(mode: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write(
        "stays.m",
        """
        var x: 0..3;
        startstate begin x := 0; end;
        rule "up" x < 3 ==> begin x := x + 1; end;
        rule "stay" x = 3 ==> begin end;
        """)
      _ = try pinproof("prove", "stays.m", "--deadlock", mode, "--cert-dir", ".")
      let check = try pinproof("cert", "check", "stays.cert.json")
      #expect(check.status == 0, "\(check)")
      #expect(check.output.contains(mode == "stuck" ? "2 claims" : "\"no run-time error\""))
    }
  }

  @Test(.enabled(if: isThereASolver)) func aProofOfAnOlderTextIsOutdated() throws {
    try withProof { pinproof in
      try pinproof.write("proved.m", Specs.proved + "\n-- a remark\n")
      let outcome = try pinproof("cert", "check", "proofs/proved.cert.json")
      #expect(outcome.status == 30)
      #expect(outcome.output.contains("OUTDATED: proved.m has changed since"))
    }
  }

  @Test(.enabled(if: isThereASolver)) func everyFileIsJudged() throws {
    try withProof { pinproof in
      let outcome = try pinproof(
        "cert", "check", "missing.json", "proofs/proved.smt2", "proofs/proved.cert.json")
      #expect(outcome.status == 66)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0] == "no such file: missing.json")
      #expect(lines[1].contains("REFUSED"))
      #expect(lines[2].contains("CONFIRMED"))
    }
  }

  @Test func aMissingSolverIsNamed() throws {
    try withProof { pinproof in
      let outcome = try pinproof(
        "cert", "check", "--solver", "z3", "proofs/proved.cert.json",
        environment: ["PATH": "/nowhere"])
      #expect(outcome.status == 30)
      #expect(outcome.errors.contains("z3 is not installed"))
    }
  }

  @Test func theLinkedLibraryChecksWhereNoSolverIsInstalled() throws {
    try withProof { pinproof in
      let check = try pinproof(
        "cert", "check", "proofs/proved.cert.json", environment: ["PATH": "/nowhere"])
      #expect(check.status == 0)
      #expect(check.output.contains("CONFIRMED by libz3"))
      let proof = try pinproof("prove", "proved.m", environment: ["PATH": "/nowhere"])
      #expect(proof.status == 0)
      #expect(proof.output.contains("PROVED"))
    }
  }
}
