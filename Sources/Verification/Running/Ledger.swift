import Model

/// What every engine has answered so far.
///
/// Answers of different engines meet here, and must not contradict each other.
struct Ledger {
  struct Entry {
    var verdict: Verdict
    var engine: EngineName
    /// Whether no behaviour violates the claim in fewer steps than the verdict's.
    var isShortest = false
  }

  let system: TransitionSystem
  private var entries: [ClaimIndex: [Entry]] = [:]

  init(system: TransitionSystem) { self.system = system }

  /// The answer to a claim that says most, the earliest of those; of violations, a shortest.
  subscript(claim: ClaimIndex) -> Entry? {
    entries[claim]?.max { first, second in
      if case .violated(let long) = first.verdict, case .violated(let short) = second.verdict {
        return long.depth > short.depth
      }
      return first.verdict.strength < second.verdict.strength
    }
  }

  /// Every answer to a claim, in the order in which they came.
  func answers(to claim: ClaimIndex) -> [Entry] { entries[claim, default: []] }

  /// Notes the answers of an engine; throws when one contradicts an earlier answer.
  mutating func enter(
    _ verdicts: [ClaimIndex: Verdict], shortest: Set<ClaimIndex> = [], from engine: EngineName
  ) throws(EngineFailure) {
    for (claim, verdict) in verdicts.sorted(by: { $0.key < $1.key }) {
      for earlier in entries[claim, default: []] {
        guard let problem = Self.contradiction(earlier.verdict, verdict) else { continue }
        throw .disagreement(
          "claim \"\(system[claim].name)\": \(earlier.engine.rawValue) and \(engine.rawValue) "
            + "disagree: \(problem)")
      }
      entries[claim, default: []].append(
        Entry(verdict: verdict, engine: engine, isShortest: shortest.contains(claim)))
    }
  }

  /// Notes the answers of an engine instead of all earlier ones of its.
  mutating func replace(_ verdicts: [ClaimIndex: Verdict], from engine: EngineName)
    throws(EngineFailure)
  {
    for claim in verdicts.keys { entries[claim]?.removeAll { $0.engine == engine } }
    try enter(verdicts, from: engine)
  }

  /// Takes back the answers that rest on a certificate.
  mutating func withdraw(_ certificate: Certificate, because reason: Reason) {
    for (claim, answers) in entries {
      entries[claim] = answers.map { entry in
        entry.verdict.certificate == certificate
          ? Entry(verdict: .unknown(reason), engine: entry.engine) : entry
      }
    }
  }

  /// Why two answers cannot both be right; nil when they can.
  private static func contradiction(_ first: Verdict, _ second: Verdict) -> String? {
    switch (first, second) {
    case (.holds, .violated), (.violated, .holds), (.vacuous, .violated), (.violated, .vacuous):
      return "one says that it holds, the other that it is violated"
    case (.unknown(.bounded(let depth)), .violated(let trace)),
      (.violated(let trace), .unknown(.bounded(let depth))):
      // A step that fails is the last one and is counted by its trace.
      guard trace.depth <= depth else { return nil }
      return "one finds no violation up to \(depth) steps, the other one after \(trace.depth)"
    default: return nil
    }
  }
}

extension Verdict {
  /// How much an answer says; of two that agree the stronger one is shown.
  var strength: Int {
    switch self {
    case .violated: 5
    case .vacuous: 4
    case .holds(.inductive): 3
    case .holds(.exhausted), .holds(.met), .assumed: 2
    case .unknown(.bounded): 1
    case .unknown: 0
    }
  }
}

extension Verdict {
  /// The depth up to which an engine has found no violation, and said no more.
  var boundWithoutViolation: Int? {
    if case .unknown(.bounded(let depth)) = self { depth } else { nil }
  }

  /// The proof to re-check, be it only of a claim that holds vacuously.
  var certificate: Certificate? {
    switch self {
    case .holds(.inductive(let certificate)), .vacuous(_, .inductive(let certificate)):
      certificate
    default: nil
    }
  }
}
