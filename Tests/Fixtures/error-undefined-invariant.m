-- expect: states 4 transitions 4; runtime violated at 2; exit 14
var x: 0..3; y: 0..3;
startstate begin x := 0; y := 0; end;
rule "next" begin x := (x + 1) % 4; if x = 2 then undefine y; else y := x; end; end;
invariant "y" y < 4;
