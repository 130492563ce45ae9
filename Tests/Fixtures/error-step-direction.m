-- expect: states 12 transitions 21; runtime violated at 2; exit 14
var x: 0..3; sum: 0..20;
startstate begin x := 2; sum := 0; end;
rule "next" begin x := (x + 1) % 4; end;
rule "loop" begin sum := 0; for i := x to 2 by 1 do sum := sum + i; end; end;
