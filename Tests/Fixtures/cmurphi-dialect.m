-- expect: states 22 transitions 46; exit 0
-- pinproof: dialect cmurphi
-- pinproof: deadlock off
-- What CMurphi means otherwise: ranges that run nowhere, and assigning what has no value.
-- not for rumur: it counts down, and refuses to read what is undefined
type T: 0..3; R: record v: T; end;
var x, y: T; r: R; rounds: 0..9;
function y0(): T; begin return 0; end;
procedure keep(t: T); begin r.v := t; end;
startstate begin undefine x; y := 0; r.v := 1; rounds := 0; end;
rule "copy" begin y := x; end;
rule "through a call" isundefined(y) ==> begin keep(y); alias z: x do y := z; end; end;
rule "count" !isundefined(y) & rounds < 3 ==>
begin
  for i := y + 1 to 0 do rounds := 9; end;
  for i := y to 0 by 1 do rounds := rounds + 1; end;
  for i := 1 to 0 do rounds := 9; end;
end;
rule "set" rounds = 3 ==> begin rounds := 0; x := 0; end;
invariant "nowhere" (forall i := 1 to y0() do false end) & !exists i := 1 to 0 do true end;
