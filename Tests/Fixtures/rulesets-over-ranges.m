-- expect: states 13 transitions 54; exit 0
-- Rulesets over ranges with steps.
-- not for rumur: its release 2022.08 aborts on a ruleset over a range
var x: 0..12;
startstate begin x := 0; end;
ruleset d := 1 to 5 by 2; e := 2 to 1 by -1 do
  rule "add" x + d * e <= 12 ==> begin x := x + d * e; end;
end;
rule "wrap" x = 12 ==> begin x := 0; end;
rule "step" x < 12 & x > 9 ==> begin x := x + 1; end;
invariant "bounded" x < 13;
