import Foundation
import Model
import TestSupport
import Testing
import Verification

/// A specification of `specs/`, in one of its configurations.
struct SpecConfiguration: Sendable, CustomStringConvertible {
  let path: String
  let configuration: String
  let choices: [(name: String, value: String)]

  var description: String { "\(path), \(configuration)" }

  /// The text with the values of the configuration written into it, for checkers that cannot
  /// override constants.
  func text() throws -> String {
    let file = Self.directory.appendingPathComponent(path)
    return try choices.reduce(into: String(contentsOf: file, encoding: .utf8)) { text, choice in
      let declaration = try Regex("(\\b\(choice.name):\\s+)\\d+;")
      guard let match = text.firstMatch(of: declaration), let head = match.output[1].substring
      else { throw InvalidSpecification(description: "\(path) has no constant \(choice.name)") }
      text.replaceSubrange(match.range, with: "\(head)\(choice.value);")
    }
  }

  /// Every configuration of every specification with claims about page maps.
  static func all() throws -> [SpecConfiguration] {
    try ["request-folio", "request-folio-reviewed", "translation"].flatMap { name in
      let path = "pgmap/\(name).m"
      let specification = try Specification(at: directory.appendingPathComponent(path).path)
      return specification.configurations.map {
        SpecConfiguration(path: path, configuration: $0.name, choices: $0.choices)
      }
    }
  }

  private static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("specs")
}

/// On the specifications of this repository, the explorer agrees with rumur.
///
/// Only the configurations with few states are run, unless `PINPROOF_SPECS` is `all`: the whole
/// takes minutes in a release build and hours in a debug build.
@Suite("Specs") struct SpecTests {
  private static let small = [
    "indivisible: no contract", "indivisible: C2", "indivisible: C1w", "indivisible: C1w + C2",
    "interleaved: C2", "interleaved: C1w + C2", "interleaved: C1", "interleaved: C1 + C2",
    "V3a, C1w + C2, indivisible", "V3b, C1w + C2, indivisible",
  ]

  static let configurations: [SpecConfiguration] = {
    let all = try! SpecConfiguration.all()
    if ProcessInfo.processInfo.environment["PINPROOF_SPECS"] == "all" { return all }
    return all.filter { small.contains($0.configuration) }
  }()

  @Test("Enough of them are run") func number() {
    #expect(Self.configurations.count >= Self.small.count)
  }

  @Test(
    "Rumur", .enabled(if: RumurRun.isInstalled, "rumur and gcc are not installed"),
    arguments: configurations)
  func rumur(_ configuration: SpecConfiguration) async throws {
    try await compare(try configuration.text())
  }

  @Test(
    "The yardstick, for two folios and one task",
    .enabled(if: RumurRun.isInstalled, "rumur and gcc are not installed"))
  func yardstick() async throws {
    let choices = [(name: "FOLIOS", value: "2"), (name: "TASKS", value: "1")]
    try await compare(
      SpecConfiguration(path: "bench/pin-first.m", configuration: "", choices: choices).text())
  }

  private func compare(_ text: String) async throws {
    let system = try system(of: text)
    let result = try await Engines.explored(system, workers: 2)
    let findings = try #require(NaiveChecker.Findings(result, of: system))
    #expect(findings.difference(from: try RumurRun.of(text), in: system) == nil)
  }
}
