-- expect: states 19 transitions 37; exit 0
-- What CMurphi takes and rumur does not: a colon for 'do', several variables in one loop or
-- quantifier, and 'undefined' as what is assigned.
-- not for rumur: these spellings
type T: 0..1;
var grid: array [T] of array [T] of boolean; last: T;
startstate begin
  for i: T; j: T : grid[i][j] := false; endfor;
  last := undefined;
end;
ruleset i: T; j: T :
  rule "set" !grid[i][j] & forall k: T; l := 0 to 1 : k <= i | !grid[k][l] end ==>
  begin grid[i][j] := true; last := i; end;
end;
rule "clear" exists i: T; j: T do grid[i][j] & i = j end ==>
var n: 0..2;
begin
  n := 2;
  while n > 0 : n := n - 1; grid[n][n] := false; end;
  last := UNDEFINED;
end;
