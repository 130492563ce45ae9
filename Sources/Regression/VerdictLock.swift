import Model

/// The verdicts of many specifications as a file: a line for each claim and configuration, sorted,
/// fields separated by tabs, so that a change of a verdict is a change of a line.
package struct VerdictLock: Sendable, Hashable {
  /// Sorted by key.
  package let entries: [LockEntry]

  private static let heading = """
    # Written by `pinproof lock`, compared by `pinproof regress`.
    # spec, configuration, claim, kind, verdict, method, depth, states, transitions, text hash

    """
  private static let fieldCount = 10
  private static let nothing = "-"

  package init(_ entries: [LockEntry]) { self.entries = entries.sorted { $0.key < $1.key } }

  /// A key that two entries have, so that the file could not be read again; nil when there is none.
  package var ambiguousKey: LockEntry.Key? {
    zip(entries, entries.dropFirst()).first { $0.key == $1.key }?.0.key
  }

  /// The text of the file.
  package var text: String { Self.heading + entries.map { Self.line($0) + "\n" }.joined() }

  private static func line(_ entry: LockEntry) -> String {
    [
      clean(entry.key.spec), clean(entry.key.configuration), clean(entry.key.claim),
      entry.kind.rawValue, entry.verdict.rawValue, entry.method.rawValue, number(entry.depth),
      number(entry.states), number(entry.transitions), entry.textHash,
    ].joined(separator: "\t")
  }

  private static func number(_ value: Int?) -> String { value.map(String.init) ?? nothing }

  /// Names hold no line breaks or tabs in the file.
  private static func clean(_ name: String) -> String {
    String(name.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// Why a file is no lock.
  package struct Damage: Error, Sendable, Hashable {
    /// From 1.
    package let line: Int
    package let reason: String

    package init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }
  }

  /// Reads the text of a file.
  package init(parsing text: String) throws(Damage) {
    var entries: [LockEntry] = []
    var keys: Set<LockEntry.Key> = []
    for (position, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      guard let entry = Self.entry(line) else {
        throw Damage(line: position + 1, reason: "this is not a line of a verdict lock")
      }
      guard keys.insert(entry.key).inserted else {
        throw Damage(line: position + 1, reason: "this claim has a line already")
      }
      entries.append(entry)
    }
    self.init(entries)
  }

  private static func entry(_ line: Substring) -> LockEntry? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == fieldCount, let kind = Claim.Kind(rawValue: fields[3]),
      let verdict = VerdictWord(rawValue: fields[4]),
      let method = LockEntry.Method(rawValue: fields[5]),
      fields[6...8].allSatisfy({ $0 == nothing || Int($0).map { $0 >= 0 } == true })
    else { return nil }
    return LockEntry(
      key: LockEntry.Key(spec: fields[0], configuration: fields[1], claim: fields[2]),
      kind: kind, verdict: verdict, method: method, depth: Int(fields[6]),
      states: Int(fields[7]), transitions: Int(fields[8]), textHash: fields[9])
  }

  /// The lines about these specifications only.
  package func restricted(to specs: Set<String>) -> VerdictLock {
    VerdictLock(entries.filter { specs.contains($0.key.spec) })
  }

  /// These entries instead of all that are about the same specifications.
  package func replacing(with other: VerdictLock) -> VerdictLock {
    let specs = Set(other.entries.map(\.key.spec))
    return VerdictLock(entries.filter { !specs.contains($0.key.spec) } + other.entries)
  }
}
