-- expect: states 4 transitions 4; "y is not three" inductive at 2; exit 0
-- What happens is decided one step before it is seen.
var x, y: 0..3;
startstate begin x := 0; y := 0; end;
rule "follow" begin y := x; x := x = 2 ? 0 : (x = 3 ? 1 : x + 1); end;
invariant "y is not three" y != 3;
