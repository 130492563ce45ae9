package import Model

/// The claims that a run is about, by name; `*` stands for any text and `?` for one character.
package struct ClaimSelection: Sendable, Hashable {
  package let patterns: [String]

  /// Selects the claims that match any of the patterns; all claims when there are none.
  package init(_ patterns: [String] = []) { self.patterns = patterns }

  /// The selected claims in the order of the specification.
  package func claims(of system: TransitionSystem) -> [ClaimIndex] {
    system.claims.indices.map(ClaimIndex.init).filter { selects(system[$0].name) }
  }

  /// Whether a name is selected.
  package func selects(_ name: String) -> Bool {
    patterns.isEmpty || patterns.contains { Self.matches(Array(name), Array($0)) }
  }

  /// Wildcard matching with one point to come back to, so that time is at most the product of
  /// the lengths.
  private static func matches(_ text: [Character], _ pattern: [Character]) -> Bool {
    var (position, place) = (0, 0)
    var star: (place: Int, position: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, position)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == text[position] {
        place += 1
        position += 1
      } else if let last = star {
        star = (last.place, last.position + 1)
        place = last.place + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
