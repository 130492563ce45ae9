-- expect: states 4 transitions 28; "i" violated at 1; exit 12
-- not for rumur: it gives both one name in C
-- Two parameters of one name, the outer one by its alias: they need not be equal.
-- pinproof: deadlock off
var y: 0..4;
startstate "s" begin y := 0; end;
ruleset p: 0..2 do alias q: p do ruleset p: 0..2 do
  rule "r" q != p ==> begin y := q + p; end;
end; end; end;
rule "t" true ==> begin y := 0; end;
invariant "i" y = 0;
