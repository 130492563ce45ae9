import Foundation
import Lowering
import Model
import Murphi
import SourceText
import TestSupport
import Testing

/// Programs in which words were exchanged: what the checker lets pass has a meaning.
@Suite struct MutatedProgramTests {
  private static let fixtures: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".m") }.sorted().compactMap {
      try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }()

  @Test(arguments: 0..<8)
  func whatTheCheckerAcceptsCanBeLowered(part: Int) throws {
    var random = SplitMix64(seed: UInt64(part) &+ 4711)
    var accepted = 0
    for _ in 0..<400 {
      let text = mutated(random.pick(Self.fixtures), &random)
      let (program, _) = checkedProgram(of: SourceFile(name: "t.m", text: text))
      guard let program else { continue }
      accepted += 1
      let system = lower(program)
      #expect(system.rules.count + system.startStates.count <= program.rules.count)
      #expect(system.claims.contains { $0.kind == .runtime })
    }
    #expect(accepted > 20)
  }

  /// The text with one to three of its words replaced by others of its words.
  private func mutated(_ text: String, _ random: inout SplitMix64) -> String {
    var words = text.split(omittingEmptySubsequences: false) { !$0.isLetter && !$0.isNumber }
    let separators = text.filter { !$0.isLetter && !$0.isNumber }
    let places = words.indices.filter { !words[$0].isEmpty }
    for _ in 0..<random.number(1...3) {
      words[random.pick(places)] = words[random.pick(places)]
    }
    var result = ""
    var next = separators.startIndex
    for (index, word) in words.enumerated() {
      result += word
      guard index < words.count - 1 else { break }
      result.append(separators[next])
      next = separators.index(after: next)
    }
    return result
  }
}
