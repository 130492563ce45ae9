import Foundation
import TestSupport
import Testing

@Suite struct InputTests {
  @Test func anInvalidSpecIsShownWithItsPlace() throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof("check", try pinproof.write("broken.m", Specs.broken))
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("broken.m:2:23: error: "))
      #expect(outcome.errors.contains("startstate begin x := zero; end;"))
      #expect(outcome.errors.contains("^"))
      #expect(outcome.output.contains("1 invalid spec"))
    }
  }

  @Test(arguments: ["check", "explore", "prove", "run"])
  func everyVerbAnswersBadInputTheSameWay(verb: String) throws {
    try Pinproof.inNewFolder { pinproof in
      #expect(try pinproof(verb, try pinproof.write("broken.m", Specs.broken)).status == 65)
      let missing = try pinproof(verb, "missing.m")
      #expect(missing.status == 66)
      #expect(missing.errors == "error: no such file: missing.m\n")
    }
  }

  @Test func theOthersAreStillDecided() throws {
    try Pinproof.inNewFolder { pinproof in
      let outcome = try pinproof(
        "check", try pinproof.write("broken.m", Specs.broken), "missing.m",
        try pinproof.write("counter.m", Specs.counter), "--format", "json")
      #expect(outcome.status == 66)
      let run = try JSONRun(outcome.output)
      #expect(run.specs.map { $0["exit"] as? Int } == [65, 66, 0])
      #expect(run.verdict("in range") != nil)
    }
  }

  @Test func foldersAreSearched() throws {
    try Pinproof.inNewFolder { pinproof in
      for name in ["b.m", "a.m", "deep/er/c.m", ".hidden/d.m", "e.txt", "folder.m/f.m"] {
        try pinproof.write("specs/\(name)", Specs.counter)
      }
      let outcome = try pinproof("check", "specs", "specs/a.m", "--format", "json")
      #expect(outcome.status == 0)
      #expect(
        try JSONRun(outcome.output).specs.compactMap { $0["spec"] as? String }
          == ["specs/a.m", "specs/b.m", "specs/deep/er/c.m", "specs/folder.m/f.m"])
    }
  }

  @Test func anEmptyFolderIsNoSuccess() throws {
    let outcome = try Pinproof.run("check", ".", "--format", "json")
    #expect(outcome.status == 66)
    #expect(outcome.errors == "error: no *.m files in .\n")
    #expect(try JSONRun(outcome.output).specs.count == 1)
  }

  /// Contents that no specification has, and the exit codes of them.
  private static let hostile: [(String, Data, Int32)] = [
    ("an empty file", Data(), 15),
    ("bytes", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 13) }), 65),
    ("zeros", Data(count: 100_000), 65),
    ("one long word", Data(repeating: UInt8(ascii: "x"), count: 5_000_000), 65),
    ("one long line", Data(String(repeating: "x := (1 + ", count: 500_000).utf8), 65),
    ("a trace", Data("{\"#meta\":{},\"vars\":[],\"states\":[]}".utf8), 65),
  ]

  @Test(arguments: hostile.indices)
  func hostileFilesAreAnswered(index: Int) throws {
    let (name, data, status) = Self.hostile[index]
    try Pinproof.inNewFolder { pinproof in
      try data.write(to: pinproof.url("hostile.m"))
      let outcome = try pinproof("check", "hostile.m")
      #expect(outcome.status == status, "\(name)")
      #expect(outcome.errors.hasPrefix("hostile.m:"))
      #expect(outcome.errors.utf8.count < 20_000)
    }
  }

  @Test(arguments: [
    (["replay"], "no *.itf.json files in ."), (["cert", "check"], "it is a folder"),
  ])
  func anEmptyFolderIsNoEvidence(verb: [String], words: String) throws {
    let outcome = try Pinproof.inNewFolder { try $0.run(verb + ["."]) }
    #expect(outcome.status == 66)
    #expect((outcome.output + outcome.errors).contains(words))
  }

  @Test func aSpecCanComeFromAPipe() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("counter.m", Specs.counter)
      let outcome = try pinproof.shell("cat counter.m | \"$PINPROOF\" check /dev/stdin")
      #expect(outcome.status == 0, "\(outcome)")
    }
  }
}
