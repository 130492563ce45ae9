import Explorer
import Model
import TestSupport
import Testing
import Verification

/// What an exploration of representatives answers.
struct SymmetryTests {
  /// Tasks take a lock, and may take it twice when `broken`.
  private static func lock(broken: Bool) -> String {
    """
    -- pinproof: columns Task
    type Task: scalarset(3);
    var holder: Task; step: array [Task] of 0..2;
    startstate begin undefine holder; for t: Task do step[t] := 0; end; end;
    ruleset t: Task do
      rule "try" step[t] = 0 ==> begin step[t] := 1; end;
      rule "take" step[t] = 1 & (\(broken ? "true" : "isundefined(holder)"))
      ==> begin holder := t; step[t] := 2; end;
      rule "give" step[t] = 2 ==> begin undefine holder; step[t] := 0; end;
    end;
    ruleset t: Task do
      liveness "served" step[t] = 2;
      invariant "holds" step[t] = 2 -> !isundefined(holder) & holder = t;
    end;
    """
  }

  private func explore(_ text: String) async throws -> (Exploration, TransitionSystem) {
    let system = try system(text)
    let options = ExplorationOptions(symmetry: true)
    return (await Exploration.run(system, limits: Limits(), options: options), system)
  }

  @Test func claimsWithMembersAsParametersHold() async throws {
    let (exploration, system) = try await explore(Self.lock(broken: false))
    #expect(exploration.answer("served", in: system) == .holds)
    #expect(exploration.answer("holds", in: system) == .holds)
    #expect(exploration.stateSpace.symmetry)
    // How many tasks try, and whether one more holds the lock.
    #expect(exploration.stateSpace.states == 4 + 3)
  }

  @Test func membersAreNamedByFirstAppearance() async throws {
    let (exploration, system) = try await explore(Self.lock(broken: true))
    let trace = try #require(exploration.trace("holds", in: system))
    #expect(trace.depth == 4)
    #expect(trace.steps.dropFirst().map(\.arguments) == [[0], [0], [1], [1]])
    guard case .confirmed = TraceAudit(system).check(trace) else {
      Issue.record("the trace is not a real one")
      return
    }
  }

  /// The winner is served for ever, and every other task never: each by its own goal.
  @Test func livenessOfOneMemberIsNotThatOfAnother() async throws {
    let (exploration, system) = try await explore(
      """
      type Task: scalarset(3);
      var winner: Task; flag: boolean;
      startstate begin undefine winner; flag := false; end;
      ruleset t: Task do
        rule "win" isundefined(winner) ==> begin winner := t; end;
        liveness "everyone" !isundefined(winner) & winner = t;
      end;
      rule "tick" begin flag := !flag; end;
      liveness "somebody" !isundefined(winner);
      """)
    #expect(exploration.stateSpace.states == 4)
    #expect(exploration.answer("somebody", in: system) == .holds)
    let trace = try #require(exploration.trace("everyone", in: system))
    #expect(trace.depth == 1)
    guard case .confirmed = TraceAudit(system).check(trace) else {
      Issue.record("the trace is not a real one")
      return
    }
  }

  /// A member that a quantifier stops at hides one for which it fails; another order shows it.
  @Test func whatARepresentativeHidesIsFound() async throws {
    let (exploration, system) = try await explore(
      """
      type Task: scalarset(3);
      var mark: array [Task] of boolean; link: array [Task] of Task; seen: boolean;
      startstate begin
        seen := false; for t: Task do mark[t] := false; link[t] := t; end;
      end;
      ruleset t: Task do
        rule "mark" !mark[t] ==> begin mark[t] := true; end;
        rule "cut" mark[t] & seen ==> begin undefine link[t]; mark[t] := false; end;
      end;
      rule "look" !seen ==> begin seen := exists t: Task do link[t] = t end; end;
      rule "look again" seen ==> begin seen := exists t: Task do link[t] = t end; end;
      """)
    #expect(exploration.answer("no run-time error", in: system) == .violated(depth: 4))
    let trace = try #require(exploration.trace("no run-time error", in: system))
    guard case .confirmed = TraceAudit(system).check(trace) else {
      Issue.record("the trace is not a real one")
      return
    }
  }

  /// What is added to a truth value may keep it from being read where it has none.
  @Test(arguments: ["found := busy[t] | found", "found := !busy[t] & found"])
  func whatARepresentativeReadsOnlyInSomeOrderIsFound(_ assignment: String) async throws {
    let (exploration, system) = try await explore(
      """
      type Task: scalarset(3);
      var busy: array [Task] of boolean; found: boolean;
      startstate begin for t: Task do busy[t] := false; end; undefine found; end;
      ruleset t: Task do
        rule "take" !(exists u: Task do busy[u] end) ==> begin busy[t] := true; end;
      end;
      rule "look" exists u: Task do busy[u] end ==> begin
        for t: Task do \(assignment); end;
        undefine found;
      end;
      """)
    #expect(exploration.answer("no run-time error", in: system) == .violated(depth: 2))
  }

  /// Start states may have names of their own: then only orbits are known to be reachable.
  @Test func startStatesMayNameMembers() async throws {
    let text = """
      type Task: scalarset(2);
      var owner: Task; n: 0..1;
      startstate begin clear owner; n := 0; end;
      rule "up" n = 0 ==> begin n := 1; end;
      """
    let (exploration, _) = try await explore(text)
    #expect(exploration.stateSpace.states == 2)
    #expect(exploration.contains(State(cells: [1, 1])))
    #expect(exploration.isReachable(State(cells: [1, 1])) == nil)
    #expect(exploration.isReachable(State(cells: [nil, 1])) == false)
    let (symmetric, _) = try await explore(
      text.replacing("clear owner;", with: "undefine owner;"))
    #expect(symmetric.isReachable(State(cells: [nil, 1])) == true)
  }
}
