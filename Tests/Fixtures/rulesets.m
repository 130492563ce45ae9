-- expect: states 12 transitions 32; exit 0
-- Nested rulesets, several parameters, start states and properties in them.
type Id: 1..2; Kind: enum { A, B };
var owner: array [Kind] of Id; steps: 0..2;
ruleset i: Id do
  startstate "owned by one" begin owner[A] := i; owner[B] := i; steps := 0; end;
end;
startstate "owned by both" begin owner[A] := 1; owner[B] := 2; steps := 0; end;
ruleset i: Id; k: Kind do
  rule "take" owner[k] != i & steps < 2 ==> begin owner[k] := i; steps := steps + 1; end;
  ruleset j: Id do
    rule "trade" i < j & steps > 0 ==> begin owner[k] := j; steps := 0; end;
  end;
  invariant "ids" owner[k] = i -> owner[k] <= 2;
end;
