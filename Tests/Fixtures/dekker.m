-- expect: states 52 transitions 88; exit 0
-- Dekker's mutual exclusion for two processes.
type Id: 0..1; PC: enum { Rest, Test, Yield, Spin, Again, Critical };
var pc: array [Id] of PC; wants: array [Id] of boolean; turn: Id;
startstate begin
  for i: Id do pc[i] := Rest; wants[i] := false; end;
  turn := 0;
end;
ruleset i: Id do
  rule "want" pc[i] = Rest ==> begin wants[i] := true; pc[i] := Test; end;
  rule "enter" pc[i] = Test & !wants[1 - i] ==> begin pc[i] := Critical; end;
  rule "contend" pc[i] = Test & wants[1 - i] & turn != i ==> begin pc[i] := Yield; end;
  rule "yield" pc[i] = Yield ==> begin wants[i] := false; pc[i] := Spin; end;
  rule "spin" pc[i] = Spin & turn = i ==> begin pc[i] := Again; end;
  rule "again" pc[i] = Again ==> begin wants[i] := true; pc[i] := Test; end;
  rule "leave" pc[i] = Critical ==> begin turn := 1 - i; wants[i] := false; pc[i] := Rest; end;
end;
invariant "mutual exclusion" forall i: Id do forall j: Id do
  pc[i] = Critical & pc[j] = Critical -> i = j end end;
