-- expect: states 0 transitions 0; "never" vacuous; "x is small" vacuous; "no deadlock" vacuous; "no run-time error" vacuous; exit 15
-- No start state satisfies the assumption, so that nothing is claimed.
var x: 0..3;
startstate begin x := 0; end;
rule "up" x < 3 ==> begin x := x + 1; end;
assume "never" x > 1;
invariant "x is small" x < 3;
