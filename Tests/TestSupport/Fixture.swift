package import Foundation
package import Model
package import SourceText

/// A small specification of `Tests/Fixtures`, whose first line says what is to be found.
///
///     -- expect: states 12 transitions 30; "no lost wakeup" violated at 5; exit 12
///
/// Claims that are not mentioned hold. `deadlock` and `runtime` name the claims that every system
/// has, and `inductive at 2` says with which depth of induction the prover succeeds first.
package struct Fixture: Sendable, CustomStringConvertible {
  /// What is expected of one claim.
  package enum Expected: Sendable, Hashable {
    /// At this number of rule firings.
    case violated(depth: Int)
    case vacuous
    /// Proved by induction of this depth, and of none less.
    case inductive(k: Int)
  }

  package let name: String
  package let text: String
  package let states: Int
  package let transitions: Int
  package let claims: [String: Expected]
  package let exit: Int

  package var description: String { name }

  /// Whether the installed releases of rumur can run it; a line of it says why not.
  package var isForRumur: Bool { !text.contains("\n-- not for rumur: ") }

  package var source: SourceFile { SourceFile(name: "\(name).m", text: text) }

  package func system() throws(InvalidSpecification) -> TransitionSystem {
    try TestSupport.system(of: text, named: source.name)
  }

  /// All fixtures, by name.
  package static let all: [Fixture] = {
    let files = try! FileManager.default.contentsOfDirectory(
      at: directory, includingPropertiesForKeys: nil)
    return files.filter { $0.pathExtension == "m" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }.map(Fixture.init)
  }()

  /// The fixture of this name, which there must be.
  package static func named(_ name: String) -> Fixture { all.first { $0.name == name }! }

  /// Where the fixtures are.
  package static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  private init(_ file: URL) {
    name = file.deletingPathExtension().lastPathComponent
    text = try! String(contentsOf: file, encoding: .utf8)
    let line = text.prefix { !$0.isNewline }
    precondition(line.hasPrefix("-- expect: "), "\(name) says no expectation")
    let parts = line.dropFirst("-- expect: ".count).components(separatedBy: "; ")
    var counts: [Int] = []
    var claims: [String: Expected] = [:]
    var exit: Int?
    for part in parts {
      let words = part.split(separator: " ")
      if part.hasPrefix("states ") {
        counts = words.compactMap { Int($0) }
      } else if part.hasPrefix("exit ") {
        exit = Int(words[1])
      } else {
        let (claim, expected) = Self.expectation(part)
        claims[claim] = expected
      }
    }
    precondition(counts.count == 2 && exit != nil, "\(name): \(line)")
    (states, transitions) = (counts[0], counts[1])
    self.claims = claims
    self.exit = exit!
  }

  private static func expectation(_ part: String) -> (String, Expected) {
    let pieces = part.split(separator: "\"", omittingEmptySubsequences: true).map(String.init)
    let claim = pieces.count == 2 ? pieces[0] : String(part.prefix { $0 != " " })
    let words = part.split(separator: " ")
    if words.last == "vacuous" { return (claim, .vacuous) }
    guard let number = words.last.flatMap({ Int($0) }), words.count > 2 else {
      preconditionFailure("not an expectation: \(part)")
    }
    switch words[words.count - 3] {
    case "violated": return (claim, .violated(depth: number))
    case "inductive": return (claim, .inductive(k: number))
    default: preconditionFailure("not an expectation: \(part)")
    }
  }
}
