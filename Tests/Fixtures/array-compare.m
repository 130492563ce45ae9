-- expect: states 324 transitions 1188; exit 0
-- Equality of whole arrays and records; undefined equals undefined.
type Node: 0..1; Pair: record a: 0..1; b: boolean end;
var left, right: array [Node] of 0..2; p, q: Pair; same: boolean;
startstate begin
  for n: Node do left[n] := 0; right[n] := 0; end;
  p.a := 0; q.a := 0;
  same := true;
end;
ruleset n: Node do
  rule "left" left[n] < 2 ==> begin left[n] := left[n] + 1; same := left = right; end;
  rule "right" right[n] < 2 ==> begin right[n] := right[n] + 1; same := left = right; end;
end;
rule "define" isundefined(p.b) & p = q ==> begin p.b := true; end;
rule "follow" p != q ==> begin q := p; end;
rule "forget" p = q & !isundefined(p.b) ==> begin undefine p.b; end;
invariant "remembered" same = (left = right);
