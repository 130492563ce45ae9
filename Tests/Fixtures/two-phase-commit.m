-- expect: states 54 transitions 133; exit 0
-- A coordinator and its participants agree to commit or to abort.
const N: 3;
type Part: scalarset(N); State: enum { Working, Prepared, Committed, Aborted };
var part: array [Part] of State; decision: enum { None, Commit, Abort };
startstate begin for p: Part do part[p] := Working; end; decision := None; end;
ruleset p: Part do
  rule "prepare" part[p] = Working ==> begin part[p] := Prepared; end;
  rule "refuse" part[p] = Working ==> begin part[p] := Aborted; end;
  rule "hear commit" part[p] = Prepared & decision = Commit ==> begin part[p] := Committed; end;
  rule "hear abort" part[p] = Prepared & decision = Abort ==> begin part[p] := Aborted; end;
end;
rule "decide to commit" decision = None & forall p: Part do part[p] = Prepared end ==>
begin decision := Commit; end;
rule "decide to abort" decision = None & exists p: Part do part[p] = Aborted end ==>
begin decision := Abort; end;
rule "next round" decision != None
  & forall p: Part do part[p] = Committed | part[p] = Aborted end ==>
begin decision := None; for p: Part do part[p] := Working; end; end;
invariant "agreement"
  !exists p: Part do exists q: Part do part[p] = Committed & part[q] = Aborted end end;
liveness "commits" decision = Commit;
