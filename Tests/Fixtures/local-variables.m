-- expect: states 4 transitions 4; exit 0
-- Locals are undefined at each firing, and rules end early with return.
var n: 0..3; seen: boolean;
startstate begin n := 0; seen := false; end;
rule "count"
  type Small: 0..3;
  var t: Small; u: array [0..1] of boolean;
begin
  if !isundefined(t) | !isundefined(u[1]) then seen := true; end;
  t := n; u[1] := true;
  if t = 3 then n := 0; return; end;
  n := t + 1;
end;
invariant "locals start undefined" !seen;
