-- expect: states 6 transitions 8; exit 0
-- Cells of many bits, more than one word of state.
const BIG: 1000000007;
var a, b: -BIG..BIG; c: 0..BIG; d: array [0..2] of 0..BIG; n: 0..3;
startstate begin a := -BIG; b := BIG; c := 0; for i: 0..2 do d[i] := BIG - i; end; n := 0; end;
rule "rotate" begin
  n := (n + 1) % 4;
  c := n * 250000001;
  for i: 0..2 do d[i] := d[(i + 1) % 3]; end;
end;
rule "swap" n = 3 ==> begin c := 0; a := -b; b := -a; end;
invariant "bounded" c <= BIG & a = -b;
