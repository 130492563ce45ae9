import Foundation

/// Programs that the tests take as their material.
enum Samples {
  /// A state variable and a start state, for tests of one construct.
  static let frame = "var x: 0..9; b: boolean; startstate begin x := 0; b := true; end;\n"

  /// A program whose only rule has this body.
  static func rule(_ body: String) -> String { frame + "rule begin \(body) end;" }

  /// Every construct of the language at least once, in its different spellings.
  static let everything = """
    -- pinproof: columns Task
    -- pinproof: deadlock stuck
    -- pinproof: for-all N
    -- pinproof: expect "small" holds
    -- pinproof: expect "small" when N = 2, FLAG = true violated
    /* a comment
       over two lines */
    CONST N: 3; M, K: N * 2 - 0x1; FLAG: false
    TYPE
      Task: Scalarset(N);
      Small: 0..M  -- no semicolon
      Colour: Enum { RED, GREEN, BLUE, };
      Cell: Record owner: Task; seen: Array [Colour] Of Boolean; End;
      Grid: array [Task] of array [-1..1] of Cell;
    const FAVOURITE: GREEN;
    VAR
      grid: Grid; count, total: Small; colour: Colour; flag: boolean;
      word: 0 .. 0xFFFF;

    FUNCTION least(a, b: Small; VAR out: Colour): Small;
      var result: Small; const ONE: 1; type Local: 0..ONE;
    BEGIN
      if a < b then result := a; out := RED;
      elsif a == b then result := a; out := FAVOURITE
      else result := b; endif;
      return result;
    ENDFUNCTION;

    procedure bump(var n: Small)
      if n < M then n := n + 1 end
    endprocedure

    function factorial(n: Small): 0..1000; begin
      return n = 0 ? 1 : n * factorial(n - 1);
    end

    startstate "all clear" begin clear grid; clear colour; count := 0; total := 0;
      flag := FALSE; undefine word; end

    ruleset t: Task; c: Colour do
      alias cell: grid[t][0]; seen: cell.seen; do
        rule "look" !seen[c] && isundefined(word) ==>
          var old: Small;
        begin
          old := count;
          seen[c] := true;
          cell.owner := t;
          count := least(count, total, colour);
          for i := 0 to N - 1 do bump(count); end;
          for i := N to 0 by -1 do total := total % M; endfor;
          for i: Colour do if i != RED then seen[i] := false; end; end;
          while count > 3 do count := count / 2; endwhile;
          switch colour
            case RED, GREEN: put "warm"; put colour;
            case BLUE: error "cold";
            else put count + 1;
          endswitch;
          alias w: word do w := 5; w := (w << 2 >> 1) & 0xFF | 1 ^ ~w; end;
          assert "kept" old <= M;
          assume flag -> count >= 0; cover flag "seen true";
          invariant count >= 0 "here";
          return;
        endrule;
      endalias;
    endruleset

    ruleset i := 0 to 4 by 2 do
      rule "step" begin total := i end;
      cover "reaches" total = i;
    end;

    invariant "small" forall t: Task do grid[t][-1].owner = t | true endforall;
    assert exists i := 0 to 3 do count ≤ i ∧ ¬flag ∨ i ≠ 2 end "found"
    ASSUME "bounded" ∀ i: Small do i ≥ 0 → i + -1 < M end;
    liveness "again" flag;
    cover -1 - -2 * (3 − 4) = 2 × 3 ÷ 1 ∕ 1;
    type Thing: union { Task, Colour };
    var bag: multiset [3] of Thing;
    choose i: bag do
      rule "take" ismember(bag[i], Task) ==> begin
        multisetremove(i, bag);
        multisetremovepred(j: bag, bag[j] = RED);
        multisetadd(GREEN, bag);
      end;
      invariant multisetcount(j: bag, bag[j] = bag[i]) > 0;
    endchoose;
    rule flag ⇒ begin flag ≔ !flag & count = 0 end;
    """

  /// Programs that obey every rule of the language.
  static let accepted: [String] = [
    everything, frame, rule("x := 1;;"), rule("for i: 0..1 do i := 0; x := i; end"),
    rule("x := b ? 1 : 2"), rule("x := b ? (b ? 1 : 2) : 3"), rule("if !b = b then end"),
    rule("switch x case 1: case 2, 3, : x := 0 end"), rule("switch b end"),
    rule("b := (x & 3) = 3 -> true"), rule("put x + 1; put \"text \\\" quoted\"; put b"),
    frame + "rule “curly” begin end;", frame + "rule x = 1 ==> var y: boolean; begin y := b end;",
    frame + "function f(): boolean begin return true end; rule f() ==> begin f(); end;",
    "type t: 0..1; var t1: t; startstate var t: t; begin t := 1; t1 := t end;",
    "const A: 2 * 3; B: A > 5; var v: array [0..A] of boolean; startstate begin end",
    "var x: 0 .. false ? 7 : 1; y: 010..0x10; startstate begin end",
    "var z: -4611686018427387904..0; startstate begin z := -9223372036854775808; end",
    "var a, b: enum { P, Q }; startstate begin a := P; b := a; end",
    "var r: record end; startstate begin clear r; end",
    "var true1: boolean; : boolean; startstate begin end",
    "const A: 1 B: 2 type t: 0..A u: 0..B var x: t y: u startstate begin end",
    frame + "alias y: x; z: y do ruleset i: 0..1 do rule z = i ==> begin y := i end end end",
    frame + "alias n: 3 do ruleset i: 0..n do rule begin x := i end end end",
    frame + "rule begin alias i: x + 1 do x := i - 1 end end",
    "var a, b: array [boolean] of 0..3; startstate begin a := b; b[a = b] := 2; end",
    "type s: scalarset(2); t: scalarset(2); var a: s; b: t; startstate begin clear a; b := a end",
    frame + "var undefined: 0..1; rule begin x := undefined; undefined := undefined end",
    rule("x := undefined"), frame + "rule 20 = x ==> begin end; rule 20 b ==> begin end",
    frame + "rule 3 \"name\" b ==> begin end; rule 0 begin end; rule 2 x := 1 end",
    frame + "invariant forall i: 0..1; j := 0 to i by 1 : i >= j end",
    frame + "-- a -- b\n/* c /* d */ invariant x >= 0 -- end",
  ]

  private static let multisets =
    "var m: multiset [2] of 0..3; other: multiset [3] of 0..3; x: 0..3; startstate begin end "
  private static let unions = """
    type t: scalarset(2); h: enum { H }; u: union { h, t }; p: enum { P }; var n: u;
    startstate begin end\n
    """

  /// Programs that break a rule, each with a part of what is said about it.
  static let refused: [(text: String, message: String)] = [
    ("var x: union { boolean, 0..1 };", "a union joins enumerations and scalarsets"),
    ("var x: union { boolean, boolean };", "this member stands here twice"),
    ("var x: union {};", "a union needs at least one member"),
    ("var x: multiset [0] of boolean;", "room for at least one element, not 0"),
    ("var x: multiset [2] of multiset [2] of 0..1;", "the elements of a multiset cannot hold"),
    (multisets + "rule begin multisetadd(true, m) end", "the elements are a number in 0..3"),
    (multisets + "rule begin multisetadd(1, x) end", "a multiset is needed"),
    (multisets + "rule begin multisetadd(m) end", "takes an element and a multiset"),
    (multisets + "rule begin multisetremove(0, m) end", "an element of a multiset has no index"),
    (multisets + "rule begin x := m[0] end", "an element of a multiset has no index"),
    (multisets + "choose i: m do rule begin other[i] := 1 end end", "multiset of another type"),
    (multisets + "choose i: m do rule begin i := i end end", "as it is not a variable"),
    (multisets + "choose i: x do rule begin end end", "a multiset is needed, but this is a number"),
    (multisets + "choose i: m do startstate begin end end", "no elements to choose from"),
    (multisets + "invariant m = m", "multisets cannot be compared"),
    (multisets + "invariant multisetcount(i: m, m[i]) = 0", "must be true or false"),
    (unions + "rule begin n := P end", "cannot assign"),
    (unions + "invariant ismember(n, boolean)", "and never a truth value"),
    (unions + "invariant n < n", "'<' needs numbers"),
    ("var x: real;", "real numbers are not supported"),
    ("var x: 0..1.5;", "real numbers are not supported"),
    (frame + "invariant ismember(x, boolean);", "this is a number in 0..9 and never a truth value"),
    ("var x: 3..2;", "this range is empty: 3 is greater than 2"),
    ("var x: 0..09;", "invalid octal number"), ("var x: 0..0x;", "invalid hexadecimal number"),
    ("var x: 0..99999999999999999999;", "does not fit in 64 bits"),
    ("const A: 1 / 0;", "division by zero"),
    ("const A: 9223372036854775807 + 1;", "does not fit in 64 bits"),
    (frame + "var y: 0..x;", "the upper bound of a range must be constant"),
    (frame + "const C: x;", "a constant must be constant"),
    ("var s: scalarset(0);", "a scalarset needs at least one member"),
    ("var e: enum {};", "an enumeration needs at least one member"),
    ("var a: array [record end] of boolean;", "an array cannot be indexed by a record"),
    ("var a: array [0..9999999] of boolean;", "which is too large"),
    ("invariant \"i\" forall x: 0..1000000000 do x >= 0 end;", "more than 1000000000 values"),
    (
      "invariant \"i\" forall x := -9000000000000000000 to 9000000000000000000 do x >= 0 end;",
      "more than 1000000000 values"
    ),
    ("var r: record a: boolean; a: 0..1; end;", "this record has two fields 'a'"),
    ("var x: boolean; x: 0..1;", "'x' is declared twice"),
    ("type t: enum { A, A };", "'A' is declared twice"),
    ("var true: 0..1;", "'true' cannot be declared anew"),
    ("type boolean: 0..1;", "expected a declaration, function or rule"),
    (rule("x := undefined + 1"), "nothing here is called 'undefined'"),
    (rule("y := 1"), "nothing here is called 'y'"), (rule("f(1)"), "nothing here is called 'f'"),
    (rule("x := b"), "cannot assign a truth value to a number in 0..9"),
    (rule("b := b < b"), "'<' needs numbers"), (rule("b := x & true"), "'&' needs numbers"),
    (rule("b := true & x"), "'&' needs truth values"), (rule("b := !x"), "what '!' negates"),
    (rule("x := ~b"), "'~' needs a number"), (rule("x := x ^ b"), "'^' needs numbers"),
    (rule("b := x = b"), "cannot compare a number in 0..9 with a truth value"),
    (rule("x := b ? 1 : b"), "the values of '? :' differ"),
    (rule("if x then end"), "the condition of 'if' must be true or false"),
    (rule("while x do end"), "the condition of 'while'"), (rule("x.y := 1"), "has no fields"),
    (rule("x[0] := 1"), "has no elements"), (rule("3 := x"), "expected a statement"),
    (rule("true := b"), "as it is not a variable"), (rule("return 1"), "a rule has no value"),
    (rule("b := isundefined(true)"), "'isundefined' needs a variable"),
    (rule("switch x case b: end"), "the subject is a number in 0..9, but this is a truth value"),
    (rule("for i := 0 to 3 by 0 do end"), "a step of 0 never ends"),
    (rule("for i := 0 to 3 by -1 do end"), "steps of -1 from 0 never reach 3"),
    (rule("for i := b to 3 do end"), "the first value must be a number"),
    (rule("liveness b"), "liveness is claimed of a whole system"),
    (rule("assert x"), "what 'assert' claims must be true or false"),
    (rule("x := 1 x := 2"), "expected ';' between statements"),
    (rule("; x := 1"), "there is no statement before this ';'"),
    (rule("x = 1"), "expected ':=' in an assignment"), (rule("error x"), "a message in quotes"),
    (rule("b := x < 1 < 2"), "'<' cannot be chained"),
    (rule("b := b -> b -> b"), "'->' cannot be chained"),
    (rule("x := b ? 1 : b ? 2 : 3"), "'?' cannot be chained"),
    (rule("if b then endfor"), "expected 'end' or 'endif'"),
    (frame + "rule x ==> begin end;", "a guard must be true or false"),
    (frame + "rule b => begin end;", "unknown operator '=>'"),
    (frame + "rule b begin end;", "expected '==>' after the guard"),
    (frame + "rule var y: boolean; y := true end;", "expected 'begin' after the declarations"),
    (frame + "invariant x;", "a property must be true or false"),
    (
      frame + "ruleset i := 0 to x do rule begin end end",
      "the bounds of a ruleset must be constant"
    ),
    (frame + "ruleset i: 0..1; do rule begin end end", "expected a variable, found 'do'"),
    (frame + "function f(): 0..1; begin return; end;", "this function must return"),
    (frame + "function f(): 0..1; begin return b; end;", "but this is a truth value"),
    (frame + "procedure p(); begin return 1; end;", "a procedure has no value"),
    (frame + "procedure p(); begin end; invariant p();", "is a procedure and has no value"),
    (frame + "procedure p(a: 0..1); begin a := 1; end;", "as it belongs to a parameter"),
    (frame + "procedure p(a: 0..1, c: 0..1); begin end;", "expected ';' or ')'"),
    (frame + "procedure p(var a: 0..1); begin end; rule begin p(x) end;", "is a 'var' parameter"),
    (frame + "procedure p(var a: boolean); begin end; rule begin p(true) end;", "may be changed"),
    (frame + "procedure p(a: 0..1); begin end; rule begin p() end;", "takes 1 argument, not 0"),
    (
      frame + "function f(): boolean; begin x := 1; return b end; rule f() ==> begin end;",
      "a guard must not change the state"
    ),
    (
      frame + "function f(): boolean; begin x := 1; return b end; invariant f();",
      "a property must not change the state"
    ),
    (
      "function f(): boolean; begin return g() end; function g(): boolean; begin return true end;",
      "'g' is used before it is declared"
    ),
    (frame + "x := 1;", "expected a declaration, function or rule, found 'x'"),
    (frame + "rule begin end; end", "this 'end' closes nothing"),
    (frame + "rule \"name begin end;", "this string is never closed"),
    (frame + "rule begin x := # 1; end", "unexpected character '#'"),
    (frame + "rule begin x := _y; end", "unexpected character '_'"),
    (frame + "rule begin x := 1;", "found the end of the file"),
    (String(repeating: "(", count: 5000), "expected a declaration"),
    (
      frame + "invariant " + String(repeating: "(", count: 5000) + "b"
        + String(repeating: ")", count: 5000), "levels deep"
    ),
    (frame + "invariant b" + String(repeating: " & b", count: 5000), "more than 1000 levels"),
    (
      frame + "rule begin " + String(repeating: "if b then ", count: 5000) + "end", "levels deep"
    ),
  ]

  /// The specifications of this repository and the fixtures of its tests.
  static let files: [(name: String, text: String)] = {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = [
      tests.appendingPathComponent("Fixtures"),
      tests.deletingLastPathComponent().appendingPathComponent("specs"),
    ]
    let urls = folders.flatMap { folder in
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL } ?? []
    }
    return urls.filter { $0.pathExtension == "m" }
      .sorted { $0.path < $1.path }
      .map { ($0.lastPathComponent, (try? String(contentsOf: $0, encoding: .utf8)) ?? "") }
  }()
}
