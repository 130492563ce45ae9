-- expect: states 3 transitions 3; exit 0
-- True, but for no k inductive without a bound on the path: unreachable states go round and round
-- before they fail.
var x: 0..7; y: 0..7;
startstate begin x := 0; y := 0; end;
rule "reachable" x < 3 ==> begin x := (x + 1) % 3; y := x; end;
rule "circle" x >= 3 & x < 7 ==> begin x := x = 6 ? 3 : x + 1; end;
rule "fall" x = 5 ==> begin x := 7; end;
rule "rest" x = 7 ==> begin y := 1 - y % 2; end;
invariant "never seven" x != 7;
