import Explorer
import Model
import Testing

/// Constructs for which the compiler has instructions of their own, by the value that they give.
struct BytecodeTests {
  /// An expression over `x = 7`, `u` undefined, `a = [3, 1, 2]` (indexed 1 to 3), and its value.
  @Test(arguments: [
    ("x + 1", 8), ("1 + x", 8), ("x - 10", -3), ("x * x", 49), ("x / 2", 3), ("-x / 2", -3),
    ("x % 4", 3), ("-x % 4", -3), ("(x & 3) = 3 ? 1 : 0", 1), ("a[a[2]]", 3),
    ("a[a[3]] + a[x - 5]", 2),
    ("x < 8 ? 1 : 0", 1), ("8 < x ? 1 : 0", 0), ("x <= a[1] ? 1 : 0", 0),
    ("a[1] >= a[2] ? 1 : 0", 1),
    ("isundefined(u) ? 5 : 6", 5), ("isundefined(x) ? 5 : 6", 6),
    ("exists i: 1..3 do a[i] = 2 end ? 1 : 0", 1), ("forall i: 1..3 do a[i] > 1 end ? 1 : 0", 0),
    ("exists i := 3 to 1 by -2 do a[i] = 1 end ? 1 : 0", 0), ("x << 2", 28), ("x >> 1", 3),
    ("x << -1", 3), ("x << 64", 0), ("~x", -8), ("x ^ 2", 5), ("twice(x) + twice(a[1])", 20),
    ("sum(4)", 10), ("sum(a[1]) - sum(2)", 3), ("pick(x > 3, a[3]) + x", 9),
  ])
  func value(_ expression: String, _ value: Int) async throws {
    let text = Self.frame(
      "rule \"compute\" !done ==> begin r := \(expression); done := true; end;")
    #expect(try await results(of: text) == [nil, Int64(value)])
  }

  @Test(arguments: [
    ("for i := 1 to 3 do r := (isundefined(r) ? 0 : r) + a[i]; end;", 6),
    ("r := 0; for i := x to 1 by -3 do r := r + i; end;", 12),
    ("r := 0; while r < 20 do r := r + 3; end;", 21),
    ("switch x case 1, 2: r := 1; case 7: r := 2; else r := 3; end;", 2),
    ("switch x case 1: r := 1; else r := 3; end;", 3),
    ("if x = 1 then r := 1; elsif x = 7 then r := 4; else r := 5; end;", 4),
    ("r := 5; clear r; r := r + 100;", 0),
    ("r := a[1]; undefine a[1]; r := isundefined(a[1]) ? 9 : 8;", 9),
    ("alias b: a[a[2]] do b := 2; r := a[3]; end;", 2), ("b := a; a[1] := 1; r := b[1];", 3),
    ("b := a; r := b = a ? 1 : 0;", 1), ("b := a; b[2] := 3; r := b = a ? 1 : 0;", 0),
    ("bump(a[2]); r := a[2];", 2), ("swap(a[1], a[3]); r := a[1] * 10 + a[3];", 23),
    ("r := 1; return;", 1),
  ])
  func body(_ statements: String, _ value: Int) async throws {
    let text = Self.frame("rule \"compute\" !done ==> begin done := true; \(statements) end;")
    let expected = statements.contains("clear") ? Int64(-1000 + 100) : Int64(value)
    #expect(try await results(of: text) == [nil, expected])
  }

  private static func frame(_ rule: String) -> String {
    """
    var r: -1000..1000; x: 0..9; u: 0..1; a: array [1..3] of 1..3; b: array [1..3] of 1..3;
      done: boolean;
    function twice(n: 0..20): 0..40; begin return n + n; end;
    function sum(n: 0..9): 0..50; begin if n = 0 then return 0; end; return n + sum(n - 1); end;
    function pick(which: boolean; n: 1..3): 0..9;
      var own: 0..9; begin if which then own := n; return own; end; return 0; end;
    procedure bump(var target: 1..3); begin target := target + 1; end;
    procedure swap(var one: 1..3; var other: 1..3);
      var kept: 1..3; begin kept := one; one := other; other := kept; end;
    startstate begin x := 7; a[1] := 3; a[2] := 1; a[3] := 2; done := false; end;
    \(rule)
    """
  }

  /// The values of `r`, at first and after the rule; checked against the evaluator too.
  private func results(of text: String) async throws -> [Int64?] {
    let system = try system(text, deadlock: .off)
    let exploration = await Exploration.run(system, limits: Limits())
    let evaluator = Evaluator(system)
    guard case .reached(let first, _) = evaluator.start(StartStateIndex(0), arguments: []),
      case .reached(let second, _) = evaluator.fire(RuleIndex(0), arguments: [], in: first)
    else { return [] }
    #expect(exploration.stateSpace.states == 2)
    #expect(exploration.contains(first) && exploration.contains(second))
    return [first.cells[0], second.cells[0]]
  }
}
