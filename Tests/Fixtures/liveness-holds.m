-- expect: states 12 transitions 16; exit 0
-- From every state a green light can be reached, and each of the floors.
var light: enum { Red, Green, Yellow }; floor: 0..3;
startstate begin light := Red; floor := 0; end;
rule "light" begin
  switch light case Red: light := Green; case Green: light := Yellow; else light := Red; end;
end;
rule "ascend" light = Green & floor < 3 ==> begin floor := floor + 1; end;
rule "descend" light = Green & floor = 3 ==> begin floor := 0; end;
liveness "green" light = Green;
ruleset f: 0..3 do liveness "every floor" floor = f; end;
