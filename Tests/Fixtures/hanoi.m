-- expect: states 27 transitions 78; "not solved" violated at 7; exit 12
-- The towers of Hanoi: the shortest solution is a counterexample.
const DISKS: 3;
type Disk: 1..DISKS; Peg: 0..2;
var on: array [Disk] of Peg;
function isTop(d: Disk): boolean;
begin
  for e: Disk do if e < d & on[e] = on[d] then return false; end; end;
  return true;
end;
startstate begin for d: Disk do on[d] := 0; end; end;
ruleset d: Disk; p: Peg do
  rule "move" on[d] != p & isTop(d) & forall e: Disk do e < d -> on[e] != p end ==> begin
    on[d] := p;
  end;
end;
invariant "not solved" exists d: Disk do on[d] != 2 end;
