-- expect: states 2 transitions 1; deadlock violated at 1; runtime violated at 2; exit 14
-- not for rumur: its checker does not end
var x: 0..1;
startstate begin x := 0; end;
rule "loop" begin while x = 1 do x := 1; end; x := 1 - x; end;
