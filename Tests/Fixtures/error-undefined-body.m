-- expect: states 5 transitions 9; runtime violated at 1; exit 14
var x: 0..3; y: 0..3;
startstate begin x := 0; end;
rule "copy" begin x := y; end;
rule "set" isundefined(y) ==> begin y := 1; end;
rule "next" !isundefined(y) ==> begin x := (x + y) % 4; end;
