-- expect: states 4 transitions 6; runtime violated at 4; exit 14
var x: 0..7;
function small(v: 0..2): 0..7; begin return v + 1; end;
startstate begin x := 0; end;
rule "up" begin x := small(x) ; end;
rule "reset" x > 0 ==> begin x := 0; end;
