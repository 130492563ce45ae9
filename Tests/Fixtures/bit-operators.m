-- expect: states 700 transitions 2100; exit 0
-- The operators on bits, on positive and negative numbers, and shifts.
var x: -3..3; y: 0..3; z: -64..64; w: 0..15;
startstate begin x := -3; y := 0; z := 0; w := 0; end;
rule "x" begin x := x = 3 ? -3 : x + 1; end;
rule "y" begin y := (y + 1) % 4; end;
rule "compute" begin
  z := (x << y) ^ (x >> 1);
  w := ((x + 16) & (y * 5)) | (~x & 3);
end;
invariant "complement" ~x = -x - 1;
invariant "shifts" (x << y) >> y = x & (x >> 0) = x;
invariant "exclusive or" (x ^ x) = 0 & (x ^ -1) = ~x;
