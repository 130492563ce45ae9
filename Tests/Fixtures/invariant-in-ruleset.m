-- expect: states 64 transitions 192; "none reaches two" violated at 2; exit 12
type Id: 0..2;
var x: array [Id] of 0..3;
startstate begin for i: Id do x[i] := 0; end; end;
ruleset i: Id do
  rule "up" x[i] < 3 ==> begin x[i] := x[i] + 1; end;
  rule "reset" x[i] = 3 ==> begin x[i] := 0; end;
  invariant "none reaches two" i = 2 -> x[i] != 2;
end;
