-- expect: states 40 transitions 86; exit 0
-- Switches over enumerations, numbers and truth values; several labels, computed ones, and none.
type Mode: enum { Off, Slow, Fast, Broken };
var mode: Mode; speed: 0..7; seen: boolean;
startstate begin mode := Off; speed := 0; seen := false; end;
rule "turn" begin
  switch mode
    case Off: mode := Slow;
    case Slow, Fast:
      if speed = 5 then mode := Broken; else mode := Fast; end;
    else mode := Off;
  end;
end;
rule "accelerate" speed < 7 ==> begin
  switch speed
    case 0: speed := 1;
    case 1 + 1, 3: speed := 5;
    case speed: speed := speed + 1;
  endswitch;
  switch mode = Broken case true: seen := true; case false: end;
end;
rule "stop" mode = Broken | speed = 7 ==> begin switch mode end; speed := 0; seen := false; end;
invariant "seen when broken" seen -> mode = Broken | speed > 0;
