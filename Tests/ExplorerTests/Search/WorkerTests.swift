import Explorer
import Model
import TestSupport
import Testing

/// The same answers, counts and traces for any number of workers, on a system with levels wide
/// enough for them to work at once.
struct WorkerTests {
  static let text = """
    const N: 4;
    type Process: 1..N;
    var at: array [Process] of 0..6; turns: 0..1;
    startstate "low" begin for p: Process do at[p] := 0; end; turns := 0; end;
    startstate "high" begin for p: Process do at[p] := 3; end; turns := 0; end;
    ruleset p: Process do
      rule "step" at[p] < 6 ==> begin at[p] := at[p] + 1; end;
      rule "jump" at[p] < 4 & turns < 1 ==> begin at[p] := at[p] + 3; turns := turns + 1; end;
    end;
    invariant "not all high" exists p: Process do at[p] < 5 end;
    invariant "sum" at[1] + at[2] + at[3] + at[4] + turns < 20;
    cover "a turn" turns = 1 & forall p: Process do at[p] < 5 end;
    """

  @Test(arguments: [2, 3, 4])
  func sameForAnyNumber(_ workers: Int) async throws {
    let system = try system(Self.text)
    let one = await Exploration.run(system, limits: Limits(workers: 1))
    let several = await Exploration.run(system, limits: Limits(workers: workers))
    #expect(one.stateSpace.states > 2_000)
    var space = several.stateSpace
    #expect(space.workers == workers)
    space.workers = 1
    #expect(space == one.stateSpace)
    for name in ["not all high", "sum"] {
      let trace = one.trace(name, in: system)
      #expect(trace != nil)
      #expect(several.trace(name, in: system) == trace)
    }
    let state = State(cells: [6, 5, 4, 6, 1])
    #expect(one.contains(state))
    #expect(one.trace(to: state) == several.trace(to: state))
  }

  @Test(arguments: [2, 4])
  func sameAtALimit(_ workers: Int) async throws {
    let system = try system(Self.text)
    let one = await Exploration.run(system, limits: Limits(maxStates: 1_500, workers: 1))
    let several = await Exploration.run(system, limits: Limits(maxStates: 1_500, workers: workers))
    #expect(one.stateSpace.states == several.stateSpace.states)
    #expect(one.stateSpace.transitions == several.stateSpace.transitions)
  }
}
