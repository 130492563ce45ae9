-- expect: states 1 transitions 1; "close" vacuous; "small" vacuous; "no run-time error" vacuous; exit 15
-- The only rule fires, and leads to a state that the assumption rules out: there is no step.
-- pinproof: deadlock off
var x: 0..3;
startstate begin x := 0; end;
rule "up" x < 3 ==> begin x := x + 1; end;
assume "close" x < 1;
invariant "small" x < 2;
