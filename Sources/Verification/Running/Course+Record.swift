internal import Explorer
import Model

/// What is reported in the end.
extension Course {
  /// What is known, as a record and its evidence.
  func findings(policy: ExitPolicy) -> Findings {
    var record = SpecRecord(spec: specification.path, system: system)
    record.claims = claims.map(record(of:))
    if let space = exploration?.stateSpace {
      record.exploration = ExplorationRecord(space, seconds: seconds)
      record.rules = RuleRecord.records(of: space, in: system)
    }
    record.counterexamples = claims.compactMap(counterexample(for:))
    record.notices = notices
    record.exit = ExitCode(of: record.claims, policy: policy)
    let shown = certificates.filter { $0.vacuity == nil } + claims.compactMap { races[$0] }
    return Findings(
      record: record, traces: traces, certificates: shown, lemmas: extended?.lemmas,
      dependentConstants: system.dependentConstants)
  }

  func record(of claim: ClaimIndex) -> ClaimRecord {
    let expected = specification.expectations[system[claim].name]
    let exhausted = ledger.answers(to: claim).first { $0.verdict.isExhausted }
    let entry = expected == .vacuous ? exhausted ?? ledger[claim] : ledger[claim]
    var record = ClaimRecord(
      claim, of: system, verdict: entry?.verdict ?? .unknown(unanswered),
      engine: entry?.engine.rawValue, expected: expected)
    if let race = races[claim]?.race { record.scope = .from(race.from) }
    return record
  }

  /// Why no engine was asked about a claim.
  var unanswered: Reason {
    let names = system.symbolicConstants
    return names.isEmpty
      ? .stoppedAtViolation
      : .unsupported([Feature("proofs for all \(names.joined(separator: ", "))")])
  }

  var traces: [(claim: String, trace: Trace)] {
    claims.compactMap { claim in
      guard case .violated(let trace) = ledger[claim]?.verdict else { return nil }
      return (system[claim].name, trace)
    }
  }

  func counterexample(for claim: ClaimIndex) -> Counterexample? {
    if case .violated(let trace) = ledger[claim]?.verdict {
      var counterexample = specification.explain(
        trace, role: .violation, engine: ledger[claim]?.engine,
        isShortest: isShortest(claim))
      counterexample.leastSizes = races[claim]?.race?.from
      return counterexample
    }
    guard let trace = openFailure(of: claim) else { return nil }
    return specification.explain(
      trace, role: .induction, engine: .kInduction, firstStateIsReachable: isReachable(trace))
  }
}
