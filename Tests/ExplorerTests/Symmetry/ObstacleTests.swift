import Explorer
import Model
import SourceText
import TestSupport
import Testing

/// Which specifications tell members of a scalarset apart, and which do not.
struct ObstacleTests {
  /// A body, and where and why it is refused; nil where it is not.
  struct Sample: Sendable, CustomTestStringConvertible {
    let body: String
    let words: String?

    init(_ body: String, _ words: String? = nil) {
      self.body = body
      self.words = words
    }

    var testDescription: String { body }
  }

  /// The bodies of a rule for tasks `s` and `u`.
  static let samples = [
    // Each iteration keeps to its own member.
    Sample("for t: Task do busy[t] := false; end;"),
    Sample("for t: Task do busy[t] := !busy[t]; count[t] := count[t] + 1; end;"),
    Sample("for t: Task do for f: Folio do holds[t][f] := busy[t]; end; end;"),
    Sample("for t: Task do for f: Folio do if holds[t][f] then busy[t] := true; end; end; end;"),
    Sample("for t: Task do reset(t); end;"),
    Sample("for t: Task do set(busy[t]); end;"),
    Sample("for t: Task do alias b: busy[t] do b := !b; end; end;"),
    Sample("for t: Task do next[t] := t; end;"),
    Sample("for t: Task do next[t] := s; end;"),
    // All write the same.
    Sample("for t: Task do if busy[t] then found := true; end; end;"),
    Sample("for t: Task do if busy[t] then owner := s; end; end;"),
    Sample("for t: Task do undefine owner; end;"),
    Sample("for t: Task do if busy[t] then clear total; end; end;"),
    // Accumulations.
    Sample("for t: Task do total := total + count[t]; end;"),
    Sample("for t: Task do if busy[t] then total := 1 + total; end; end;"),
    Sample("for t: Task do total := total - count[t]; end;"),
    Sample("for t: Task do found := found | busy[t]; end;"),
    Sample("for t: Task do found := busy[t] & found; end;"),
    Sample("for t: Task do total := total | count[t]; end;"),
    Sample("for t: Task do total := total & low(t); end;"),
    Sample("for t: Task do if count[t] > total then total := count[t]; end; end;"),
    Sample("for t: Task do total := count[t] < total ? count[t] : total; end;"),
    Sample("for t: Task do count[next[t]] := count[next[t]] + 1; end;"),
    Sample("for t: Task do MultiSetAdd(t, bag); end;"),
    Sample("for t: Task do MultiSetAdd(s, bags[t]); MultiSetAdd(next[t], bag); end;"),
    Sample("for t: Task do MultiSetRemovePred(i: bags[t], bags[t][i] = s); end;"),
    // No loop, or none over a scalarset.
    Sample("for i := 0 to 2 do owner := s; total := i; end;"),
    Sample("if exists t: Task do next[t] = s end then found := true; end;"),
    Sample("if anyBusy() then undefine next; end;"),
    Sample("if isundefined(owner) then owner := s; end; put owner;"),
    Sample("switch owner case s: found := true; case u: found := false; end;"),
    Sample("while found do found := false; end;"),

    Sample("for t: Task do owner := t; end;", "the last member's turn decides 'owner' (line 19)"),
    Sample("for t: Task do if busy[t] then owner := t; end; end;", "decides 'owner'"),
    Sample("for t: Task do total := count[t]; end;", "decides 'total'"),
    Sample("for t: Task do total := total * 2 + count[t]; end;", "it reads 'total'"),
    // What is added may be negative.
    Sample("for t: Task do total := total + low(t); end;", "it reads 'total'"),
    Sample("for t: Task do total := total | low(t); end;", "it reads 'total'"),
    Sample("for t: Task do balance := balance & count[t]; end;", "it reads 'balance'"),
    Sample("for t: Task do total := total + 1; found := total > 1; end;", "it reads 'total'"),
    Sample("for t: Task do total := total + 1; total := total - count[t]; end;", "'total'"),
    Sample("for t: Task do busy[next[t]] := busy[t]; end;", "'busy'"),
    Sample("for t: Task do busy[s] := busy[t]; end;", "'busy'"),
    Sample("for t: Task do reset(s); count[s] := count[t]; end;", "'count'"),
    Sample("for t: Task do if !found & busy[t] then found := true; end; end;", "it reads 'found'"),
    Sample("for t: Task do for f: Folio do holds[s][f] := busy[t]; end; end;", "'holds'"),
    Sample("for t: Task do busy[t] := found; found := false; end;", "it reads 'found'"),
    Sample("for t: Task do own := t; end;", "a local variable"),
    Sample("for t: Task do take(t); end;", "decides 'owner' (line 13)"),
    Sample("for t: Task do set(found); busy[t] := found; end;", "it reads 'found'"),
    Sample("for t: Task do if busy[t] then return; end; end;", "'exists' or 'forall'"),
    Sample("for t: Task do assume busy[t]; end;", "it assumes something"),
    Sample(
      "for t: Task do MultiSetAdd(t, bag); total := MultiSetCount(i: bag, bag[i] = t); end;",
      "it reads 'bag'"),
    Sample("clear owner;", "'clear' chooses the first member of Task"),
    Sample("clear next;", "'clear' chooses the first member of Task"),
  ]

  static let declarations = """
    type Task: scalarset(3); Folio: scalarset(2);
    var owner: Task; found: boolean; total: 0..9; balance: -9..9;
        busy: array [Task] of boolean; next: array [Task] of Task;
        bag: multiset [3] of Task; bags: array [Task] of multiset [2] of Task;
        count: array [Task] of 0..9; holds: array [Task] of array [Folio] of boolean;
    procedure reset(t: Task); begin
      busy[t] := false; count[t] := 0;
    end;
    procedure set(var b: boolean); begin
      b := true;
    end;
    procedure take(t: Task); begin
      owner := t;
    end;
    function low(t: Task): 0..9; begin return count[t] - 5; end;
    function anyBusy(): boolean; begin return exists t: Task do busy[t] end; end;
    startstate begin clear owner; for t: Task do owner := t; end; end;
    ruleset s: Task; u: Task do rule "r" true ==> var own: Task; begin
    """

  @Test(arguments: samples)
  func bodies(_ sample: Sample) throws {
    let system = try system(Self.declarations + "\n" + sample.body + "\nend; end;")
    let obstacles = ExplicitEngine().obstaclesToSymmetry(of: system)
    guard let words = sample.words else {
      #expect(obstacles.isEmpty, "\(obstacles)")
      return
    }
    let obstacle = try #require(obstacles.first)
    #expect(obstacle.description.contains(words), "\(obstacle.description)")
    #expect(obstacle.range?.start.line == 19)
  }

  /// A loop in a procedure is refused where it stands, when a rule calls the procedure.
  @Test func loopsInProceduresAreSeenThroughCalls() throws {
    let text = """
      type Task: scalarset(2);
      var owner: Task; other: Task;
      procedure last(var place: Task); begin
        for t: Task do place := t; end;
      end;
      startstate begin last(owner); last(other); end;
      """
    #expect(ExplicitEngine().obstaclesToSymmetry(of: try system(text)).isEmpty)
    let called = text + "\nrule true ==> begin last(other); end;"
    let obstacles = ExplicitEngine().obstaclesToSymmetry(of: try system(called))
    #expect(obstacles.map(\.range?.start.line) == [4])
    #expect(obstacles.first?.description.contains("'other'") == true)
  }

  /// Names of types that exchange members are renamed alike; types that do not, by themselves.
  @Test(arguments: [("b := a;", 5), ("a := a;", 4)])
  func typesThatExchangeMembers(body: String, states: Int) async throws {
    let system = try system(
      """
      type A: scalarset(2); B: scalarset(2);
      var a: A; b: B;
      startstate begin undefine a; undefine b; end;
      ruleset x: A do rule "a" true ==> begin a := x; end; end;
      ruleset x: B do rule "b" true ==> begin b := x; end; end;
      rule "both" !isundefined(a) ==> begin \(body) end;
      """)
    let exploration = await Exploration.run(
      system, limits: Limits(), options: ExplorationOptions(symmetry: true))
    #expect(exploration.stateSpace.states == states)
  }
}
