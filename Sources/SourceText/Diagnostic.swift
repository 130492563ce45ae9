/// What is wrong with a text, where, and what would mend it.
package struct Diagnostic: Hashable, Sendable, Codable, Error {
  /// How bad it is: only an error makes a text unusable.
  package enum Severity: String, Hashable, Sendable, Codable {
    case error, warning
  }

  /// A remark about another place that explains the diagnostic.
  package struct Note: Hashable, Sendable, Codable {
    /// One sentence fragment, lower case, without a full stop.
    package var message: String
    /// The other place; ``SourceRange/none`` when there is none.
    package var range: SourceRange

    /// Makes a note.
    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// How bad it is.
  package var severity: Severity
  /// One sentence fragment, lower case, without a full stop.
  package var message: String
  /// The stretch to underline.
  package var range: SourceRange
  /// Other places that explain it, in the order to print.
  package var notes: [Note]
  /// What would mend it, as a sentence fragment; nil when that is not known.
  package var suggestion: String?

  /// Makes a diagnostic.
  package init(
    _ message: String, at range: SourceRange, severity: Severity = .error, notes: [Note] = [],
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.message = Self.cut(message)
    self.range = range
    self.notes = notes
    self.suggestion = suggestion
  }

  /// A message without most of an overlong word that it quotes: 200 bytes from either end.
  private static func cut(_ message: String) -> String {
    let limit = 200
    guard message.utf8.count > 2 * limit else { return message }
    let (head, tail) = (message.utf8.prefix(limit), message.utf8.suffix(limit))
    return String(decoding: head, as: UTF8.self) + " ... " + String(decoding: tail, as: UTF8.self)
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether any of these is an error.
  package var containsError: Bool { contains { $0.severity == .error } }
}
