-- expect: states 10 transitions 30; "someone is left" violated at 7; exit 12
-- A wolf, a goat and a cabbage cross a river; states in which one eats another are ruled out.
type Who: enum { Wolf, Goat, Cabbage };
var far: array [Who] of boolean; ferryman: boolean;
startstate begin for w: Who do far[w] := false; end; ferryman := false; end;
ruleset w: Who do
  rule "row with" far[w] = ferryman ==> begin far[w] := !far[w]; ferryman := far[w]; end;
end;
rule "row alone" begin ferryman := !ferryman; end;
assume "nothing is eaten"
  (far[Wolf] = far[Goat] | far[Goat] = far[Cabbage]) -> far[Goat] = ferryman;
invariant "someone is left" exists w: Who do !far[w] end;
