-- expect: states 4 transitions 3; exit 0
-- pinproof: deadlock off
var x: 0..3;
startstate begin x := 0; end;
rule "up" x < 3 ==> begin x := x + 1; end;
invariant "small" x <= 3;
