import Model
import SourceText
import TestSupport

/// Records that every format is tried on.
enum SampleRecords {
  static let empty = RunRecord(version: "0.1.0", specs: [])

  static let verdicts = RunRecord(version: "0.1.0", specs: [pageMap, broken])

  /// One claim violated, with the race.
  static let race: RunRecord = {
    let system = Requests(tasks: 2, folios: 1).system
    let trace = Trace.running([(0, [1, 0]), (1, [1]), (3, [])], of: system) { _ in
      .claimFalse(ClaimIndex(0), arguments: [])
    }
    var spec = SpecRecord(spec: "requests.m", system: system)
    spec.claims = [
      ClaimRecord(ClaimIndex(0), of: system, verdict: .violated(trace), engine: "explicit")
    ]
    spec.counterexamples = [Counterexample(of: trace, in: system)]
    spec.exit = ExitCode(of: spec.claims)
    return RunRecord(version: "0.1.0", specs: [spec])
  }()

  private static let scope = ClaimRecord.Scope.instance(["FOLIOS": 2, "TASKS": 3])

  private static let pageMap = SpecRecord(
    spec: "specs/pgmap/request-folio.m", constants: ["FOLIOS": 2, "TASKS": 3],
    overridden: ["TASKS"],
    claims: [
      claim("no use after unmap", .invariant, 140, .violated, depth: 9, expected: .violated),
      claim("pins are exact", .invariant, 150, .violated, depth: 4),
      claim("no count below zero", .invariant, 160, .proved, engine: "k-induction"),
      claim("the wait returns", .liveness, 170, .exhausted, depth: 41),
      claim("a request fails", .cover, 180, .vacuous, reason: ReasonRecord(.coverNeverMet)),
      claim(
        "translation is a bijection", .invariant, 190, .bounded, engine: "bmc", depth: 20,
        reason: ReasonRecord(.bounded)),
      claim(
        "teardown ends", .liveness, 200, .unknown,
        reason: ReasonRecord(.solver, detail: "canceled")),
    ],
    exploration: ExplorationRecord(
      states: 5_750_909, transitions: 26_045_141, depth: 41, complete: true, seconds: 0.9,
      bytesPerState: 14, backend: "bytecode", workers: 2),
    rules: [
      RuleRecord(name: "request: inc_return", line: 77, fired: 1_230_000, firstDepth: 3),
      RuleRecord(name: "unmap", line: 99, fired: 0, firstDepth: nil),
    ],
    notices: ["replayed 2 traces"], exit: .invariant)

  private static let broken = SpecRecord(
    spec: "specs/broken.m",
    diagnostics: [
      Diagnostic(
        "unknown type 'Taks'",
        at: SourceRange(
          file: "specs/broken.m", start: SourcePosition(line: 3, column: 7),
          end: SourcePosition(line: 3, column: 11)),
        suggestion: "did you mean 'Task'?")
    ],
    exit: .invalidSpec)

  private static func claim(
    _ name: String, _ kind: Claim.Kind, _ line: Int, _ verdict: VerdictWord,
    engine: String = "explicit", depth: Int? = nil, expected: ExpectedAnswer? = nil,
    reason: ReasonRecord? = nil
  ) -> ClaimRecord {
    ClaimRecord(
      name: name, kind: kind, line: line, verdict: verdict, expected: expected, scope: scope,
      engine: engine, depth: depth, trace: nil, certificate: nil, reason: reason)
  }
}
