-- expect: states 10 transitions 16; exit 0
-- Peterson's mutual exclusion, where a process raises its flag and gives way in one step: plain
-- induction cannot show it, it takes lemmas about the flags.
type Id: 0..1; PC: enum { Rest, Wait, Critical };
var pc: array [Id] of PC; flag: array [Id] of boolean; turn: Id;
startstate begin
  turn := 0; for i: Id do pc[i] := Rest; flag[i] := false; end;
end;
ruleset i: Id do
  rule "ask" pc[i] = Rest ==> begin flag[i] := true; turn := 1 - i; pc[i] := Wait; end;
  rule "enter" pc[i] = Wait & (!flag[1 - i] | turn = i) ==> begin pc[i] := Critical; end;
  rule "leave" pc[i] = Critical ==> begin flag[i] := false; pc[i] := Rest; end;
end;
invariant "mutual exclusion" !(pc[0] = Critical & pc[1] = Critical);
