-- expect: states 5 transitions 8; "not negative" violated at 4; exit 14
var x: -3..3;
function checked(v: -3..3): -3..3;
begin assert "not negative" v >= 0; return v; end;
startstate begin x := 2; end;
rule "down" x > -3 ==> begin x := checked(x) - 1; end;
rule "up" x < 3 ==> begin x := x + 1; end;
