-- expect: states 4 transitions 5; runtime violated at 4; exit 14
var x: 0..3;
startstate begin x := 0; end;
rule "up" begin x := x + 1; end;
rule "reset" x > 1 ==> begin x := 0; end;
