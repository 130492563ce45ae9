-- expect: states 12 transitions 24; exit 0
-- Neither claim is inductive alone; together they are.
var x, y: 0..15;
startstate begin x := 1; y := 1; end;
rule "add" begin x := (x + y) % 16; y := (y + x) % 16; end;
rule "reset" begin x := 1; y := 1; end;
invariant "x is not zero" x != 0 | y != 0;
invariant "one is odd" x % 2 = 1 | y % 2 = 1;
