-- expect: states 10 transitions 9; deadlock violated at 9; runtime violated at 10; exit 14
-- What a function returns is not checked; what it is assigned to is.
var x: 0..9;
function next(v: 0..9): 0..2; begin return v + 1; end;
startstate begin x := 0; end;
rule "up" begin x := next(x); end;
