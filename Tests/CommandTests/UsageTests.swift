import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
  private static let verbs = [
    ["check"], ["explore"], ["prove"], ["run"], ["replay"], ["cert", "check"], ["export"],
  ]

  @Test(arguments: verbs)
  func helpShowsAnExample(verb: [String]) throws {
    let outcome = try Pinproof.inNewFolder { try $0.run(verb + ["--help"]) }
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("EXAMPLE"))
    #expect(outcome.output.contains("pinproof \(verb.joined(separator: " ")) "))
    #expect(outcome.errors.isEmpty)
  }

  @Test func theMainHelpNamesVerbsAndExitCodes() throws {
    let outcome = try Pinproof.run("--help")
    #expect(outcome.status == 0)
    for verb in Self.verbs { #expect(outcome.output.contains("  \(verb[0]) ")) }
    for code in [0, 11, 12, 13, 14, 15, 30, 64, 65, 66, 70] {
      #expect(outcome.output.contains(" \(code)  "))
    }
  }

  @Test func theVersionIsOneLine() throws {
    let outcome = try Pinproof.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(
    arguments: [
      [], ["check"], ["nonsense"], ["check", "--nonsense", "a.m"], ["explore", "a.m", "b.m"],
      ["check", "a.m", "--workers", "0"], ["check", "a.m", "--workers", "257"],
      ["check", "a.m", "--max-states", "0"], ["check", "a.m", "--max-depth", "-1"],
      ["check", "a.m", "--timeout", "0"], ["check", "a.m", "--timeout", "nan"],
      ["check", "a.m", "--memory-limit", "-1"], ["check", "a.m", "--memory-limit", "inf"],
      ["check", "a.m", "--proof-budget", "nan"], ["check", "a.m", "--proof-budget", "-1"],
      ["check", "a.m", "--format", "xml"], ["check", "a.m", "--deadlock", "sometimes"],
      ["check", "a.m", "-c", "N"], ["check", "a.m", "-c", "=3"], ["check", "a.m", "-c", "N="],
      ["check", "a.m", "-c", "N=5..2"], ["check", "a.m", "-c", "N=1..99999999"],
      ["check", "a.m", "-c", "N=1..1000", "-c", "M=1..1000"],
      ["check", "a.m", "-c", "N=-9223372036854775808..9223372036854775807"],
      ["run", "a.m", "--seed", "x"], ["run", "a.m", "--traces", "0"],
      ["run", "a.m", "--max-steps", "-1"], ["cert", "check", "a", "--timeout", "0"],
      ["check", "a.m", "--output", ""], ["check", "a.m", "--trace-dir", ""],
      ["prove", "a.m", "--cert-dir", ""],
      ["cert", "check", "a", "--solver", "abacus"], ["prove", "a.m", "--engine", "explicit"],
    ])
  func usageErrorsAre64(arguments: [String]) throws {
    let outcome = try Pinproof.inNewFolder { folder in
      try folder.write("a.m", Specs.counter)
      return try folder.run(arguments)
    }
    // Without any verb there is only help.
    #expect(outcome.status == (arguments.isEmpty ? 0 : 64), "\(outcome)")
    #expect(arguments.isEmpty || !outcome.errors.isEmpty)
  }

  @Test func whatAnEngineCannotDoIsRefusedByName() throws {
    let outcome = try Pinproof.inNewFolder { folder in
      try folder.write("a.m", Specs.lastOfScalarset)
      return try folder("explore", "a.m", "--symmetry", "on")
    }
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--symmetry on: a.m:8:3: the result of the loop 't: Task'"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellsCompleteVerbs(shell: String) throws {
    let outcome = try Pinproof.run("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    for verb in ["explore", "replay", "property"] { #expect(outcome.output.contains(verb)) }
  }
}
