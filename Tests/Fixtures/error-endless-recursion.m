-- expect: states 2 transitions 1; deadlock violated at 1; runtime violated at 2; exit 14
-- not for rumur: its checker runs out of stack
var x: 0..1;
function down(v: 0..1): 0..1; begin if v = 0 then return 0; end; return down(v); end;
startstate begin x := 0; end;
rule "call" begin x := 1 - down(x); end;
