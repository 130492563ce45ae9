-- expect: states 4 transitions 3; deadlock violated at 3; exit 11
-- pinproof: deadlock stuck
var x: 0..3;
startstate begin x := 0; end;
rule "up" x < 3 ==> begin x := x + 1; end;
