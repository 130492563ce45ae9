import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The race that the README shows is what its command prints.
  @Test func theFirstRaceIsRealOutput() throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "## A first race\n").last)
    let blocks = section.components(separatedBy: "```")
    let race = try #require(blocks.first { $0.contains("*** VIOLATED ***") })
    let outcome = try Pinproof(folder: Self.root)(
      "check", "specs/pgmap/request-folio.m", "--property", "P5*", "--progress", "none")
    #expect(outcome.output.contains(race.trimmingCharacters(in: .newlines)))
  }
}
