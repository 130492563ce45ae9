-- expect: states 14 transitions 33; exit 0
-- Precedence and laziness: what is not needed is not evaluated.
var x: 0..4; y: 0..4; ok: boolean;
startstate begin x := 0; ok := true; undefine y; end;
rule "up" x < 4 ==> begin x := x + 1; end;
rule "define" isundefined(y) & x > 0 ==> begin y := 4 / x; end;
rule "down" !isundefined(y) & x % 2 = 0 ==> begin x := 0; undefine y; end;
rule "decide" begin
  ok := x = 0 | 4 / x > 0;
  ok := ok & (x != 0 -> 8 / x >= 2);
  ok := x = 0 ? ok : ok & 4 % x < x;
end;
invariant "lazy" x = 0 | 4 / x <= 4;
invariant "precedence" 2 + 3 * 4 = 14 & 7 - 2 - 1 = 4 & (-7 / 2 = -3) & (-7 % 2 = -1);
invariant "if defined then in range" isundefined(y) | y >= 1;
