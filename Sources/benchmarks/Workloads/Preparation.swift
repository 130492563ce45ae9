import Foundation

/// The text of a specification, made ready for everybody in the same way.
struct Preparation {
  private(set) var text: String

  /// Sets constants and leaves out claims; what the text says to Pinproof alone goes too.
  ///
  /// - Throws: `Problem` when the text has no such constant or claim.
  init(_ text: String, constants: [Workload.Constant], without claims: [String]) throws {
    self.text = text
    dropSettings()
    for constant in constants { try set(constant) }
    for claim in claims { try drop(claim) }
  }

  private mutating func dropSettings() {
    text = mapLines { line in
      line.hasPrefix("-- pinproof: expect") || line.hasPrefix("-- pinproof: configuration")
        ? "--" : line
    }
  }

  private mutating func set(_ constant: Workload.Constant) throws {
    var found = false
    text = mapLines { line in
      let body = line.drop { $0 == " " }
      guard !found, body.hasPrefix("\(constant.name):"), let end = line.firstIndex(of: ";")
      else { return line }
      found = true
      return "  \(constant.name): \(constant.value)\(line[end...])"
    }
    if !found { throw Problem("no constant \(constant.name)") }
  }

  private mutating func drop(_ claim: String) throws {
    for kind in ["invariant", "liveness", "cover"] {
      guard let start = text.range(of: "\n\(kind) \"\(claim)\""),
        let end = text[start.upperBound...].firstIndex(of: ";")
      else { continue }
      text.removeSubrange(start.lowerBound...end)
      return
    }
    throw Problem("no claim \"\(claim)\"")
  }

  private func mapLines(_ change: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { change(String($0)) }.joined(separator: "\n")
  }

  /// The same in CMurphi's spelling, which has `INTERLEAVED` as a word of its own and the text of
  /// an assertion behind its condition.
  var cmurphi: String {
    text.replacing(/\bINTERLEAVED\b/, with: "INTERLEAVED_")
      .replacing(/\bassert ("[^"]*") ([^;]+);/) { "assert \($0.output.2) \($0.output.1);" }
  }
}
