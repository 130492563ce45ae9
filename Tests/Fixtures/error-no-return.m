-- expect: states 3 transitions 4; runtime violated at 3; exit 14
var x: 0..3;
function next(v: 0..3): 0..3; begin if v < 2 then return v + 1; end; end;
startstate begin x := 0; end;
rule "up" begin x := next(x); end;
rule "reset" x > 0 ==> begin x := 0; end;
