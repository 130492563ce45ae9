import Explorer
import Model
import TestSupport
import Testing

/// Fingerprints instead of states: the same counts and traces, and no claim beyond.
struct CompactStorageTests {
  /// Counters that go round, with states of several words.
  static func text(_ claims: String) -> String {
    """
    var wide: array [0..9] of 0..200; at: array [0..3] of 0..9;
    startstate begin
      for i: 0..9 do wide[i] := 7 * i; end;
      for i: 0..3 do at[i] := 0; end;
    end;
    ruleset i: 0..3 do
      rule "up" at[i] < 9 ==> begin at[i] := at[i] + 1; wide[at[i]] := 150 - at[i]; end;
    end;
    \(claims)
    """
  }

  private static let claims = """
    invariant "apart" at[0] + at[1] + at[2] + at[3] < 14;
    invariant "small" at[0] < 10;
    cover "top" at[3] = 9;
    """

  private func explore(_ system: TransitionSystem, _ storage: StateStorage, _ limits: Limits)
    async -> Exploration
  {
    await Exploration.run(system, limits: limits, options: ExplorationOptions(storage: storage))
  }

  @Test(arguments: [1, 2, 5])
  func findsWhatExactStorageFinds(_ workers: Int) async throws {
    let system = try system(Self.text(Self.claims), deadlock: .off)
    let exact = await explore(system, .exact, Limits())
    let compact = await explore(system, .compact, Limits(workers: workers))
    var space = compact.stateSpace
    #expect(space.states > 9_000)
    #expect(space.fingerprintBits == 64)
    #expect(space.missProbability > 0)
    #expect(space.missProbability < 1e-10)
    space.storage = .exact
    space.fingerprintBits = nil
    space.bytesPerState = exact.stateSpace.bytesPerState
    space.workers = 1
    #expect(space == exact.stateSpace)
    for name in ["apart", "small", "top"] {
      #expect(compact.answer(name, in: system) == exact.answer(name, in: system))
    }
    let trace = try #require(compact.trace("apart", in: system))
    #expect(trace.depth == 14)
  }

  @Test func saysNothingOfSingleStates() async throws {
    let system = try system(Self.text(Self.claims), deadlock: .off)
    let compact = await explore(system, .compact, Limits())
    let start = State(cells: (0..<10).map { 7 * $0 } + [0, 0, 0, 0])
    #expect(compact.isReachable(start) == nil)
    #expect(await explore(system, .exact, Limits()).isReachable(start) == true)
  }

  @Test func refusesLiveness() async throws {
    let system = try system(Self.text(#"liveness "again" at[0] = 9;"#), deadlock: .off)
    #expect(await explore(system, .exact, Limits()).answer("again", in: system) == .holds)
    guard
      case .unknown(.unsupported(let features)) = await explore(system, .compact, Limits())
        .answer("again", in: system)
    else {
      Issue.record("liveness is decided without states")
      return
    }
    #expect(features.map(\.description) == ["liveness with compact storage"])
  }

  @Test func keepsShortStatesInFull() async throws {
    let system = try system("var x: 0..9; startstate begin x := 0; end; rule x := 9 - x; end;")
    let space = await explore(system, .compact, Limits()).stateSpace
    #expect(space.states == 2)
    #expect(space.fingerprintBits == nil)
    #expect(space.missProbability == 0)
  }

  /// A violation in a step may be one step longer than one that the rest of its level would show.
  @Test func aTraceOfAnUnfinishedLevelIsNotCalledShortest() async throws {
    let system = try system(
      """
      var x: 0..100000;
      startstate begin x := 0; end;
      ruleset i: 1..20000 do
        rule "jump" x = 0 ==> begin x := i; end;
        rule "on" x = i ==> begin assert "not far" x != i; end;
      end;
      """, deadlock: .off)
    let claim = try #require(system.claims(of: .assertion).first)
    let whole = await explore(system, .exact, Limits())
    #expect(whole.isShortest(violationOf: claim))
    let cut = await Exploration.run(
      system, limits: Limits(), options: ExplorationOptions(stopsAtFirstViolation: true))
    #expect(cut.answer("not far", in: system) == .violated(depth: 2))
    #expect(!cut.isShortest(violationOf: claim))
  }
}
