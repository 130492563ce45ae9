import SourceText

/// Reads the `-- pinproof:` lines of a text.
func parseSettings(
  _ comments: [SettingComment], in file: SourceFile
) -> ([SettingSyntax], [Diagnostic]) {
  var settings: [SettingSyntax] = []
  var diagnostics: [Diagnostic] = []
  for comment in comments {
    guard !comment.isLate else {
      diagnostics.append(
        Diagnostic(
          "settings come before the first declaration", at: file.range(of: comment.bytes)))
      continue
    }
    var reader = SettingReader(comment.bytes, in: file)
    do {
      settings.append(try reader.read())
    } catch {
      diagnostics.append(error)
    }
  }
  return (settings, diagnostics)
}

/// Reads the words of one setting.
private struct SettingReader {
  private enum Word {
    case plain(Identifier)
    case quoted(Identifier)
  }

  private static let names = [
    "columns", "deadlock", "dialect", "for-all", "expect", "configuration",
  ]

  private var words: [Word] = []
  private var next = 0
  private let range: SourceRange
  private let end: SourceRange

  init(_ bytes: Range<Int>, in file: SourceFile) {
    var upper = bytes.upperBound
    while upper > bytes.lowerBound, file.bytes[upper - 1].isBlank { upper -= 1 }
    var lower = bytes.lowerBound
    while lower < upper, file.bytes[lower].isBlank { lower += 1 }
    range = file.range(of: lower..<upper)
    end = file.range(of: upper..<upper)
    var offset = lower
    while offset < upper { words.append(contentsOf: Self.word(at: &offset, upTo: upper, in: file)) }
  }

  /// The word at `offset`, which moves past it; none when there is only blank space.
  private static func word(
    at offset: inout Int, upTo end: Int, in file: SourceFile
  ) -> [Word] {
    while offset < end, file.bytes[offset].isBlank { offset += 1 }
    guard offset < end else { return [] }
    let start = offset
    if file.bytes[offset] == UInt8(ascii: "\"") {
      offset += 1
      while offset < end, file.bytes[offset] != UInt8(ascii: "\"") { offset += 1 }
      let text = file.text(of: start + 1..<offset)
      offset = min(offset + 1, end)
      return [.quoted(Identifier(text, at: file.range(of: start..<offset)))]
    }
    offset += 1
    if !file.bytes[start].isSettingSign {
      while offset < end, !file.bytes[offset].isBlank, !file.bytes[offset].isSettingSign {
        offset += 1
      }
    }
    return [.plain(Identifier(file.text(of: start..<offset), at: file.range(of: start..<offset)))]
  }

  mutating func read() throws(Diagnostic) -> SettingSyntax {
    let name = try plain("the name of a setting")
    let kind: SettingSyntax.Kind
    switch name.text {
    case "columns": kind = .columns(try plain("a type"))
    case "deadlock": kind = .deadlock(try choice("a deadlock mode"))
    case "dialect": kind = .dialect(try choice("a dialect"))
    case "for-all": kind = .forAll(try list())
    case "expect": kind = try expectation()
    case "configuration": kind = try configuration()
    default:
      let near = nearestSpelling(to: name.text, among: Self.names)
      throw Diagnostic(
        "unknown setting '\(name.text)'", at: name.range,
        suggestion: near.map { "did you mean '\($0)'?" }
          ?? "the settings are \(Self.names.joined(separator: ", "))")
    }
    if next < words.count { throw unexpected("the end of the line") }
    return SettingSyntax(kind: kind, range: range)
  }

  private func unexpected(_ what: String) -> Diagnostic {
    guard next < words.count else {
      return Diagnostic("expected \(what), found the end of the line", at: end)
    }
    switch words[next] {
    case .plain(let word):
      return Diagnostic("expected \(what), found '\(word.text)'", at: word.range)
    case .quoted(let word):
      return Diagnostic("expected \(what), found \"\(word.text)\"", at: word.range)
    }
  }

  private mutating func plain(_ what: String) throws(Diagnostic) -> Identifier {
    guard next < words.count, case .plain(let word) = words[next] else { throw unexpected(what) }
    next += 1
    return word
  }

  private mutating func accept(_ text: String) -> Bool {
    guard next < words.count, case .plain(let word) = words[next], word.text == text else {
      return false
    }
    next += 1
    return true
  }

  private mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ what: String
  ) throws(Diagnostic) -> Value where Value.RawValue == String {
    let choices = Value.allCases.map(\.rawValue)
    let word = try plain("\(what) (\(choices.joined(separator: ", ")))")
    if let value = Value(rawValue: word.text) { return value }
    let near = nearestSpelling(to: word.text, among: choices)
    throw Diagnostic(
      "'\(word.text)' is not \(what)", at: word.range,
      suggestion: near.map { "did you mean '\($0)'?" }
        ?? "choose one of \(choices.joined(separator: ", "))")
  }

  private mutating func list() throws(Diagnostic) -> [Identifier] {
    var names = [try plain("a constant")]
    while accept(",") { names.append(try plain("a constant")) }
    return names
  }

  private mutating func expectation() throws(Diagnostic) -> SettingSyntax.Kind {
    let name = try quoted("the name of a claim in quotes")
    let conditions = accept("when") ? try self.conditions() : []
    return .expect(name: name.text, when: conditions, try choice("an outcome"))
  }

  private mutating func configuration() throws(Diagnostic) -> SettingSyntax.Kind {
    let name = try quoted("the name of a configuration in quotes")
    return .configuration(name: name.text, next < words.count ? try conditions() : [])
  }

  private mutating func quoted(_ what: String) throws(Diagnostic) -> Identifier {
    guard next < words.count, case .quoted(let word) = words[next] else { throw unexpected(what) }
    next += 1
    return word
  }

  private mutating func conditions() throws(Diagnostic) -> [SettingSyntax.ConditionSyntax] {
    var conditions: [SettingSyntax.ConditionSyntax] = []
    repeat { conditions.append(try condition()) } while accept(",")
    return conditions
  }

  private mutating func condition() throws(Diagnostic) -> SettingSyntax.ConditionSyntax {
    let constant = try plain("a constant")
    guard accept("=") else { throw unexpected("'=' after the constant") }
    return SettingSyntax.ConditionSyntax(constant: constant, value: try plain("a value"))
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || 0x09...0x0D ~= self }
  fileprivate var isSettingSign: Bool { self == UInt8(ascii: ",") || self == UInt8(ascii: "=") }
}
