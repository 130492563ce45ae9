import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
  @Test func jsonHasTheKeysOfItsSchema() throws {
    let outcome = try Pinproof.run(
      "check", Pinproof.fixture("invariant-violated"), "--format", "json")
    let run = try JSONRun(outcome.output)
    #expect(run.object["schema"] as? String == "pinproof/1")
    #expect(Set(run.object.keys) == ["schema", "version", "specs"])
    let spec = try #require(run.specs.first)
    #expect(
      Set(spec.keys).isSuperset(of: ["spec", "constants", "claims", "exploration", "rules", "exit"])
    )
    let claim = try #require(run.claims.first)
    #expect(
      Set(claim.keys).isSuperset(
        of: [
          "name", "kind", "line", "verdict", "expected", "scope", "engine", "depth", "trace",
          "certificate", "reason",
        ]))
    let exploration = try #require(spec["exploration"] as? [String: Any])
    #expect(
      Set(exploration.keys).isSuperset(
        of: [
          "states", "transitions", "depth", "symmetry", "complete", "seconds", "bytesPerState",
          "backend", "workers",
        ]))
    let rule = try #require((spec["rules"] as? [[String: Any]])?.first)
    #expect(Set(rule.keys) == ["name", "line", "fired", "firstDepth"])
  }

  @Test func jsonSaysWhatWasFound() throws {
    let outcome = try Pinproof.run(
      "explore", Pinproof.fixture("invariant-violated"), "--format", "json")
    let run = try JSONRun(outcome.output)
    let claim = try #require(run.claim("below three"))
    #expect(claim["verdict"] as? String == "violated")
    #expect(claim["kind"] as? String == "invariant")
    #expect(claim["line"] as? Int == 5)
    #expect(claim["depth"] as? Int == 3)
    #expect(claim["engine"] as? String == "explicit")
    let exploration = try #require(run.specs[0]["exploration"] as? [String: Any])
    #expect(exploration["states"] as? Int == 6)
    #expect(exploration["transitions"] as? Int == 6)
    #expect(run.specs[0]["exit"] as? Int == 12)
  }

  @Test func reportsSayThatStatesAreRepresentatives() throws {
    let fixture = Pinproof.fixture("readers-writer")
    let text = try Pinproof.run("explore", fixture, "--symmetry", "on").output
    #expect(text.contains("states up to symmetry"))
    #expect(text.contains("symmetry on"))
    let json = try Pinproof.run("check", fixture, "--symmetry", "on", "--format", "json").output
    let exploration = try #require(JSONRun(json).specs[0]["exploration"] as? [String: Any])
    #expect(exploration["symmetry"] as? Bool == true)
  }

  @Test(arguments: ["broken.m", "missing.m", "folder"])
  func jsonIsWholeWhenNothingCanBeDecided(path: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("broken.m", Specs.broken)
      try pinproof.write("folder/readme.txt", "")
      for verb in ["check", "replay"] {
        let outcome = try pinproof(verb, path, "--format", "json")
        #expect(outcome.status == (verb == "check" && path == "broken.m" ? 65 : outcome.status))
        #expect(outcome.status == 65 || outcome.status == 66)
        #expect(try JSONRun(outcome.output).specs.count == 1)
      }
    }
  }

  @Test(arguments: ["text", "json", "kernel"])
  func theSameRunPrintsTheSameBytes(format: String) throws {
    let paths = ["lost-wakeup", "peterson", "inductive-2", "msi", "liveness-violated"]
      .map(Pinproof.fixture)
    let outputs = try ["1", "2", "1"].map { workers in
      try Pinproof.inNewFolder {
        try $0.run(
          ["check", "--no-times", "--format", format, "--workers", workers] + paths
        ).output
      }
    }
    #expect(!outputs[0].isEmpty)
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
  }

  @Test func aFileHoldsTheReport() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("counter.m", Specs.counter)
      let printed = try pinproof("check", "counter.m", "--no-times")
      for _ in 0..<2 {
        let outcome = try pinproof(
          "check", "counter.m", "--no-times", "--output", "report.txt", "--color", "always")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
      }
      #expect(try pinproof.read("report.txt") == printed.output)
      #expect(pinproof.files == ["counter.m", "report.txt"])
    }
  }

  @Test(
    arguments: [
      ["--output", "no/such/folder.txt"], ["--output", "folder"], ["--trace-dir", "counter.m"],
      ["--trace-dir", "/dev/null/x"], ["--matrix", "counter.m"],
    ])
  func whatCannotBeWrittenIsSaidBeforeTheWork(options: [String]) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("counter.m", Specs.counter)
      try pinproof.write("folder/file", "")
      let outcome = try pinproof.run(["check", "counter.m"] + options)
      #expect(outcome.status == 64)
      #expect(outcome.errors.hasPrefix("error: "))
      #expect(outcome.errors.contains(options[1]))
      #expect(outcome.output.isEmpty)
      #expect(pinproof.files == ["counter.m", "folder/file"])
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDiskIsSaid() throws
  {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("counter.m", Specs.counter)
      let outcome = try pinproof.shell("\"$PINPROOF\" check counter.m > /dev/full")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("cannot write to standard output"))
    }
  }

  /// What is not a file is written to, not replaced by one.
  @Test func pipesAndLinksStayWhatTheyAre() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("counter.m", Specs.counter)
      try pinproof.write("report.txt", "old")
      let outcome = try pinproof.shell(
        """
        mkfifo pipe; ln -s report.txt link; cat pipe > read.txt &
        "$PINPROOF" check counter.m -o pipe
        "$PINPROOF" check counter.m -o link
        wait; test -p pipe && test -L link && cmp read.txt report.txt
        """)
      #expect(outcome.status == 0)
      #expect(try pinproof.read("report.txt").contains("counter.m"))
    }
  }

  @Test(arguments: ["text", "json"]) func aReaderMayGoAway(format: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("counter.m", Specs.counter)
      let outcome = try pinproof.shell(
        "{ sleep 0.2; \"$PINPROOF\" check counter.m --format \(format); echo $? >&2; } | true")
      #expect(outcome.errors == "0\n")
    }
  }

  @Test func coloursAreWrittenWhenAskedFor() throws {
    let escape = "\u{1B}["
    let path = Pinproof.fixture("lost-wakeup")
    func output(_ options: String..., environment: [String: String] = [:]) throws -> String {
      try Pinproof.inNewFolder {
        try $0.run(["check", path] + options, environment: environment).output
      }
    }
    #expect(try output("--color", "always").contains(escape))
    #expect(try output("--color", "always", environment: ["NO_COLOR": "1"]).contains(escape))
    #expect(try !output().contains(escape))
    #expect(try !output("--color", "never").contains(escape))
    #expect(try !output("--color", "always", "--format", "json").contains(escape))
  }

  @Test(arguments: ["auto", "none", "plain", "json"])
  func progressIsOnStandardErrorOnly(style: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("large.m", Specs.large)
      let outcome = try pinproof(
        "explore", "large.m", "--timeout", "1.5", "--progress", style, "--format", "json")
      _ = try JSONRun(outcome.output)
      let lines = outcome.errors.split(separator: "\n")
      switch style {
      case "plain": #expect(lines.contains { $0.hasPrefix("large.m: ") && $0.contains("states/s") })
      case "json":
        #expect(!lines.isEmpty)
        for line in lines { #expect(try JSONRun(String(line)).object["event"] != nil) }
      default: #expect(lines.isEmpty)
      }
    }
  }

  @Test func tracesAreDrawnAsAsked() throws {
    let path = Pinproof.fixture("lost-wakeup")
    let outputs = try ["columns", "full", "diff"].map {
      try Pinproof.run("check", path, "--no-times", "--trace", $0).output
    }
    #expect(Set(outputs).count == 3)
    for output in outputs { #expect(output.contains("lost-wakeup.m:19: VIOLATED")) }
  }
}
