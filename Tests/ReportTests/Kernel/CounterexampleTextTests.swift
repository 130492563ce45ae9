import Model
import Report
import SourceText
import TestSupport
import Testing

@Suite struct CounterexampleTextTests {
  private func text(
    _ trace: Trace, in system: TransitionSystem, style: TraceStyle = .columns,
    options: ExplanationOptions = ExplanationOptions(engine: "explicit", isShortest: true)
  ) -> String {
    CounterexampleText(style: style)
      .lines(of: Counterexample(of: trace, in: system, options: options))
      .joined(separator: "\n")
  }

  @Test func theLostWakeupReadsLikeAKernelRace() {
    #expect(
      text(LostWakeup.trace, in: LostWakeup.system) == "")
  }

  @Test func argumentsBeyondTheColumnAreShown() {
    let system = Requests(tasks: 3, folios: 2).system
    let trace = Trace.running([(0, [2, 1]), (1, [2]), (3, [])], of: system) { _ in
      .claimFalse(ClaimIndex(0), arguments: [])
    }
    #expect(text(trace, in: system) == "")
  }

  @Test func manyColumnsFoldIntoOne() {
    let system = Requests(tasks: 5, folios: 2).system
    let trace = Trace.running(
      [(0, [4, 1]), (0, [3, 0]), (1, [4]), (0, [2, 1]), (0, [1, 0]), (3, [])], of: system
    ) { _ in .claimFalse(ClaimIndex(0), arguments: []) }
    #expect(text(trace, in: system) == "")
  }

  @Test func aDeadlockSaysWhatEveryRuleWaitsFor() {
    let system = Requests(tasks: 2, folios: 2).system
    let trace = Trace.running([(0, [0, 0]), (3, [])], of: system) { _ in .deadlock }
    #expect(text(trace, in: system) == "")
  }

  @Test func aRunTimeErrorShowsValueRangeAndLine() {
    let system = Requests(tasks: 4, folios: 1).system
    let trace = Trace.running((0..<4).map { (0, [Int64($0), 0]) }, of: system) { _ in .open }
    let options = ExplanationOptions(
      engine: "explicit", sourceLine: { _ in "ref[f] := ref[f] + 1;" })
    #expect(text(trace, in: system, options: options) == "")
  }

  @Test func aCounterexampleToInductionSaysWhereItStarts() {
    let system = Requests(tasks: 2, folios: 1).system
    let start = Trace.running([(0, [0, 0]), (1, [0]), (3, [])], of: system) { _ in .open }
    let steps =
      [Trace.Step(action: .assumed, arguments: [], state: start.steps[2].state)]
      + start.steps[3...]
    let trace = Trace(steps: steps, ending: .claimFalse(ClaimIndex(0), arguments: []))
    let options = ExplanationOptions(
      role: .induction, engine: "k-induction", firstStateIsReachable: true)
    #expect(text(trace, in: system, options: options) == "")
  }

  @Test(arguments: [TraceStyle.diff, .full])
  func otherStylesListCells(style: TraceStyle) {
    let system = Requests(tasks: 1, folios: 1).system
    let trace = Trace.running([(0, [0, 0]), (1, [0]), (3, [])], of: system) { _ in .open }
    let options = ExplanationOptions(role: .behaviour)
    #expect(text(trace, in: system, style: style, options: options) == "")
  }

  @Test(arguments: TraceStyle.allCases, 0..<30)
  func everyLineIsShortAndPlain(style: TraceStyle, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let prefixes = [
      "", "\u{2192}\tr\u{E9}f ", String(repeating: "long ", count: 9),
      String(repeating: "x", count: 130),
    ]
    let system = Requests(
      tasks: Int64(random.number(1...7)), folios: Int64(random.number(1...3)),
      prefix: random.pick(prefixes)
    ).system
    let trace = Trace.random(in: system, depth: random.number(0...15), random: &random)
    let endings: [Trace.Ending] = [
      .open, .deadlock, .claimFalse(ClaimIndex(0), arguments: []),
      .neverAgain(ClaimIndex(1), arguments: [0]),
    ]
    let ended = Trace(
      steps: trace.steps,
      ending: trace.steps.last?.state == nil ? trace.ending : random.pick(endings))
    for line in CounterexampleText(style: style).lines(of: Counterexample(of: ended, in: system)) {
      #expect(line.utf8.count <= 100, "\(line)")
      #expect(line.utf8.allSatisfy { (32..<127).contains($0) }, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
  }
}
