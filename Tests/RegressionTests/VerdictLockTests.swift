import Model
import Regression
import Testing

private func entry(
  _ claim: String, _ verdict: VerdictWord, depth: Int? = nil, states: Int? = 10,
  kind: Claim.Kind = .invariant, method: LockEntry.Method = .explicit, hash: String = "a"
) -> LockEntry {
  LockEntry(
    key: LockEntry.Key(spec: "specs/x.m", configuration: "default", claim: claim), kind: kind,
    verdict: verdict, method: method, depth: depth, states: states, transitions: states,
    textHash: hash)
}

/// Two entries, and what their difference is called.
struct DifferenceCase: Sendable, CustomTestStringConvertible {
  let before: LockEntry?
  let after: LockEntry?
  let weight: Difference.Weight?
  let words: String
  let exit: ExitCode
  var testDescription: String { words }
}

@Suite struct VerdictLockTests {
  @Test func theFileRoundTrips() throws {
    let lock = VerdictLock([
      entry("b\twith a tab", .violated, depth: 3), entry("a", .exhausted, depth: 7),
      entry("c", .unknown, states: nil, method: .none),
    ])
    let again = try VerdictLock(parsing: lock.text)
    #expect(again.text == lock.text)
    #expect(again.entries.map(\.key.claim) == ["a", "b with a tab", "c"])
    #expect(again.entries[1].depth == 3)
    #expect(again.entries[2].states == nil)
  }

  @Test(arguments: [
    "nonsense", "a\tb\tc\tinvariant\tviolated\texplicit\t1\t2\t3",
    "a\tb\tc\tinvariant\tviolated\texplicit\t-1\t2\t3\th",
    "a\tb\tc\tinvariant\tgreat\texplicit\t1\t2\t3\th",
  ])
  func brokenFilesAreRefusedWithTheirLine(line: String) {
    #expect(throws: VerdictLock.Damage(line: 2, reason: "this is not a line of a verdict lock")) {
      try VerdictLock(parsing: "# a comment\n" + line)
    }
  }

  @Test func aClaimHasOneLine() {
    let lock = VerdictLock([entry("a", .exhausted)])
    let line = lock.text.split(separator: "\n").last ?? ""
    #expect(throws: VerdictLock.Damage.self) {
      try VerdictLock(parsing: "\(line)\n\(line)")
    }
  }

  static let cases: [DifferenceCase] = [
    DifferenceCase(
      before: entry("a", .exhausted), after: entry("a", .exhausted), weight: nil,
      words: "", exit: .success),
    DifferenceCase(
      before: entry("a", .exhausted), after: nil, weight: .loss,
      words: "the claim is gone; it was exhausted", exit: .unknown),
    DifferenceCase(
      before: nil, after: entry("a", .exhausted), weight: .improvement,
      words: "a new claim: exhausted", exit: .unknown),
    DifferenceCase(
      before: entry("a", .proved), after: entry("a", .violated, depth: 4),
      weight: .loss, words: "was proved, is violated after 4 steps", exit: .invariant),
    DifferenceCase(
      before: entry("a", .exhausted, kind: .liveness),
      after: entry("a", .violated, depth: 4, kind: .liveness),
      weight: .loss, words: "was exhausted, is violated after 4 steps", exit: .liveness),
    DifferenceCase(
      before: entry("a", .violated, depth: 4), after: entry("a", .exhausted),
      weight: .improvement, words: "was violated after 4 steps, is exhausted", exit: .unknown),
    DifferenceCase(
      before: entry("a", .violated, depth: 4), after: entry("a", .violated, depth: 6),
      weight: .change, words: "the race is longer: 4 -> 6 steps", exit: .unknown),
    DifferenceCase(
      before: entry("a", .exhausted), after: entry("a", .exhausted, states: 12),
      weight: .change, words: "states 10 -> 12, transitions 10 -> 12", exit: .unknown),
    DifferenceCase(
      before: entry("a", .exhausted), after: entry("a", .exhausted, hash: "b"),
      weight: .note, words: "the text has changed; states and transitions have not",
      exit: .success),
  ]

  @Test(arguments: cases)
  func differencesAreNamed(test: DifferenceCase) {
    let before = VerdictLock(test.before.map { [$0] } ?? [])
    let differences = before.differences(to: VerdictLock(test.after.map { [$0] } ?? []))
    #expect(differences.map(\.weight) == (test.weight.map { [$0] } ?? []))
    #expect(differences.first?.words ?? "" == test.words)
    #expect(differences.first?.exit ?? .success == test.exit)
  }

  @Test func stateCountsAreSaidOnceForAnInstance() {
    let before = VerdictLock([entry("a", .exhausted), entry("b", .exhausted)])
    let after = VerdictLock([
      entry("a", .exhausted, states: 11), entry("b", .exhausted, states: 11),
    ])
    #expect(before.differences(to: after).count == 1)
  }

  @Test func otherSpecificationsAreKept() {
    let other = LockEntry(
      key: LockEntry.Key(spec: "specs/y.m", configuration: "default", claim: "a"),
      kind: .invariant, verdict: .exhausted, method: .explicit, depth: 1, states: 1,
      transitions: 1, textHash: "c")
    let lock = VerdictLock([other, entry("old", .exhausted)])
    let new = lock.replacing(with: VerdictLock([entry("new", .exhausted)]))
    #expect(new.entries.map(\.key.claim) == ["new", "a"])
  }
}
