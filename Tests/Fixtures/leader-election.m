-- expect: states 8 transitions 9; exit 0
-- Election on a ring: the largest number goes round and wins.
-- pinproof: deadlock stuck
const N: 3;
type Node: 0..N - 1; Id: 1..N;
var inbox: array [Node] of Id; leader: array [Node] of boolean;
function id(n: Node): Id; begin return (n * 2) % N + 1; end;
startstate begin
  for n: Node do inbox[(n + 1) % N] := id(n); leader[n] := false; end;
end;
ruleset n: Node do
  rule "drop" !isundefined(inbox[n]) & inbox[n] < id(n) ==> begin undefine inbox[n]; end;
  rule "pass" !isundefined(inbox[n]) & inbox[n] > id(n) & isundefined(inbox[(n + 1) % N]) ==>
  begin inbox[(n + 1) % N] := inbox[n]; undefine inbox[n]; end;
  rule "win" !isundefined(inbox[n]) & inbox[n] = id(n) ==> begin
    leader[n] := true; undefine inbox[n];
  end;
end;
rule "elected" exists n: Node do leader[n] end ==> begin end;
invariant "at most one" forall m: Node do forall n: Node do leader[m] & leader[n] -> m = n end end;
invariant "the largest" forall n: Node do leader[n] -> id(n) = N end;
liveness "elected" exists n: Node do leader[n] end;
