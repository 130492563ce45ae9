-- expect: states 2 transitions 2; "never one" violated at 0; exit 12
var x: 0..1;
startstate begin x := 1; end;
rule "flip" begin x := 1 - x; end;
invariant "never one" x != 1;
