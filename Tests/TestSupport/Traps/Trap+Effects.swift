/// Systems whose loops, conditions, arguments or constants do something that a careless encoding
/// does not see.
extension Trap {
  static let effects = [
    Trap(
      description: "a loop sets a number that does not fit", claim: "no run-time error",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of boolean; n: 0..3; b: boolean;
        startstate begin for t: T do a[t] := true; end; n := 0; b := false; end;
        rule "b" true ==> begin b := !b; end;
        rule "set" true ==> begin for t: T do if a[t] then n := N; end; end; end;
        invariant "n" n <= 3;
        """),
    Trap(
      description: "what a function returns was set by a loop and does not fit",
      claim: "no run-time error", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var lim: array [T] of 0..N; b: boolean; ok: boolean;
        function f(): 0..2; var k: 0..2; begin k := 0; for t: T do k := N; end; return k; end;
        startstate begin for t: T do lim[t] := 0; end; b := true; ok := true; end;
        rule "b" true ==> begin b := !b; end;
        rule "go" true ==> begin ok := f() <= 2; end;
        invariant "ok" ok;
        """),
    Trap(
      description: "a loop takes a value away", claim: "x defined", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of boolean; x: 0..3; y: boolean;
        startstate begin for t: T do a[t] := true; end; x := 1; y := true; end;
        rule "undef" true ==> begin for t: T do if a[t] then undefine x; end; end; end;
        rule "read" x = 1 ==> begin y := true; end;
        invariant "x defined" !isundefined(x);
        """),
    Trap(
      description: "a loop copies what has no value", claim: "r.v", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N); R: record u: 0..1; v: 0..1; end;
        var a: array [T] of boolean; r: R; q: R; b: boolean;
        startstate begin for t: T do a[t] := true; end; r.u := 0; r.v := 0; q.u := 1;
          undefine q.v; b := true; end;
        rule "b" true ==> begin b := !b; end;
        rule "copy" true ==> begin for t: T do if a[t] then r := q; end; end; end;
        invariant "r.v" !isundefined(r.v);
        """),
    Trap(
      description: "a condition for all members counts", claim: "c at most 2", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var c: 0..5; b: boolean;
        function inc(t: T): boolean; begin c := c + 1; return true; end;
        startstate begin c := 0; b := false; end;
        rule "go" c = 0 ==> begin b := forall t: T do inc(t) end; end;
        rule "back" true ==> begin c := 0; end;
        invariant "c at most 2" c <= 2;
        """),
    Trap(
      description: "a condition for some member counts", claim: "no three", forAll: ["N"],
      text: """
        const N: 1;
        type T: scalarset(N);
        var c: 0..5; b: boolean; seen: boolean;
        function inc(t: T): boolean; begin c := c + 1; return false; end;
        startstate begin c := 0; b := false; seen := false; end;
        rule "go" c = 0 ==> begin b := exists t: T do inc(t) end; end;
        rule "back" true ==> begin c := 0; end;
        invariant "no three" c != 3;
        """),
    Trap(
      description: "a condition for all members marks them", claim: "at most one", forAll: ["N"],
      text: """
        const N: 1;
        type T: scalarset(N);
        var a: array [T] of boolean; b: boolean;
        function mark(t: T): boolean; begin a[t] := true; return true; end;
        startstate begin for t: T do a[t] := false; end; b := false; end;
        rule "go" true ==> begin
          for t: T do a[t] := false; end;
          b := !b & forall t: T do mark(t) end;
        end;
        invariant "at most one" forall t: T do forall u: T do a[t] & a[u] -> t = u end end;
        """),
    Trap(
      description: "a sum is small only on its path", claim: "P", forAll: ["N"],
      text: """
        const N: 5;
        type T: scalarset(N); Y: 0..10; I: 0..3;
        var y: Y; x: boolean;
        function s(i: I): 0..3*N; var k: 0..3*N;
        begin k := 0; for t: T do k := k + i; end; return k; end;
        startstate begin y := 0; x := true; end;
        rule "inc" y < 10 ==> begin y := y + 1; end;
        rule "dec" y > 0 ==> begin y := y - 1; end;
        rule "bad" true ==> begin
          if y <= 3 & s(y) > 2*N then x := true; end;
          if y = 10 then x := false; end;
        end;
        invariant "P" x | N != 3;
        """),
    Trap(
      description: "a ruleset counts down", claim: "x", forAll: ["N"],
      text: """
        const N: 3;
        var x: boolean;
        startstate begin x := true; end;
        ruleset i := N to 1 do
        rule "go" i >= 2 ==> begin x := false; end;
        end;
        invariant "x" x;
        """),
    Trap(
      description: "a claim counts down", claim: "x", forAll: ["N"],
      text: """
        const N: 3;
        var x: array [1..N] of boolean; y: boolean;
        startstate begin for i: 1..N do x[i] := true; end; y := true; end;
        rule "y" true ==> begin y := !y; end;
        ruleset i: 1..N do rule "go" i > 1 ==> begin x[i] := false; end; end;
        ruleset i := N to 1 do invariant "x" x[i]; end;
        """),
    Trap(
      description: "an argument changes another that was given before", claim: "y is one",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N); V: 0..5;
        var a: array [T] of boolean; x: V; y: V;
        function bump(): boolean; begin x := 1; return true; end;
        function get(q: V; b: boolean): V; begin return q; end;
        startstate begin for t: T do a[t] := true; end; x := 0; y := 1; end;
        rule "go" true ==> begin x := 0; y := get(x, bump()); end;
        invariant "y is one" y = 1;
        """),
    Trap(
      description: "a product of constants does not fit in 64 bits", claim: "no run-time error",
      forAll: ["N"],
      text: """
        const N: 2;
        var x: boolean; y: boolean;
        startstate begin x := true; y := true; end;
        rule "y" true ==> begin y := !y; end;
        rule "go" y ==> begin x := N * N * N * N > 0; end;
        invariant "x" x;
        """),
  ]
}
