-- expect: states 12 transitions 16; exit 0
-- Several start states, some of them equal, one with locals; a variable left undefined.
type Id: 0..1;
var a: Id; b: 0..3; c: boolean;
startstate "first" begin a := 0; b := 0; end;
startstate "again" begin a := 0; b := 0; end;
ruleset i: Id do
  startstate "with a parameter"
    var t: 0..3;
  begin t := i + 1; a := i; b := t; c := true; end;
end;
rule "next" begin b := (b + 1) % 4; end;
rule "choose" isundefined(c) ==> begin c := a = 0; end;
invariant "c is false nowhere" isundefined(c) | c;
