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
      text(LostWakeup.trace, in: LostWakeup.system) == """
        lostwake.m:14: VIOLATED  invariant "no lost wakeup"     (explicit, depth 5, shortest)

               waiter (CPU0)                 waker (CPU1)                  shared state
               -------------                 ------------                  ------------
          0    W_TEST                        K_SETCOND                     state=RUNNING cond=false
          1    !cond, go to sleep      :7
          2                                  cond = true             :11   cond: false -> true
          3                                  wake_up_process(waiter) :12   -
          4    set_current_state(D)    :8                                  state: RUNNING -> UNINTERRUPTIBLE
          5    schedule()              :9

         *** VIOLATED ***   !(w = W_ASLEEP & k = K_DONE & cond & state != RUNNING)
                w = W_ASLEEP            set at step 5 by waiter
                k = K_DONE              set at step 3 by waker
                cond = true             set at step 2 by waker
                state = UNINTERRUPTIBLE set at step 4 by waiter, after wake_up_process(waiter) at step 3
        """)
  }

  @Test func argumentsBeyondTheColumnAreShown() {
    let system = Requests(tasks: 3, folios: 2).system
    let trace = Trace.running([(0, [2, 1]), (1, [2]), (3, [])], of: system) { _ in
      .claimFalse(ClaimIndex(0), arguments: [])
    }
    #expect(
      text(trace, in: system) == """
        requests.m:100: VIOLATED  invariant "nothing held once dying"     (explicit, depth 3, shortest)

               Task_1 (CPU0)                  env                            shared state
               -------------                  ---                            ------------
          0    Idle                                                          ref[*]=0 dying=false
          1    request: inc(Folio_1) :77                                     ref[Folio_1]: 0 -> 1
                 arg=Folio_1
          2    request: keep         :83
                 holds[Folio_1]=true
          3                                   kill                  :95      dying: false -> true

         *** VIOLATED ***   holds[t][f] -> !dying
                for t = Task_1, f = Folio_1
                holds[Task_1][Folio_1] = true set at step 2 by Task_1
                dying = true                  set at step 3 by env
        """)
  }

  @Test func manyColumnsFoldIntoOne() {
    let system = Requests(tasks: 5, folios: 2).system
    let trace = Trace.running(
      [(0, [4, 1]), (0, [3, 0]), (1, [4]), (0, [2, 1]), (0, [1, 0]), (3, [])], of: system
    ) { _ in .claimFalse(ClaimIndex(0), arguments: []) }
    #expect(
      text(trace, in: system) == """
        requests.m:100: VIOLATED  invariant "nothing held once dying"     (explicit, depth 6, shortest)

               CPU0 = Task_1, CPU1 = Task_2, CPU2 = Task_3, CPU3 = Task_4
               steps                                shared state
               -----                                ------------
          0    CPU0: Idle                           ref[*]=0 dying=false
               CPU1: Idle
               CPU2: Idle
               CPU3: Idle
          1    CPU0: request: inc(Folio_1) :77      ref[Folio_1]: 0 -> 1
                 arg=Folio_1
          2    CPU1: request: inc(Folio_2) :77      ref[Folio_2]: 0 -> 1
                 arg=Folio_2
          3    CPU0: request: keep         :83
                 holds[Folio_1]=true
          4    CPU2: request: inc(Folio_1) :77      ref[Folio_1]: 1 -> 2
                 arg=Folio_1
          5    CPU3: request: inc(Folio_2) :77      ref[Folio_2]: 1 -> 2
                 arg=Folio_2
          6    env: kill                   :95      dying: false -> true

         *** VIOLATED ***   holds[t][f] -> !dying
                for t = Task_1, f = Folio_1
                holds[Task_1][Folio_1] = true set at step 3 by Task_1
                dying = true                  set at step 6 by env
        """)
  }

  @Test func aDeadlockSaysWhatEveryRuleWaitsFor() {
    let system = Requests(tasks: 2, folios: 2).system
    let trace = Trace.running([(0, [0, 0]), (3, [])], of: system) { _ in .deadlock }
    #expect(
      text(trace, in: system) == """
        requests.m: VIOLATED  deadlock "no deadlock"     (explicit, depth 2, shortest)

               Task_1 (CPU0)                  env                            shared state
               -------------                  ---                            ------------
          0    Idle                                                          ref[*]=0 dying=false
          1    request: inc(Folio_1) :77                                     ref[Folio_1]: 0 -> 1
                 arg=Folio_1
          2                                   kill                  :95      dying: false -> true

         *** DEADLOCK ***   no rule can go on:
                request: inc :77  not: pc[t] = Idle (2 of 4 choices, such as t=Task_1, f=Folio_1)
                request: inc :77  enabled, but changes nothing (2 of 4 choices, such as t=Task_2, f=Folio_1)
                request: keep :83 enabled, but changes nothing (t=Task_1)
                request: keep :83 not: pc[t] = Got (t=Task_2)
                put :90           not: pc[t] = Idle (2 of 4 choices, such as t=Task_1, f=Folio_1)
                put :90           not: holds[t][f] (2 of 4 choices, such as t=Task_2, f=Folio_1)
                kill :95          not: !dying
        """)
  }

  @Test func aRunTimeErrorShowsValueRangeAndLine() {
    let system = Requests(tasks: 4, folios: 1).system
    let trace = Trace.running((0..<4).map { (0, [Int64($0), 0]) }, of: system) { _ in .open }
    let options = ExplanationOptions(
      engine: "explicit", sourceLine: { _ in "ref[f] := ref[f] + 1;" })
    #expect(
      text(trace, in: system, options: options) == """
        test.m:79: VIOLATED  run-time error "no run-time error"     (explicit, depth 4)

               CPU0 = Task_1, CPU1 = Task_2, CPU2 = Task_3, CPU3 = Task_4
               steps                                shared state
               -----                                ------------
          0    CPU0: Idle                           ref[Folio_1]=0
               CPU1: Idle                           dying=false
               CPU2: Idle
               CPU3: Idle
          1    CPU0: request: inc(Folio_1) :77      ref[Folio_1]: 0 -> 1
                 arg=Folio_1
          2    CPU1: request: inc(Folio_1) :77      ref[Folio_1]: 1 -> 2
                 arg=Folio_1
          3    CPU2: request: inc(Folio_1) :77      ref[Folio_1]: 2 -> 3
                 arg=Folio_1
          4    CPU3: request: inc(Folio_1) :77      fails here

         *** VIOLATED ***   the value 4 is not in 0..3
                test.m:79: ref[f] := ref[f] + 1;
        """)
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
    #expect(
      text(trace, in: system, options: options) == """
        requests.m:100: NOT INDUCTIVE  invariant "nothing held once dying"     (k-induction, depth 1)

               Task_1 (CPU0)           Task_2 (CPU1)           env                     shared state
               -------------           -------------           ---                     ------------
          0    Idle                    Idle                                            ref[Folio_1]=1
               holds[Folio_1]=true                                                     dying=false
          1                                                    kill            :95     dying: false -> true

         *** NOT INDUCTIVE ***   holds[t][f] -> !dying
                for t = Task_1, f = Folio_1
                holds[Task_1][Folio_1] = true as at the start
                dying = true                  set at step 1 by env

                step 0 is reachable: the claim is violated, or will be at a greater depth
        """)
  }

  @Test(
    arguments: [
      (
        .diff,
        """
        requests.m: BEHAVIOUR     (depth 3)

          0    dying=false pc[Task_1]=Idle holds[Task_1][Folio_1]=false ref[Folio_1]=0
          1    Task_1: request: inc(Folio_1) :77
                 pc[Task_1]: Idle -> Got
                 arg[Task_1]: undefined -> Folio_1
                 ref[Folio_1]: 0 -> 1
          2    Task_1: request: keep :83
                 pc[Task_1]: Got -> Idle
                 arg[Task_1]: Folio_1 -> undefined
                 holds[Task_1][Folio_1]: false -> true
          3    env: kill :95
                 dying: false -> true
        """
      ),
      (
        .full,
        """
        requests.m: BEHAVIOUR     (depth 3)

          0
                 pc[Task_1] = Idle
                 arg[Task_1] = undefined
                 holds[Task_1][Folio_1] = false
                 ref[Folio_1] = 0
                 dying = false
          1    Task_1: request: inc(Folio_1) :77
               * pc[Task_1] = Got
               * arg[Task_1] = Folio_1
                 holds[Task_1][Folio_1] = false
               * ref[Folio_1] = 1
                 dying = false
          2    Task_1: request: keep :83
               * pc[Task_1] = Idle
               * arg[Task_1] = undefined
               * holds[Task_1][Folio_1] = true
                 ref[Folio_1] = 1
                 dying = false
          3    env: kill :95
                 pc[Task_1] = Idle
                 arg[Task_1] = undefined
                 holds[Task_1][Folio_1] = true
                 ref[Folio_1] = 1
               * dying = true
        """
      ),
    ] as [(TraceStyle, String)])
  func otherStylesListCells(style: TraceStyle, expected: String) {
    let system = Requests(tasks: 1, folios: 1).system
    let trace = Trace.running([(0, [0, 0]), (1, [0]), (3, [])], of: system) { _ in .open }
    let options = ExplanationOptions(role: .behaviour)
    #expect(text(trace, in: system, style: style, options: options) == expected)
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
