-- expect: states 44 transitions 86; exit 0
-- States that do not satisfy the assumption are not visited; what leads to them still fires.
var x: 0..9; y: 0..9;
startstate begin x := 0; y := 0; end;
rule "x" x < 9 ==> begin x := x + 1; end;
rule "y" y < 9 ==> begin y := y + 1; end;
rule "both" x > 7 & y > 7 ==> begin x := 0; y := 0; end;
assume "close" x - y < 3 & y - x < 3;
invariant "five apart never" x - y != 5 & y - x != 5;
