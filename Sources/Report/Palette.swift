/// Colours for a terminal, or none.
package struct Palette: Sendable, Hashable {
  /// Whether colours are written at all.
  package var isOn: Bool

  package init(isOn: Bool) { self.isOn = isOn }

  /// Text as it is.
  package static let plain = Palette(isOn: false)

  func bad(_ text: String) -> String { painted(text, "1;31") }
  func good(_ text: String) -> String { painted(text, "32") }
  func doubtful(_ text: String) -> String { painted(text, "33") }
  func quiet(_ text: String) -> String { painted(text, "2") }

  private func painted(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
