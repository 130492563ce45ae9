package import Model

/// One thing that is no longer as it was recorded.
package struct Difference: Sendable, Hashable, Comparable {
  /// What a change means.
  package enum Weight: Int, Sendable, Hashable, Comparable {
    /// Worth knowing; nothing that was decided has changed.
    case note
    /// More is known, or more is true.
    case improvement
    /// Something else is true, and whether it is better is for a person to say.
    case change
    /// Less is known, or something that held is violated.
    case loss

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package let weight: Weight
  package let spec: String
  package let configuration: String
  /// Nil when it is about the whole instance.
  package let claim: String?
  /// One line.
  package let words: String
  /// What a claim that is now violated counts as.
  package let exit: ExitCode

  package static func < (left: Self, right: Self) -> Bool {
    (left.spec, left.configuration, left.claim ?? "", left.words)
      < (right.spec, right.configuration, right.claim ?? "", right.words)
  }
}

extension Difference {
  /// A line for people: the weight, where, and what.
  package var line: String {
    let place = [spec, configuration] + (claim.map { [$0] } ?? [])
    return "\(word)  \(place.joined(separator: " | ")): \(words)"
  }

  private var word: String {
    switch weight {
    case .note: "note    "
    case .improvement: "improved"
    case .change: "changed "
    case .loss: "LOST    "
    }
  }
}

extension VerdictLock {
  /// What has changed from this lock to a new one, in the order of specifications.
  package func differences(to new: VerdictLock) -> [Difference] {
    let old = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0) })
    let now = Dictionary(uniqueKeysWithValues: new.entries.map { ($0.key, $0) })
    var differences: Set<Difference> = []
    for key in Set(old.keys).union(now.keys) {
      switch (old[key], now[key]) {
      case (let before?, nil): differences.insert(lost(before))
      case (nil, let after?): differences.insert(gained(after))
      case (let before?, let after?):
        differences.formUnion(verdictChange(before, after).map { [$0] } ?? [])
        differences.formUnion(spaceChange(before, after).map { [$0] } ?? [])
      case (nil, nil): break
      }
    }
    return differences.sorted()
  }

  private func lost(_ entry: LockEntry) -> Difference {
    difference(.loss, entry, "the claim is gone; it was \(entry.words)")
  }

  private func gained(_ entry: LockEntry) -> Difference {
    difference(.improvement, entry, "a new claim: \(entry.words)")
  }

  private func verdictChange(_ before: LockEntry, _ after: LockEntry) -> Difference? {
    if before.verdict != after.verdict {
      return difference(
        weight(from: before.verdict, to: after.verdict), after,
        "was \(before.words), is \(after.words)")
    }
    if before.verdict == .violated, let old = before.depth, let new = after.depth, old != new {
      return difference(
        .change, after, "the race is \(new > old ? "longer" : "shorter"): \(old) -> \(new) steps")
    }
    if before.method != after.method {
      return difference(
        .change, after, "decided by \(after.method.rawValue), was \(before.method.rawValue)")
    }
    return nil
  }

  /// What is said of the instance once, not of each of its claims.
  private func spaceChange(_ before: LockEntry, _ after: LockEntry) -> Difference? {
    if before.states != after.states || before.transitions != after.transitions {
      return Difference(
        weight: .change, spec: after.key.spec, configuration: after.key.configuration, claim: nil,
        words: "states \(text(before.states)) -> \(text(after.states)), transitions "
          + "\(text(before.transitions)) -> \(text(after.transitions))",
        exit: .unknown)
    }
    guard before.textHash != after.textHash else { return nil }
    return Difference(
      weight: .note, spec: after.key.spec, configuration: after.key.configuration, claim: nil,
      words: "the text has changed; states and transitions have not", exit: .success)
  }

  private func text(_ count: Int?) -> String { count.map(String.init) ?? "unknown" }

  private func difference(_ weight: Difference.Weight, _ entry: LockEntry, _ words: String)
    -> Difference
  {
    Difference(
      weight: weight, spec: entry.key.spec, configuration: entry.key.configuration,
      claim: entry.key.claim, words: words,
      exit: weight == .loss && entry.verdict == .violated
        ? .violation(of: entry.kind) : .unknown)
  }

  private func weight(from before: VerdictWord, to after: VerdictWord) -> Difference.Weight {
    let (old, new) = (rank(before), rank(after))
    return new > old ? .improvement : (new < old ? .loss : .change)
  }

  /// How good an answer is for a claim that is meant to hold.
  private func rank(_ verdict: VerdictWord) -> Int {
    switch verdict {
    case .violated: 0
    case .unknown: 1
    case .bounded: 2
    case .vacuous: 3
    case .exhausted, .met, .assumed: 4
    case .proved: 5
    }
  }
}

extension LockEntry {
  /// The verdict as a person reads it.
  fileprivate var words: String {
    switch (verdict, depth) {
    case (.violated, let depth?): "violated after \(depth) steps"
    case (.bounded, let depth?): "without a violation up to \(depth) steps"
    default: verdict.rawValue
    }
  }
}
