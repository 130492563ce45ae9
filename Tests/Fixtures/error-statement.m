-- expect: states 3 transitions 4; "too far" violated at 3; exit 14
var x: 0..9;
startstate begin x := 0; end;
rule "up" begin if x = 2 then error "too far"; end; x := x + 1; end;
rule "back" x > 0 ==> begin x := 0; end;
