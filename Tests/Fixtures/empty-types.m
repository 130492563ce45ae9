-- expect: states 2 transitions 4; exit 0
-- Loops, quantifiers and rulesets over a single value, and a rule that does nothing.
type One: 5..5;
var x: One; y: array [One] of boolean;
startstate begin x := 5; y[x] := false; end;
ruleset o: One do rule "flip" y[o] = y[x] ==> begin y[o] := !y[x]; end; end;
rule "nothing" begin end;
invariant "only one" forall o: One do exists p: One do o = p & y[o] = y[p] end end;
