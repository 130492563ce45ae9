import Explorer
import Model
import Testing

struct ExplorationTests {
  /// Three processes that count to five, one step at a time, in any order.
  static let grid = """
    const N: 3;
    type Process: scalarset(N);
    var at: array [Process] of 0..5;
    startstate "begin" begin for p: Process do at[p] := 0; end; end;
    ruleset p: Process do
      rule "step" at[p] < 5 ==> begin at[p] := at[p] + 1; end;
    end;
    """

  static let columns = "-- pinproof: columns Process\n" + grid

  @Test func counts() async throws {
    let system = try system(Self.grid, deadlock: .off)
    let space = await Exploration.run(system, limits: Limits()).stateSpace
    #expect(space.states == 216)
    #expect(space.transitions == 3 * 5 * 36)
    #expect(space.depth == 15)
    #expect(space.isComplete && space.limit == nil)
    #expect(space.rules == [StateSpace.RuleCount(fired: 540, firstDepth: 0)])
    #expect(space.backend == "bytecode")
  }

  @Test func ruleStatistics() async throws {
    let system = try system(counter + #"rule "never" n > 9 ==> begin end;"#)
    let rules = await Exploration.run(system, limits: Limits()).stateSpace.rules
    #expect(rules[system.rule("up")] == StateSpace.RuleCount(fired: 9, firstDepth: 0))
    #expect(rules[system.rule("around")] == StateSpace.RuleCount(fired: 1, firstDepth: 9))
    #expect(rules[system.rule("reset")] == StateSpace.RuleCount(fired: 1, firstDepth: 7))
    #expect(rules[system.rule("never")] == StateSpace.RuleCount())
  }

  /// More choices of parameters than are unrolled, and a quantifier over as many values.
  @Test func largeRulesets() async throws {
    let system = try system(
      """
      var a: 0..299; b: 0..299;
      startstate begin a := 0; b := 0; end;
      ruleset i: 0..299; j: 0..299 do
        rule "choose" a = 0 & i = j & b = 0 ==> begin a := i; b := j; end;
      end;
      ruleset i: 0..5000 do
        rule "take" a > 0 & i = a ==> begin b := 0; end;
      end;
      invariant "same" forall k: 0..4000 do a = k & b > 0 -> b = k end;
      """, deadlock: .off)
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(exploration.stateSpace.states == 1 + 2 * 299)
    #expect(exploration.stateSpace.transitions == 300 + 2 * 299)
    #expect(exploration.answer("same", in: system) == .holds)
  }

  // MARK: Questions afterwards

  @Test func reachableStates() async throws {
    let system = try system(Self.grid, deadlock: .off)
    let exploration = await Exploration.run(system, limits: Limits())
    let reached = State(cells: [5, 0, 2])
    #expect(exploration.contains(reached))
    #expect(exploration.trace(to: reached)?.depth == 7)
    #expect(exploration.trace(to: reached)?.steps.last?.state == reached)
    let unreached = State(cells: [nil, 0, 2])
    #expect(!exploration.contains(unreached))
    #expect(exploration.trace(to: unreached) == nil)
  }

  @Test func fewestContextSwitches() async throws {
    let system = try system(
      Self.columns + #"invariant "it" exists p: Process do at[p] < 2 end;"#, deadlock: .off)
    #expect(system.columns == "Process")
    let exploration = await Exploration.run(system, limits: Limits())
    let steps = exploration.trace("it", in: system)?.steps.dropFirst() ?? []
    let columns = steps.map { $0.arguments[0] }
    #expect(columns.count == 6)
    #expect(zip(columns, columns.dropFirst()).count { $0 != $1 } == 2)
    let unarranged = await Exploration.run(
      system, limits: Limits(), options: ExplorationOptions(rearrangementLimit: 0))
    #expect(unarranged.trace("it", in: system)?.depth == 6)
  }

  // MARK: Limits

  @Test func stateLimit() async throws {
    let system = try system(Self.grid, deadlock: .off)
    let space = await Exploration.run(system, limits: Limits(maxStates: 50)).stateSpace
    #expect(space.limit == .states && !space.isComplete)
    #expect((50...120).contains(space.states))
  }

  @Test func depthLimit() async throws {
    let system = try system(
      counter + """
        invariant "near" n < 4; invariant "far" n < 8;
        cover "met" n = 4; cover "missed" n = 8; liveness "again" n = 9;
        """)
    let exploration = await Exploration.run(system, limits: Limits(maxDepth: 5))
    #expect(exploration.stateSpace.limit == .depth)
    #expect(exploration.stateSpace.states == 6)
    #expect(exploration.answer("near", in: system) == .violated(depth: 4))
    #expect(exploration.answer("far", in: system) == .unknown(.bounded(depth: 5)))
    #expect(exploration.answer("met", in: system) == .holds)
    // What needs the whole state space is not known of a part, nor is what needs successors of
    // the last level.
    for claim in ["missed", "again"] {
      #expect(exploration.answer(claim, in: system) == .unknown(.limit(.depth)))
    }
    #expect(exploration.answer("no deadlock", in: system) == .unknown(.bounded(depth: 4)))
  }

  @Test func memoryLimit() async throws {
    let system = try system(Self.grid + #"invariant "it" true;"#, deadlock: .off)
    let exploration = await Exploration.run(system, limits: Limits(memoryBytes: 1_000))
    #expect(exploration.stateSpace.limit == .memory)
    #expect(exploration.answer("it", in: system) == .unknown(.limit(.memory)))
  }

  @Test func interruption() async throws {
    let system = try system(Self.grid + #"invariant "it" true;"#, deadlock: .off)
    let exploration = await Exploration.run(
      system, limits: Limits(interruption: { .interrupted }))
    #expect(exploration.stateSpace.limit == .interrupted)
    #expect(exploration.answer("it", in: system) == .unknown(.limit(.interrupted)))
  }
}
