-- expect: states 1 transitions 0; "always" vacuous; "no run-time error" vacuous; exit 15
-- pinproof: deadlock off
var x: 0..3;
startstate begin x := 0; end;
rule "never" x > 0 ==> begin x := 0; end;
invariant "always" x >= 0;
