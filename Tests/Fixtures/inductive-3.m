-- expect: states 5 transitions 5; "z is not three" inductive at 3; exit 0
-- What happens is decided two steps before it is seen.
var x, y, z: 0..3;
startstate begin x := 0; y := 0; z := 0; end;
rule "follow" begin z := y; y := x; x := x = 2 ? 0 : (x = 3 ? 1 : x + 1); end;
invariant "z is not three" z != 3;
