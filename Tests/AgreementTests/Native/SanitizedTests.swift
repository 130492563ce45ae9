import Explorer
import Foundation
import Model
import SourceText
import TestSupport
import Testing
import Toolchain

/// Emitted code and its run-time do nothing undefined, and touch no memory but their own.
///
/// Built with the sanitizers for addresses and undefined behaviour, and explored by a small C
/// program. `PINPROOF_SANITIZED_SYSTEMS` sets on how many random systems.
@Suite("Sanitized native code", .enabled(if: Sanitizer.isInstalled, "no sanitizers are installed"))
struct SanitizedTests {
  private static let systemCount =
    ProcessInfo.processInfo.environment["PINPROOF_SANITIZED_SYSTEMS"].flatMap(UInt64.init) ?? 20

  @Test func runtime() throws {
    let output = try Sanitizer.run(
      text: NativeSource.runtime + Sanitizer.file("runtime-test.c"),
      flags: ["-Wall", "-Wextra", "-Werror", "-Wno-unused-function"])
    #expect(output.isEmpty)
  }

  /// But for the one that fails where native code is not used.
  @Test func fixtures() async throws {
    try await expectAgreement(
      of: Fixture.all.filter { $0.states <= 2_000 && $0.name != "error-at-start" }
        .map { try $0.system() })
  }

  @Test func failingSystems() async throws {
    try await expectAgreement(of: FailingSystems.all.map { try system(of: $0.text) })
  }

  @Test func randomSystems() async throws {
    for first in stride(from: 0, to: Self.systemCount, by: 50) {
      let seeds = first..<min(first + 50, Self.systemCount)
      try await expectAgreement(
        of: seeds.map { try system(of: RandomSystem.tree(seed: $0).text) })
    }
  }

  /// Among them some with unions and multisets.
  @Test func representatives() async throws {
    let fixtures = try Fixture.all.filter { $0.states <= 2_000 }.map { try $0.system() }
    let random = try (0..<Self.systemCount).map {
      try system(of: RandomSystem.treeWithScalarsets(seed: $0).text)
    }
    try await expectAgreement(of: (fixtures + random).filter(\.isReducible), symmetry: true)
  }

  /// What is complete after few states is compared.
  private func expectAgreement(of systems: [TransitionSystem], symmetry: Bool = false) async throws
  {
    var members: [(source: BytecodeSource, expected: String)] = []
    for system in systems {
      let source = BytecodeSource(system)
      let exploration = await Exploration.run(
        system, limits: Limits(maxStates: 5_000), options: ExplorationOptions(symmetry: symmetry))
      let space = exploration.stateSpace
      guard space.isComplete, space.states > 0 else { continue }
      members.append((source, Self.line(of: exploration, in: system)))
    }
    let found = try Sanitizer.run(members.map(\.source), symmetry: symmetry)
    #expect(found.count == members.count)
    for (line, member) in zip(found, members) { #expect(line == member.expected) }
  }

  /// What the C program should print.
  private static func line(of exploration: Exploration, in system: TransitionSystem) -> String {
    let space = exploration.stateSpace
    let claims = system.claims.indices.map(ClaimIndex.init)
    let parts: [[Int]] = [
      [space.states, space.transitions], space.rules.map(\.fired),
      claims.map { space.covers[$0, default: 0] },
      claims.map { claim in
        // Those are decided by whoever looks at all states.
        guard ![.deadlock, .liveness].contains(system[claim].kind),
          case .violated(let trace) = exploration.verdict(of: claim)
        else { return 0 }
        return failsInGoal(trace, system) ? 0 : 1
      },
    ]
    return parts.map { $0.map(String.init).joined(separator: " ") }.joined(separator: " | ")
  }

  /// Whether a behaviour ends because the goal of a liveness claim has no value.
  private static func failsInGoal(_ trace: Trace, _ system: TransitionSystem) -> Bool {
    guard case .failed(let failure) = trace.ending else { return false }
    return system.claims(of: .liveness).compactMap { system[$0].condition?.range }.contains {
      $0.start <= failure.range.start && failure.range.end <= $0.end
    }
  }
}

/// A C compiler with sanitizers.
enum Sanitizer {
  private static let flags = [
    "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-O1", "-std=gnu11",
  ]

  private static let compiler = Command.path(of: "gcc") ?? Command.path(of: "cc")

  static let isInstalled: Bool = {
    guard let compiler else { return false }
    let result = try? withTemporaryDirectory { folder in
      try "int main(void) { return 0; }".write(
        to: folder.appendingPathComponent("a.c"), atomically: false, encoding: .utf8)
      return try Command.run(compiler, flags + ["a.c", "-o", "a"], in: folder).status
    }
    return result == 0
  }()

  /// The text of a file of `Tests/Native`.
  static func file(_ name: String) throws -> String {
    let folder = Fixture.directory.deletingLastPathComponent().appendingPathComponent("Native")
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Explores with sanitized code; a line for each source.
  static func run(_ sources: [BytecodeSource], symmetry: Bool) throws -> [String] {
    try run(
      text: NativeBatch.text(for: sources, symmetry: symmetry) + file("driver.c")
        + table(of: sources, symmetry: symmetry), flags: ["-w"])
  }

  /// Compiles and runs a program that must not fail; the lines that it prints.
  static func run(text: String, flags: [String]) throws -> [String] {
    try withTemporaryDirectory { folder in
      try text.write(
        to: folder.appendingPathComponent("models.c"), atomically: false, encoding: .utf8)
      let build = try Command.run(
        compiler!, Self.flags + flags + ["models.c", "-o", "models"], in: folder)
      guard build.status == 0 else { throw InvalidSpecification(description: build.errors) }
      let run = try Command.run(folder.appendingPathComponent("models").path, [], in: folder)
      guard run.status == 0 else { throw InvalidSpecification(description: run.errors) }
      return run.output.split(separator: "\n").map(String.init)
    }
  }

  private static func table(of sources: [BytecodeSource], symmetry: Bool) -> String {
    let starts = sources.map { source in
      let output = source.makeBuffer()
      source.makeExpander(into: output).start()
      return (0..<output.count).flatMap { position in
        UnsafeBufferPointer(start: output.state(at: position), count: source.wordsPerState)
      }
    }
    var text = ""
    var rows: [String] = []
    for (position, (source, words)) in zip(sources, starts).enumerated() {
      let prefix = NativeBatch.prefix(position)
      let list = (words.isEmpty ? [0] : words).map { "UINT64_C(\($0))" }
      text += "static uint64_t \(prefix)starts[] = {\(list.joined(separator: ", "))};\n"
      let count = words.count / source.wordsPerState
      rows.append(
        "{pinproof_\(prefix)expand, pinproof_\(prefix)judge, pinproof_\(prefix)seek, "
          + (symmetry ? "pinproof_\(prefix)canonicalize, &\(prefix)scalarsets, " : "NULL, NULL, ")
          + "\(source.wordsPerState), \(source.system.rules.count), "
          + "\(source.system.claims.count), \(prefix)starts, \(count)}")
    }
    return text + "const struct model models[] = {\n\(rows.joined(separator: ",\n"))\n};\n"
      + "const intptr_t model_count = \(sources.count);\n"
  }
}
