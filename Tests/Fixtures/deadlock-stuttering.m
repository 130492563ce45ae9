-- expect: states 4 transitions 7; deadlock violated at 3; exit 11
-- The only rule that stays enabled changes nothing.
var x: 0..3;
startstate begin x := 0; end;
rule "up" x < 3 ==> begin x := x + 1; end;
rule "stay" begin x := x; end;
