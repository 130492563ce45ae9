-- expect: states 9 transitions 18; runtime violated at 3; exit 14
var x: 0..2; sum: 0..20;
startstate begin x := 2; sum := 0; end;
rule "down" x > 0 ==> begin x := x - 1; end;
rule "loop" begin sum := 0; for i := 0 to 4 by x do sum := sum + i; end; end;
rule "up" x < 2 ==> begin x := x + 1; end;
