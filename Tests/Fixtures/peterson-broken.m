-- expect: states 50 transitions 96; "mutual exclusion" violated at 8; exit 12
-- Peterson's algorithm with its two stores exchanged.
-- pinproof: columns Id
type Id: 0..1; PC: enum { Rest, Turn, Flag, Wait, Critical };
var pc: array [Id] of PC; flag: array [Id] of boolean; turn: Id;
startstate begin
  for i: Id do pc[i] := Rest; flag[i] := false; end;
  turn := 0;
end;
ruleset i: Id do
  rule "start" pc[i] = Rest ==> begin pc[i] := Turn; end;
  rule "give way" pc[i] = Turn ==> begin turn := 1 - i; pc[i] := Flag; end;
  rule "raise flag" pc[i] = Flag ==> begin flag[i] := true; pc[i] := Wait; end;
  rule "enter" pc[i] = Wait & (!flag[1 - i] | turn = i) ==> begin pc[i] := Critical; end;
  rule "leave" pc[i] = Critical ==> begin flag[i] := false; pc[i] := Rest; end;
end;
invariant "mutual exclusion" !(pc[0] = Critical & pc[1] = Critical);
