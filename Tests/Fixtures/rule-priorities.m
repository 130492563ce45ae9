-- expect: states 31 transitions 44; exit 0
-- A rule with a number fires only where no rule with a lower one can; without one it has 0.
-- not for rumur: it has no priorities
const N: 1;
type T: 0..N;
var x: 0..9; busy: array [T] of boolean;
startstate begin x := 0; clear busy; end;
rule "first" x = 3 ==> begin x := 4; end;
ruleset i: T do
  alias b: busy[i] do
    rule 20 "work" !b & x < 8 ==> begin b := true; x := x + 1; end;
    rule 10 "rest" b & (i = N | busy[N]) & x != 3 ==> begin b := false; end;
  end;
end;
rule 30 begin x := 0; clear busy; end;
