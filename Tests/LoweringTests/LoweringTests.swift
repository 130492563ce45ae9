import Lowering
import Model
import Murphi
import SourceText
import TestSupport
import Testing

/// What a text means, as the naive search over the evaluator sees it.
private func findings(_ text: String) throws -> (TransitionSystem, NaiveChecker.Findings) {
  let system = try system(text)
  return (system, try #require(NaiveChecker.findings(of: system, limit: 5000)))
}

private func system(
  _ text: String, overriding: [(name: String, value: String)] = []
) throws -> TransitionSystem {
  let file = SourceFile(name: "t.m", text: text)
  let (program, diagnostics) = checkedProgram(of: file, overriding: overriding)
  return lower(
    try #require(program, "\(diagnostics.map { $0.rendered(in: file) }.joined())"))
}

/// Start states whose body asserts what must be true of the language.
@Suite struct MeaningTests {
  private static let declarations = """
    -- pinproof: deadlock off
    type E: enum { A, B, C }; S: scalarset(2);
      R: record n: 0..9; e: E; end; V: array [0..2] of R;
    var x, y, i: -100..100; e: E; r, q: R; v, w: V; s: S; b: boolean;
    function inc(var n: -100..100): -100..100; begin n := n + 1; return n end;
    function id(n: 0..5): 0..5; begin return n end;
    function known(n: 0..5): boolean; begin return !isundefined(n) end;
    function made(n: 0..9): R; var t: R; begin t.n := n; return t end;
    function fall(n: 0..9): 0..9; begin if n > 5 then return 1 end end;
    procedure swap(var m, n: R); var t: R; begin t := m; m := n; n := t end;

    """

  @Test(
    arguments: [
      "assert 7 / -2 = -3; assert 7 % -2 = 1; assert -7 % 2 = -1;",
      "assert (1 << 63) < 0; assert (1 << 64) = 0; assert (-1 >> 64) = 0; assert (-8 >> 1) = -4;",
      "assert (8 << -2) = 2; assert (1 >> -3) = 8; assert ~0 = -1; assert (6 & 3) = 2;",
      "assert (6 | 3) = 7; assert (6 ^ 3) = 5; assert -(-9223372036854775807) > 0;",
      "assert false -> 1 / 0 = 1; assert true | 1 / 0 = 1; assert !(false & 1 / 0 = 1);",
      "assert (true ? 1 : 1 / 0) = 1;",
      "clear v; assert v[2].n = 0 & v[2].e = A; undefine v[1]; assert isundefined(v[1].e);",
      "clear x; assert x = -100; clear s; clear b; assert !b;",
      "assert r = q; r.n := 1; assert r != q; q.n := 1; assert r = q; undefine r; assert r != q;",
      "v[1].n := 3; w := v; assert w = v; assert isundefined(w[0].n); assert w[1].n = 3;",
      "x := 0; for n := 1 to 4 do x := x + n end; assert x = 10;",
      "x := 0; for n := 4 to 3 do x := x * 10 + n end; assert x = 43;",
      "x := 0; for n := 4 to 0 by -2 do x := x + n end; assert x = 6;",
      "x := 0; for n := 2 to 2 by -5 do x := x + 1 end; assert x = 1;",
      "x := 0; for n := 0 to 3 do x := x + n; n := 0 end; assert x = 6;",
      "x := 0; y := 3; for n := 0 to y do y := 0; x := x + 1 end; assert x = 4;",
      "x := 0; for c: E do for t: S do x := x + 1 end end; assert x = 6;",
      "x := 5; while x > 2 do x := x - 2 end; assert x = 1;",
      "x := 2; switch x case 1, 2: y := 1; case 2: y := 2; else y := 3 end; assert y = 1;",
      "x := 9; y := 0; switch x case 1: y := 1 end; assert y = 0;",
      "x := 3; if x = 1 then y := 1 elsif x = 3 then y := 2 else y := 3 end; assert y = 2;",
      "i := 0; v[0].n := 4; alias a: v[i].n do i := 2; a := 5; end; assert v[0].n = 5;",
      "x := 1; alias a: x + 1 do x := 5; assert a = 2; end;",
      "x := 1; alias a: x do x := 5; assert a = 5; a := 6; end; assert x = 6;",
      "x := 1; alias a: x; c: a do c := 7 end; assert x = 7;",
      "alias a: made(4) do assert a.n = 4; r := a end; assert r.n = 4 & isundefined(r.e);",
      "x := 1; assert inc(x) = 2; assert x = 2; inc(x); assert x = 3;",
      "undefine x; assert !known(x); x := 2; assert known(x); assert known(3);",
      "r.n := 1; q.n := 2; swap(r, q); assert r.n = 2 & q.n = 1;",
      "r := made(3); assert r = made(3); assert r != made(4);",
      "assert forall n := 0 to 3 do n < 4 end; assert exists c: E do c = B end;",
      "assert !exists n := 5 to 5 do n != 5 end; x := 3; assert forall n := 0 to x do n <= 3 end;",
      "b := true; return; assert false;", "put x; put v; put \"x\"; undefine x; put x;",
      "e := B; switch e case A: assert false; case B: b := true; end; assert b;",
    ])
  func bodiesDoWhatTheySay(body: String) throws {
    let (system, found) = try findings(Self.declarations + "startstate begin \(body) end;")
    #expect(found.violations.isEmpty, "\(found.violations.keys.map { system[$0].name })")
    #expect(found.states == 1)
  }

  @Test(
    arguments: [
      "x := 101;", "x := y;", "v[3].n := 1;", "x := 0; x := v[x - 1].n;", "x := 1 / (1 - 1);",
      "y := 0; x := 5 % y;", "x := 9223372036854775807 + 1 - 9223372036854775807;",
      "r.n := 10;", "y := 0; for n := 0 to 3 by y do end;", "y := -1; for n := 0 to 3 by y do end;",
      "x := fall(2);", "x := id(7);", "y := 7; x := id(y);", "v[x].n := 1;",
      "x := 9; alias a: v[x] do end;", "alias a: x + 1 do end;", "b := b;",
      "x := -9223372036854775808 / -1;", "put x + 1;", "if b then end;", "assert r.n = q.n;",
    ])
  func bodiesFailWhereTheyShould(body: String) throws {
    let (system, found) = try findings(Self.declarations + "startstate begin \(body) end;")
    #expect(Array(found.violations.keys) == [system.runtimeClaim])
  }

  @Test(
    arguments: [
      ("alias a: v[x] do rule a.n = 0 ==> begin end end;", true),
      ("alias a: v[x] do rule !b & a.n = 0 ==> begin end end;", true),
      ("alias a: v[x] do rule b ==> begin end end;", true),
      ("alias a: v[1] do rule !b & a.n = 0 ==> begin end end;", false),
      ("ruleset t := 0 to 2 do alias a: v[t] do rule !b & a.n = 0 ==> begin end end end;", false),
      ("alias a: x + 1 do invariant b; end;", true), ("alias a: b do invariant a; end;", false),
      ("rule isundefined(v[x].n) ==> begin end;", true),
    ])
  func anAliasAroundARuleFailsWhereItCannotBeEntered(rule: String, fails: Bool) throws {
    let start = "startstate begin b := true; end; rule begin b := true end;"
    let (system, found) = try findings(Self.declarations + start + rule)
    #expect(found.violations.keys.contains(system.runtimeClaim) == fails)
  }
}

@Suite struct SystemTests {
  private static let text = """
    -- pinproof: columns T
    const N: 3; FAST: false;
    type T: scalarset(N); E: enum { P, Q };
    var x: array [T] of E; n: 0..N;
    function total(): 0..N; begin assert "counted" n <= N; return n end;
    startstate "zero" begin clear x; n := 0; end;
    ruleset t: T; k := 0 to 2 by 2 do
      rule "set" x[t] = P & !FAST ==> begin
        t := t; x[t] := Q; assert "counted" true; error "boom"; cover n = k;
      end;
      invariant n >= 0;
    end;
    assume "small" n <= N; liveness "done" n = 0; cover n = 1; cover n = 1;
    rule "never" FAST ==> begin if FAST then n := 1 else n := 2 end end;
    """

  @Test func claimsAreThoseOfTheTextAndTheBuiltInOnes() throws {
    let system = try system(Self.text)
    #expect(
      system.claims.map { "\($0.kind.rawValue) \($0.name)" } == [
        "assertion counted", "assertion boom", "cover cover at line 9",
        "invariant invariant at line 11", "assumption small", "liveness done",
        "cover cover at line 13", "cover cover at line 13 (line 13)",
        "deadlock no deadlock", "runtime no run-time error",
      ])
    #expect(system.claims[3].parameters.map(\.name) == ["t", "k"])
    #expect(system.columns == "T")
    #expect(system.deadlockMode == .stuttering)
  }

  @Test func switchesThatConstantsDecideAreGone() throws {
    let off = try system(Self.text)
    #expect(off.rules.map(\.name) == ["set", "never"])
    guard case .constant(0)? = off.rules[1].guardCondition?.kind else {
      Issue.record("the guard of a rule that is switched off is not the constant false")
      return
    }
    #expect(off.rules[1].body.count == 1)
    let on = try system(Self.text, overriding: [("FAST", "true")])
    #expect(on.rules[1].guardCondition == nil)
    #expect(on.constants.filter(\.isOverridden).map(\.name) == ["FAST"])
  }

  @Test func writingToAParameterOfARulesetChangesACopy() throws {
    let set = try system(Self.text).rules[0]
    #expect(set.parameters.map(\.name) == ["t", "k"])
    #expect(set.frame.map(\.kind) == [.bound, .bound, .variable])
  }

  @Test func theDeadlockModeIsTheOneAskedFor() throws {
    let text = "-- pinproof: deadlock stuck\nstartstate begin end"
    let program = try #require(checkedProgram(of: SourceFile(name: "t.m", text: text)).0)
    #expect(lower(program).deadlockMode == .stuck)
    #expect(lower(program, deadlock: .off).deadlockMode == .off)
    #expect(lower(program, deadlock: .off).claims.map(\.kind) == [.runtime])
  }

  @Test func expectationsOfUnknownClaimsAreReported() throws {
    let text = """
      -- pinproof: expect "save" holds
      -- pinproof: expect "no deadlock" violated
      var b: boolean; startstate begin b := true end; invariant "safe" b;
      """
    let program = try #require(checkedProgram(of: SourceFile(name: "t.m", text: text)).0)
    let diagnostics = misplacedExpectations(of: program, in: lower(program))
    #expect(diagnostics.map(\.message) == ["there is no claim \"save\""])
    #expect(diagnostics.map(\.suggestion) == ["did you mean \"safe\"?"])
    #expect(diagnostics.map(\.range.start.line) == [1])
  }
}
