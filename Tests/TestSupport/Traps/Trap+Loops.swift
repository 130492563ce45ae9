/// Systems whose loops hide in which round something happens first.
extension Trap {
  static let loops = [
    Trap(
      description: "a round prunes what an earlier round breaks", claim: "b", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of boolean; b: array [T] of boolean; y: boolean;
        startstate begin for t: T do a[t] := false; b[t] := false; end; y := false; end;
        rule "y" true ==> begin y := !y; end;
        ruleset t: T do
          rule "a" true ==> begin a[t] := !a[t]; end;
          rule "b" true ==> begin b[t] := !b[t]; end;
        end;
        rule "go" exists t: T do a[t] end ==> begin
          for t: T do assume !a[t]; assert "b" !b[t]; end;
        end;
        """),
    Trap(
      description: "a round breaks one claim before another breaks another", claim: "b",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of boolean; b: array [T] of boolean; y: boolean;
        startstate begin for t: T do a[t] := true; b[t] := false; end; y := false; end;
        rule "y" true ==> begin y := !y; end;
        ruleset t: T do rule "swap" true ==> begin
          for u: T do a[u] := u != t; b[u] := u = t; end;
        end; end;
        rule "go" exists t: T do a[t] end ==> begin
          for t: T do assert "a" !a[t]; assert "b" !b[t]; end;
        end;
        """),
    Trap(
      description: "a round prunes after a sum has become too great", claim: "no run-time error",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of boolean; y: boolean; k: 0..3;
        startstate begin for t: T do a[t] := false; end; y := false; k := 0; end;
        rule "y" true ==> begin y := !y; end;
        ruleset t: T do rule "a" true ==> begin a[t] := !a[t]; end; end;
        rule "go" exists t: T do a[t] end ==> begin
          k := 0;
          for t: T do assume !a[t]; k := k + 1; end;
          k := 0;
        end;
        """),
    Trap(
      description: "a round of a claim prunes what another breaks", claim: "no run-time error",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of 0..1; b: array [T] of boolean; y: boolean;
        function f(t: T): boolean; begin assume !b[t]; return a[t] = 0; end;
        startstate begin for t: T do a[t] := 0; b[t] := false; end; y := false; end;
        rule "y" true ==> begin y := !y; end;
        ruleset t: T do rule "none" true ==> begin
          for u: T do b[u] := u != t; end;
          undefine a[t];
        end; end;
        ruleset t: T do invariant "f" f(t); end;
        """),
    Trap(
      description: "a claim prunes for one member and is false for another", claim: "f",
      forAll: ["N"],
      text: """
        const N: 1;
        type T: scalarset(N);
        var a: array [T] of boolean; b: array [T] of boolean; y: boolean;
        function f(t: T): boolean; begin assume !b[t]; return !a[t]; end;
        startstate begin for t: T do a[t] := false; b[t] := false; end; y := false; end;
        rule "y" true ==> begin y := !y; end;
        ruleset t: T do rule "swap" true ==> begin
          for u: T do a[u] := u != t; b[u] := u = t; end;
        end; end;
        ruleset t: T do invariant "f" f(t); end;
        """),
    Trap(
      description: "a loop reads a variable that only its first round finds without a value",
      claim: "no run-time error", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var y: boolean;
        startstate begin y := false; end;
        rule "y" true ==> begin y := !y; end;
        rule "go" true ==> var k: 0..3; begin for t: T do if k <= 3 then k := 2; end; end; end;
        """),
    Trap(
      description: "the first round alone finds that a variable has no value", claim: "not y",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var y: boolean; z: boolean; k: 0..3;
        startstate begin y := false; z := false; undefine k; end;
        rule "z" true ==> begin z := !z; end;
        rule "go" true ==> begin for t: T do if isundefined(k) then y := true; end; k := 1; end; end;
        rule "none" true ==> begin undefine k; end;
        invariant "not y" !y;
        """),
    Trap(
      description: "a later round fails because an earlier one gave a variable a value",
      claim: "none", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var z: boolean;
        startstate begin z := false; end;
        rule "z" true ==> begin z := !z; end;
        rule "go" true ==> var k: 0..3; begin
          for t: T do assert "none" isundefined(k); k := 1; end;
        end;
        """),
    Trap(
      description: "a loop that adds nothing leaves a variable without a value",
      claim: "no run-time error", forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of boolean; z: boolean; k: 0..3;
        startstate begin for t: T do a[t] := false; end; z := false; undefine k; end;
        rule "z" true ==> begin z := !z; end;
        rule "go" true ==> begin for t: T do if a[t] then k := k + 0; end; end; z := k = 0; end;
        """),
    Trap(
      description: "a loop gives a member to a variable without one", claim: "none",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var z: boolean; k: T;
        startstate begin z := false; undefine k; end;
        rule "z" true ==> begin z := !z; end;
        rule "go" true ==> begin for t: T do if isundefined(k) then k := t; end; end; end;
        invariant "none" isundefined(k);
        """),
    Trap(
      description: "a summand writes to its own array within another loop", claim: "one",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var k: 0..N; y: boolean;
        function same(t: T; u: T): boolean; var own: array [T] of boolean;
        begin clear own; own[u] := true; return own[t]; end;
        startstate begin k := 0; y := false; end;
        rule "y" true ==> begin y := !y; k := 0; end;
        rule "go" true ==> begin
          k := 0;
          for t: T do if exists u: T do same(t, u) end then k := k + 1; end; end;
        end;
        invariant "one" k <= 1;
        """),
    Trap(
      description: "a quantifier is decided before a member that has no value", claim: "not bad",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: 0 .. N - 1;
        var a: array [T] of boolean; bad: boolean;
        startstate begin bad := false; undefine a; a[0] := true; end;
        rule "go" N > 1 & exists t: T do a[t] end ==> begin bad := true; end;
        rule "stay" true ==> begin end;
        invariant "not bad" !bad;
        invariant "only the first has a value" forall t: T do isundefined(a[t]) = (t > 0) end;
        """),
    Trap(
      description: "a round breaks a claim before a later one reads what has no value",
      claim: "not first", forAll: ["N"],
      text: """
        const N: 2;
        type T: 0 .. N - 1;
        var a: array [T] of 0..1; x: 0..1;
        startstate begin x := 0; undefine a; a[0] := 0; end;
        rule "go" true ==> begin
          for t: T do assert "not first" !(N > 1 & t = 0); x := a[t]; end;
        end;
        rule "stay" true ==> begin end;
        """),
  ]

  static let properties = ["cover", "liveness"].map { property in
    Trap(
      description: "a \(property) property reads what has no value", claim: "no run-time error",
      forAll: ["N"],
      text: """
        const N: 2;
        type T: scalarset(N);
        var a: array [T] of boolean; y: boolean;
        startstate begin y := true; undefine a; end;
        rule "y" true ==> begin y := !y; end;
        \(property) "some" y | exists t: T do a[t] end;
        """)
  }
}
