-- expect: states 20 transitions 48; runtime violated at 3; exit 14
var x: 0..4; y: 0..4;
startstate begin x := 2; y := 0; end;
rule "down" x > 0 ==> begin x := x - 1; end;
rule "divide" begin y := 4 / x; end;
rule "up" x < 4 ==> begin x := x + 1; end;
