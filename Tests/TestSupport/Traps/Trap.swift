/// A system for any size in which something is false that a careless summary of loops or choice of
/// names proves.
package struct Trap: Sendable, CustomStringConvertible {
  package let description: String
  /// The claim that is false for some sizes.
  package let claim: String
  /// The constants that stand for any positive number.
  package let forAll: [String]
  package let text: String

  package static let all = names + effects + loops + properties

  private static let names = [
    Trap(
      description: "two parameters have one name, and the outer one an alias", claim: "not b",
      forAll: ["N"],
      text: """
        const N: 3;
        type T: scalarset(N);
        var b: boolean;
        startstate begin b := false; end;
        ruleset t: T do alias u: t do ruleset t: T do
          rule "two" u != t ==> begin b := true; end;
        end; end; end;
        rule "stay" true ==> begin end;
        invariant "not b" !b;
        """),
    Trap(
      description: "a size is called as an encoder might call a member", claim: "none is the size",
      forAll: ["member"],
      text: """
        const member: 3;
        type T: 0 .. member - 1; C: 0 .. member;
        var d: array[T] of C; b: boolean;
        function full(): C; var n: C;
        begin n := 0; for t: T do if d[t] = member then n := n + 1; end; end; return n; end;
        startstate begin b := false; for t: T do d[t] := 0; end; end;
        ruleset t: T do rule "fill" true ==> begin d[t] := member; end; end;
        rule "seen" full() > 0 ==> begin b := true; end;
        invariant "none is the size" !b;
        """),
    Trap(
      description: "a bound variable has the name of a state variable that a function reads",
      claim: "not c", forAll: ["N"],
      text: """
        const N: 3;
        type T: scalarset(N);
        var x: T; b: boolean; c: boolean;
        function gx(): T; begin return x; end;
        ruleset z: T do startstate begin x := z; b := false; c := false; end; end;
        rule "two" exists u: T do exists v: T do u != v end end ==> begin b := true; end;
        rule "then" b ==> begin c := true; end;
        invariant "two" b -> exists x: T do x != gx() end;
        invariant "not c" !c;
        """),
    Trap(
      description: "rounds write across each other", claim: "all 2", forAll: ["N"],
      text: """
        const N: 3;
        type T: 0 .. N - 1;
        var a: array[T] of array[T] of 0..2; done: boolean;
        startstate begin done := false; for i: T do for j: T do a[i][j] := 0; end; end; end;
        rule "cross" !done ==> begin
          done := true;
          for i: T do for j: T do a[i][j] := 1; a[j][i] := 2; end; end;
        end;
        invariant "all 2" done -> forall i: T do forall j: T do a[i][j] = 2 end end;
        """),
    Trap(
      description: "two writes of a round meet those of others at different indices",
      claim: "2 last", forAll: ["N"],
      text: """
        const N: 3;
        type T: 0 .. N - 1;
        var a: array[T] of array[T] of 0..2; done: boolean; x: T; y: T;
        ruleset u: T; v: T do startstate begin done := false; x := u; y := v; for i: T do for j: T do a[i][j] := 0; end; end; end; end;
        rule "cross" !done ==> begin
          done := true;
          for i: T do a[i][x] := 1; a[y][i] := 2; end;
        end;
        invariant "2 last" done -> a[y][x] = 2;
        """),
    Trap(
      description: "an assumption of a round after the one that returns prunes nothing",
      claim: "not b", forAll: ["N"],
      text: """
        const N: 3;
        type T: 0 .. N - 1;
        var k: T; b: boolean; c: boolean;
        procedure walk(); begin for t: T do if t = 0 then return; end; assume t != 1; end; end;
        startstate begin k := 0; b := false; c := false; end;
        rule "w" true ==> begin walk(); b := N > 1; end;
        rule "o" true ==> begin c := true; end;
        invariant "not b" !b;
        """),
    Trap(
      description: "a sum within a round depends on what earlier rounds changed", claim: "not both",
      forAll: ["N"],
      text: """
        const N: 3;
        type T: scalarset(N); C: 0 .. N;
        var a: array[T] of 0..1; k: 0..1; hit: boolean; miss: boolean;
        function at_k(): C; var n: C; begin n := 0; for u: T do if a[u] = k then n := n + 1; end; end; return n; end;
        startstate begin k := 0; hit := false; miss := false; for t: T do a[t] := 1; end; end;
        rule "walk" !hit & !miss & k = 0 ==> begin
          for t: T do
            if at_k() > 0 then hit := true; end;
            if at_k() = 0 then miss := true; end;
            k := 1;
          end;
        end;
        invariant "not both" !(hit & miss);
        """),
    Trap(
      description: "two scalarsets with one name in different scopes",
      claim: "not two when N is one", forAll: ["N", "M"],
      text: """
        const N: 1; M: 2;
        type T: scalarset(N); C: 0 .. N;
        var a: array[T] of boolean; b: boolean;
        function all_a(): C; var n: C; begin n := 0; for t: T do if a[t] then n := n + 1; end; end; return n; end;
        startstate begin b := false; for t: T do a[t] := true; end; end;
        rule "two"
          all_a() = N ==>
          type T: scalarset(M);
        begin
          if exists p: T do exists q: T do p != q end end then b := true; end;
        end;
        invariant "not two when N is one" N = 1 -> !b;
        invariant "help" all_a() = N;
        """),
    Trap(
      description: "a state variable is called as the prover might call a member", claim: "not bad",
      forAll: ["N"],
      text: """
        const N: 3;
        type T: scalarset(N); C: 0 .. N;
        var member: T; a: array[T] of T; bad: boolean;
        function here(): C; var n: C; begin n := 0; for t: T do if a[t] = member then n := n + 1; end; end; return n; end;
        ruleset z: T; w: T do startstate begin bad := false; member := z; for t: T do a[t] := w; end; end; end;
        ruleset z: T do rule "move" true ==> begin member := z; end; end;
        ruleset t: T do rule "bad" a[t] = t & here() = 0 ==> begin bad := true; end; end;
        invariant "not bad" !bad;
        """),
    Trap(
      description: "an assumption that cannot be evaluated turns no state away",
      claim: "no run-time error", forAll: ["N"],
      text: """
        const N: 3;
        type T: scalarset(N);
        var a: array[T] of boolean; u: 0..1;
        startstate begin for t: T do a[t] := false; end; u := 1; end;
        ruleset t: T do rule "lose" !a[t] ==> begin a[t] := true; undefine u; end; end;
        rule "stay" true ==> begin end;
        assume "set" u = 1;
        assume "none" forall t: T do !a[t] end;
        """),
    Trap(
      description: "evaluating a claim breaks another one, so that it is never true",
      claim: "not y", forAll: ["N"],
      text: """
        const N: 3;
        type T: scalarset(N);
        var a: array[T] of boolean; y: boolean;
        function not_y(): boolean; begin assert "never y" !y; return !y; end;
        startstate begin clear a; y := false; end;
        rule "y" true ==> begin y := !y; end;
        invariant "not y" not_y();
        """),
    Trap(
      description: "a counter leaves its type within a round", claim: "no run-time error",
      forAll: ["N"],
      text: """
        const N: 3;
        type T: 0 .. N - 1;
        var n: 0 .. N; b: boolean;
        startstate begin n := N; b := false; end;
        rule "updown" b ==> begin for t: T do n := n + 1; n := n - 1; end; end;
        rule "b" true ==> begin b := true; end;
        invariant "TRUE" n = N;
        """),
  ]
}
