-- expect: states 9 transitions 15; "everyone" violated at 1; exit 13
type Id: 0..1;
var winner: Id; ticks: 0..2;
startstate begin undefine winner; ticks := 0; end;
ruleset i: Id do
  rule "win" isundefined(winner) ==> begin winner := i; end;
  liveness "everyone" !isundefined(winner) & winner = i;
end;
rule "tick" begin ticks := (ticks + 1) % 3; end;
liveness "somebody" !isundefined(winner);
