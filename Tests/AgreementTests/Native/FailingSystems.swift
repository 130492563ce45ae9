/// Small systems that make one check of emitted code fire, and their like that does not need it.
enum FailingSystems {
  struct System {
    let name: String
    let text: String
    let fails: Bool
  }

  static let all: [System] =
    [
      step("range above", "n := n + 1", true),
      step("range below", "n := n - 1", true),
      step("within the range", "if n < 9 then n := n + 1 end", false),
      step("range by a value parameter", "take(n + 5)", true),
      step("range by a larger type", "n := m", true),
      step("no check by a smaller type", "m := n", false),
      step("no check of a remainder", "n := m % 10", false),
      step("no check of a masked value", "m := n & 7", false),
      step("undefined scalar", "n := u", true),
      step("undefined element", "n := holes[n]", true),
      step("undefined local", "n := local", true),
      step("undefined index", "n := full[u]", true),
      step("index above", "n := full[n + 1]", true),
      step("index below", "n := full[n - 1]", true),
      step("index on the left", "full[m] := 0", true),
      step("no check of an index of the type", "n := full[n]", false),
      step("index of a second dimension", "n := square[n][n + m]", true),
      step("index of many words", "m := long[m + 40]", true),
      step("no check of an index of many words", "m := long[m]; long[m] := n", false),
      step("division by zero", "n := m / n", true),
      step("remainder by zero", "n := m % n", true),
      step("no check of a constant divisor", "n := m / 10", false),
      step("overflow of a sum", "m := (m + MAX) - MAX", true),
      step("overflow of a product", "m := (m * n * MAX) % 2", true),
      step("overflow of a difference", "m := (-MAX - n - m - 9) % 2", true),
      step("overflow of a negation", "m := (- (-MAX - n)) % 2", true),
      step("shift by much", "m := (n << 80) + (n >> 80) + (n >> (-1)) % 4", false),
      step("shift into the sign", "m := (n << 63) >> 63", true),
      step("missing return", "n := sometimes(n)", true),
      step("endless recursion", "n := down(n)", true),
      step("endless loop", "while n = 8 & m = 0 do small.a := 0 end", true),
      step("zero step", "for i := 0 to 9 by n do m := i end", true),
      step("step in the wrong direction", "for i := n to 5 by 1 do m := i end", true),
      step("no check of the default step", "for i := n to m do last := i end", false),
      step("assertion", "assert n < 5", false),
      step(
        "an expression of many operators",
        "m := (" + Array(repeating: "n", count: 500).joined(separator: " + ") + ") % 90", false),
      step(
        "a condition of many operators",
        "if " + Array(repeating: "n = m", count: 500).joined(separator: " | ")
          + " then last := n end", false),
      guarded("undefined in a guard", "u = 0"),
      guarded("index in a guard", "full[n + 1] >= 0"),
      guarded("undefined behind a condition", "n != 3 | u = 0"),
      guarded("division in a guard", "100 / n > 0"),
    ]

  private static let declarations = """
    const MAX: 9223372036854775807;
    type Digit: 0..9; Wide: 0..99;
    var
      n: Digit; m: Wide; u: Digit; last: Wide;
      full: array [Digit] of Digit; holes: array [Digit] of Digit;
      square: array [Digit] of array [Digit] of Digit;
      long: array [Wide] of Wide;
      small: record a: Digit; b: Digit; end;
    procedure take(d: Digit); begin small.a := d; end;
    function sometimes(d: Digit): Digit; begin if d < 7 then return d end; end;
    function down(d: Digit): Digit;
    begin if d > 8 then return down(d) else return d end; end;
    startstate begin
      n := 0; m := 0; last := 0; clear full; clear square; clear long; clear small;
      for d: Digit do if d < 5 then holes[d] := 9 end; end;
    end;
    rule "count" n < 9 ==> begin n := n + 1; end;
    rule "more" m < 60 ==> begin m := m + 20; end;

    """

  private static func step(_ name: String, _ statement: String, _ fails: Bool) -> System {
    let rule = "rule \"it\" true ==> var local: Digit; begin \(statement); end;\n"
    return System(name: name, text: declarations + rule, fails: fails)
  }

  private static func guarded(_ name: String, _ condition: String) -> System {
    let rule = "rule \"it\" \(condition) ==> begin last := n; end;\n"
    return System(name: name, text: declarations + rule, fails: true)
  }
}
