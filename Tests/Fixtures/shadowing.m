-- expect: states 12 transitions 44; exit 0
-- Names of locals, parameters and loops hide those outside.
-- not for rumur: its release 2022.08 writes C that does not compile
var x: 0..3; y: 0..3;
procedure set(var y: 0..3; x: 0..3); begin y := x; end;
startstate begin x := 0; y := 0; end;
rule "local x"
  var x: 0..3;
begin x := 2; set(y, x); end;
ruleset x: 0..1 do
  rule "parameter x" y >= x ==> begin y := x; end;
end;
rule "global x" begin set(x, (x + y) % 4); end;
invariant "y" exists x: 0..2 do y = x end;
