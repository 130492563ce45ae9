-- expect: states 12 transitions 22; exit 0
-- The last one takes the right fork first.
const N: 3;
type Seat: 0..N - 1;
var holder: array [Seat] of Seat; eats: array [Seat] of boolean;
function first(s: Seat): Seat; begin return s = N - 1 ? 0 : s; end;
function second(s: Seat): Seat; begin return s = N - 1 ? s : s + 1; end;
startstate begin undefine holder; for s: Seat do eats[s] := false; end; end;
ruleset s: Seat do
  rule "take first" isundefined(holder[first(s)])
    & !(!isundefined(holder[second(s)]) & holder[second(s)] = s) ==>
  begin holder[first(s)] := s; end;
  rule "take second" !isundefined(holder[first(s)]) & holder[first(s)] = s
    & isundefined(holder[second(s)]) ==>
  begin holder[second(s)] := s; eats[s] := true; end;
  rule "put back" eats[s] ==> begin
    eats[s] := false; undefine holder[first(s)]; undefine holder[second(s)];
  end;
end;
ruleset s: Seat do liveness "eats" eats[s]; end;
invariant "neighbours do not eat together" forall s: Seat do !(eats[s] & eats[(s + 1) % N]) end;
