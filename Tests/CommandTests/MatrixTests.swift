import Foundation
import TestSupport
import Testing

@Suite struct MatrixTests {
  private static let spec = """
    -- pinproof: deadlock off
    -- pinproof: configuration "slow: none" FAST=0, CONTRACT=0
    -- pinproof: configuration "slow: C1" FAST=0, CONTRACT=1
    -- pinproof: configuration "fast: none" FAST=1, CONTRACT=0
    -- pinproof: configuration "fast: C1" FAST=1, CONTRACT=1
    -- pinproof: expect "below four" when FAST=1, CONTRACT=0 violated
    -- pinproof: expect "below three" when FAST=1 violated
    const FAST: 0; CONTRACT: 0;
    var x: 0..9;
    startstate begin x := 0; end;
    rule "up" x < (CONTRACT = 1 ? 3 : 5) & (FAST = 1 | x < 2) ==> begin x := x + 1; end;
    rule "reset" begin x := 0; end;
    invariant "below four" x < 4;
    invariant "below three" x < 3;
    """

  private static let page = """
    # Specs

    <!-- matrix:begin -->
    what stood there
    <!-- matrix:end -->

    The end.

    """

  @Test func tablesStandBetweenTheMarkers() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("spec.m", Self.spec)
      try pinproof.write("README.md", Self.page)
      let outcome = try pinproof("check", "spec.m", "--matrix", "README.md")
      #expect(outcome.status == 0, "\(outcome)")
      let page = try pinproof.read("README.md")
      #expect(page.hasPrefix("# Specs\n\n<!-- matrix:begin -->\n"))
      #expect(page.hasSuffix("<!-- matrix:end -->\n\nThe end.\n"))
      #expect(!page.contains("what stood there"))
      let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }.map {
        $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
      #expect(rows.first == ["weakest contract for", "slow", "fast"])
      let four = try #require(rows.first { $0[0] == "below four" })
      #expect(four[1].hasPrefix("none"))
      #expect(four[2].hasPrefix("C1"))
      let three = try #require(rows.first { $0[0] == "below three" })
      #expect(three[1].hasPrefix("none"))
      #expect(three[2].contains("FAILS"))
      // Once more changes nothing.
      _ = try pinproof("check", "spec.m", "--matrix", "README.md")
      #expect(try pinproof.read("README.md") == page)
    }
  }

  @Test func cellsThatFailLinkToTheirRaces() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("specs/deep/spec.m", Self.spec)
      try pinproof.write("specs/other.m", Self.spec)
      try pinproof.write("specs/README.md", Self.page)
      let outcome = try pinproof(
        "check", "specs", "--matrix", "specs/README.md", "--race-dir", "proofs/races",
        "--matrix-json", "matrix.json")
      #expect(outcome.status == 0, "\(outcome)")
      let page = try pinproof.read("specs/README.md")
      #expect(
        page.contains("| **FAILS**, [3 steps](../proofs/races/deep/spec.md#fast-below-three) |"))
      let races = try pinproof.read("proofs/races/deep/spec.md")
      #expect(races.contains("<a id=\"fast-below-three\"></a>"))
      #expect(races.contains("*** VIOLATED ***"))
      let traces = pinproof.files.filter { $0.hasSuffix(".itf.json") }
      #expect(traces.contains("proofs/races/deep/spec/fast-below-three.itf.json"))
      let replays = try pinproof("replay", "proofs/races")
      #expect(replays.status == 0, "\(replays)")
      for trace in traces { #expect(replays.output.contains("CONFIRMED: \(trace)")) }
      let matrix = try pinproof.read("matrix.json")
      #expect(matrix.contains("\"race\" : \"proofs/races/deep/spec.md#fast-below-three\""))
    }
  }

  /// What the specifications' own tables link to is there.
  @Test func racesOfTheSpecificationsAreThere() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("specs")
    let page = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    let cells = page.matches(of: /\*\*FAILS\*\*, (?:\[[0-9]+ steps?\]\(([^)#]+)#([^)]+)\))?/)
    #expect(!cells.isEmpty)
    var pages: [Substring: String] = [:]
    for cell in cells {
      let path = try #require(cell.1, "a cell that fails has no race")
      let anchor = try #require(cell.2)
      let text =
        try pages[path]
        ?? String(
          contentsOf: folder.appendingPathComponent(String(path)), encoding: .utf8)
      pages[path] = text
      #expect(text.contains("<a id=\"\(anchor)\"></a>"), "\(path)#\(anchor)")
      let trace = folder.appendingPathComponent("\(path.dropLast(3))/\(anchor).itf.json")
      #expect(FileManager.default.fileExists(atPath: trace.path), "\(trace.path)")
    }
  }

  @Test(arguments: [["--race-dir", "races"], ["--matrix-json", "matrix.json"]])
  func racesAreAPartOfTheMatrix(options: [String]) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("spec.m", Self.spec)
      let outcome = try pinproof.run(["check", "spec.m"] + options)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("needs --matrix"))
    }
  }

  @Test(
    arguments: [
      (Specs.broken, [], 65), (Self.spec, ["--max-states", "2", "--proof-budget", "0"], 30),
      (Self.spec, ["nosuch.m"], 66),
    ] as [(String, [String], Int32)])
  func aRunThatDecidesLessLeavesThePageAsItWas(
    text: String, options: [String], status: Int32
  ) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("spec.m", text)
      try pinproof.write("README.md", Self.page)
      let outcome = try pinproof.run(["check", "spec.m", "--matrix", "README.md"] + options)
      #expect(outcome.status == status, "\(outcome)")
      #expect(outcome.errors.contains("README.md is left as it was"))
      #expect(try pinproof.read("README.md") == Self.page)
    }
  }

  @Test(arguments: ["# No markers\n", "<!-- matrix:end -->\n<!-- matrix:begin -->\n"])
  func aPageWithoutMarkersIsRefusedBeforeTheWork(page: String) throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("spec.m", Self.spec)
      try pinproof.write("README.md", page)
      let outcome = try pinproof("check", "spec.m", "--matrix", "README.md")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("matrix:begin"))
      #expect(outcome.output.isEmpty)
    }
  }

  private static let anySize = """
    -- pinproof: deadlock off
    -- pinproof: for-all N
    -- pinproof: configuration "as it is" STEP=1
    -- pinproof: configuration "two at a time" STEP=2
    -- pinproof: expect "together" when STEP=2 violated
    const N: 3; STEP: 1;
    type Member: scalarset(N);
    var on: array [Member] of boolean; first: boolean;
    startstate begin for m: Member do on[m] := false; end; first := false; end;
    ruleset m: Member do
      rule "on" !on[m] ==> begin on[m] := true; if STEP = 1 then first := true; end; end;
    end;
    invariant "together" forall m: Member do on[m] -> first end;
    """

  @Test func proofsForAnySizeAreCited() throws {
    try Pinproof.inNewFolder { pinproof in
      try pinproof.write("specs/spec.m", Self.anySize)
      try pinproof.write("specs/README.md", Self.page)
      let proof = try pinproof("prove", "specs/spec.m", "--cert-dir", "proofs/any")
      #expect(proof.status == 0, "\(proof)")
      let race = try pinproof("prove", "specs/spec.m", "-c", "STEP=2", "--cert-dir", "proofs/any")
      #expect(race.status == 0, "\(race)")
      func tabulate() throws -> Command.Outcome {
        try pinproof(
          "check", "specs", "--matrix", "specs/README.md", "--proof-budget", "0",
          "--matrix-json", "matrix.json", "--proof-dir", "proofs/any")
      }
      let outcome = try tabulate()
      #expect(outcome.status == 0, "\(outcome)")
      let link = "[any size](../proofs/any/spec.cert.json)"
      let page = try pinproof.read("specs/README.md")
      #expect(page.contains("Proved for \(link) (any `N`, `STEP=1`): together"))
      let other = "[every size](../proofs/any/spec-STEP-2-together-race.cert.json)"
      #expect(page.contains("| together | \(link) | **1 step** \(other) |"))
      #expect(
        page.contains("Violated at every size (any `N`, `STEP=2`): together from N=1 up."))
      #expect(try pinproof.read("matrix.json").contains("proofs/any/spec.cert.json"))
      // Another text is not what was proved.
      try pinproof.write("specs/spec.m", "-- Changed.\n" + Self.anySize)
      let changed = try tabulate()
      #expect(changed.status == 0, "\(changed)")
      #expect(changed.errors.contains("OUTDATED"))
      #expect(!(try pinproof.read("specs/README.md")).contains("any size"))
    }
  }
}
