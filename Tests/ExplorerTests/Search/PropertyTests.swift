import Explorer
import Model
import Testing

/// Every kind of claim, decided on the counter.
struct PropertyTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    let claim: String
    let answer: Answer
    var testDescription: String { text }

    init(_ text: String, _ claim: String = "it", _ answer: Answer) {
      (self.text, self.claim, self.answer) = (text, claim, answer)
    }
  }

  static let runtime = "no run-time error"

  @Test(arguments: [
    Sample(#"invariant "it" n <= 9;"#, "it", .holds),
    Sample(#"invariant "it" n < 6;"#, "it", .violated(depth: 6)),
    Sample(#"invariant "it" n > 0;"#, "it", .violated(depth: 0)),
    Sample(#"invariant "it" n > 9 -> n = 3;"#, "it", .vacuous(.antecedentNeverTrue)),
    Sample(#"invariant "it" n = 9 -> n > 3;"#, "it", .holds),
    Sample(#"invariant "it" forall k: 1..2 do k = 1 -> k < 3 end;"#, "it", .holds),
    Sample(#"ruleset k: 0..9 do invariant "it" k != n | n < 4; end;"#, "it", .violated(depth: 4)),
    Sample(#"cover "it" n = 9;"#, "it", .holds),
    Sample(#"cover "it" n > 9;"#, "it", .vacuous(.coverNeverMet)),
    Sample(#"assume "it" n < 4; invariant "low" n < 4;"#, "low", .holds),
    Sample(#"assume "it" n < 4;"#, "it", .assumed),
    Sample(#"assume "it" n > 20;"#, "it", .vacuous(.assumptionsContradict)),
    Sample(#"liveness "it" n = 2;"#, "it", .holds),
    Sample(#"liveness "it" n > 9;"#, "it", .violated(depth: 0)),
    Sample(
      #"rule "stay" n = 5 ==> begin while n < 9 do n := n + 1; end; end; liveness "it" n = 2;"#,
      "it", .holds),
    Sample(
      #"rule "check" n = 5 ==> begin assert "it" n != 5; end;"#, "it", .violated(depth: 6)),
    Sample(#"rule "check" n = 5 ==> begin error "it"; end;"#, "it", .violated(depth: 6)),
    Sample(#"rule "check" n = 5 ==> begin n := n + 8; end;"#, runtime, .violated(depth: 6)),
    Sample(#"rule "check" 10 / (n - 5) > 100 ==> begin end;"#, runtime, .violated(depth: 5)),
    Sample(#"invariant "it" 10 / (n - 5) < 100;"#, runtime, .violated(depth: 5)),
    Sample(#"invariant "it" 10 / (n - 5) < 100;"#, "it", .unknown(.stoppedAtViolation)),
    Sample(#"assume "it" 10 / (n - 5) < 100;"#, runtime, .violated(depth: 5)),
    Sample(#"startstate "bad" begin n := 3; n := n + 7; end;"#, runtime, .violated(depth: 0)),
  ])
  func kind(_ sample: Sample) async throws {
    let system = try system(counter + sample.text)
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(exploration.answer(sample.claim, in: system) == sample.answer)
  }

  @Test(arguments: [
    (DeadlockMode.stuck, "n = 9", Answer.violated(depth: 9)), (.stuck, "false", .holds),
    (.stuttering, "n = 9", .violated(depth: 9)), (.stuttering, "false", .violated(depth: 0)),
  ])
  func deadlock(_ mode: DeadlockMode, _ stop: String, _ answer: Answer) async throws {
    // When it never stops, `n` goes round, or every rule leaves it alone.
    let stays = stop == "false" && mode == .stuttering
    let system = try system(
      """
      var n: 0..9;
      startstate begin n := 0; end;
      rule !(\(stop)) ==> begin \(stays ? "n := n;" : "if n = 9 then n := 0; else n := n + 1; end;") end;
      """, deadlock: mode)
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(Answer(exploration.verdict(of: system.claims(of: .deadlock)[0])) == answer)
  }

  @Test func nothingFires() async throws {
    let system = try system(
      #"var n: 0..1; startstate begin n := 0; end; rule false ==> begin end; invariant "it" n = 0;"#,
      deadlock: .off)
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(exploration.answer("it", in: system) == .vacuous(.noRuleFired))
    #expect(exploration.answer(Self.runtime, in: system) == .vacuous(.noRuleFired))
  }

  @Test(arguments: [("n < 1", false), ("n < 2", true)])
  func whatAnAssumptionRulesOutIsNoStep(_ admitted: String, _ hasStep: Bool) async throws {
    let system = try system(
      """
      var n: 0..9; startstate begin n := 0; end; rule n = 0 ==> begin n := 1; end;
      assume "it" \(admitted);
      """, deadlock: .off)
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(exploration.stateSpace.transitions == 1)
    #expect(exploration.answer("it", in: system) == (hasStep ? .assumed : .vacuous(.noRuleFired)))
    let visited = try #require(VisitedStates(of: system, limits: Limits()))
    #expect(visited.hasTransition == hasStep)
  }

  @Test func aCoverThatIsMetIsMetWhereverTheSearchEnds() async throws {
    let system = try system(counter + #"cover "near" n = 2; cover "far" n = 8;"#)
    let exploration = await Exploration.run(system, limits: Limits(maxDepth: 3))
    #expect(exploration.answer("near", in: system) == .holds)
    #expect(exploration.answer("far", in: system) == .unknown(.limit(.depth)))
  }

  @Test func parametersOfViolation() async throws {
    let system = try system(
      counter + #"ruleset k: 0..9; l: 1..2 do invariant "it" k != n | n < 4 | l = 1; end;"#)
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(
      exploration.trace("it", in: system)?.ending
        == .claimFalse(system.claim("it"), arguments: [4, 2]))
  }

  @Test func everyClaimIsDecidedAfterAViolation() async throws {
    let system = try system(
      counter + #"invariant "first" n < 2; invariant "second" n < 8; cover "last" n = 9;"#)
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(exploration.answer("first", in: system) == .violated(depth: 2))
    #expect(exploration.answer("second", in: system) == .violated(depth: 8))
    #expect(exploration.answer("last", in: system) == .holds)
    let stopped = await Exploration.run(
      system, limits: Limits(), options: ExplorationOptions(stopsAtFirstViolation: true))
    #expect(stopped.answer("first", in: system) == .violated(depth: 2))
    #expect(stopped.answer("second", in: system) == .unknown(.stoppedAtViolation))
  }
}
