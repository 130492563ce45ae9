-- expect: states 14 transitions 27; deadlock violated at 3; exit 11
-- Everyone takes the left fork first.
-- pinproof: columns Seat
const N: 3;
type Seat: 0..N - 1;
var holder: array [Seat] of Seat; eats: array [Seat] of boolean;
startstate begin undefine holder; for s: Seat do eats[s] := false; end; end;
ruleset s: Seat do
  rule "take left" isundefined(holder[s]) ==> begin holder[s] := s; end;
  rule "take right" !isundefined(holder[s]) & holder[s] = s
    & isundefined(holder[(s + 1) % N]) ==>
  begin holder[(s + 1) % N] := s; eats[s] := true; end;
  rule "put back" eats[s] ==> begin
    eats[s] := false; undefine holder[s]; undefine holder[(s + 1) % N];
  end;
  invariant "who eats holds both" eats[s] -> holder[s] = s & holder[(s + 1) % N] = s;
end;
