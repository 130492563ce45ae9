import Model
import Testing

@Suite struct ExitCodeTests {
  private static func claim(
    _ kind: Claim.Kind, _ verdict: VerdictWord, expected: ExpectedAnswer? = nil
  ) -> ClaimRecord {
    ClaimRecord(
      name: "c", kind: kind, line: 1, verdict: verdict, expected: expected, scope: .instance([:]))
  }

  @Test(
    arguments: [
      (.invariant, .proved, nil, .success), (.invariant, .exhausted, .holds, .success),
      (.invariant, .violated, nil, .invariant), (.deadlock, .violated, nil, .deadlock),
      (.liveness, .violated, nil, .liveness), (.assertion, .violated, nil, .runtime),
      (.runtime, .violated, nil, .runtime), (.cover, .vacuous, nil, .vacuous),
      (.invariant, .unknown, nil, .unknown), (.invariant, .bounded, nil, .unknown),
      (.invariant, .violated, .violated, .success), (.invariant, .proved, .violated, .invariant),
      (.invariant, .vacuous, .vacuous, .success), (.invariant, .vacuous, .holds, .vacuous),
      (.invariant, .proved, .vacuous, .unknown), (.invariant, .exhausted, .vacuous, .vacuous),
      (.invariant, .bounded, .violated, .unknown), (.cover, .met, nil, .success),
      (.cover, .met, .vacuous, .vacuous), (.assumption, .assumed, nil, .success),
      (.assumption, .assumed, .violated, .vacuous),
    ] as [(Claim.Kind, VerdictWord, ExpectedAnswer?, ExitCode)])
  func aClaimEndsWithItsCode(
    kind: Claim.Kind, verdict: VerdictWord, expected: ExpectedAnswer?, code: ExitCode
  ) {
    #expect(ExitCode(of: [Self.claim(kind, verdict, expected: expected)]) == code)
  }

  @Test func theWeightiestWins() {
    let order: [ExitCode] = [
      .internalError, .runtime, .invariant, .deadlock, .liveness, .vacuous, .unknown, .success,
    ]
    for (position, code) in order.enumerated() {
      #expect(ExitCode.weightiest(of: order[position...].reversed()) == code)
    }
  }

  @Test func everyCodeHasAWeight() {
    for code in ExitCode.allCases { #expect(ExitCode.weightiest(of: [code]) == code) }
  }

  @Test(arguments: [(ExitPolicy.VacuityPolicy.warn, 0), (.ignore, 0), (.error, 15)])
  func vacuityCountsAsAsked(vacuity: ExitPolicy.VacuityPolicy, code: Int) {
    let policy = ExitPolicy(vacuity: vacuity)
    let bare = Self.claim(.cover, .vacuous)
    #expect(ExitCode(of: [bare], policy: policy).rawValue == code)
    let meant = Self.claim(.cover, .vacuous, expected: .holds)
    #expect(ExitCode(of: [meant], policy: policy) == .vacuous)
  }

  @Test func theSimpleCodesAreThree() {
    #expect(ExitCode.success.simple == 0)
    for code in [ExitCode.deadlock, .invariant, .liveness, .runtime, .vacuous] {
      #expect(code.simple == 1)
    }
    for code in [ExitCode.unknown, .usage, .invalidSpec, .noInput, .internalError] {
      #expect(code.simple == 2)
    }
  }
}
