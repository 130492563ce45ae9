-- expect: states 4 transitions 7; exit 0
-- pinproof: deadlock stuck
-- A rule that changes nothing is a successor too.
var x: 0..3;
startstate begin x := 0; end;
rule "up" x < 3 ==> begin x := x + 1; end;
rule "stay" begin x := x; end;
